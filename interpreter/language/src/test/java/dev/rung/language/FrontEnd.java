package dev.rung.language;

import dev.rung.language.check.CheckedRunbook;
import dev.rung.language.format.Formatted;
import dev.rung.language.syntax.ReleasesSyntax;
import dev.rung.language.syntax.RunbookReader;
import dev.rung.language.syntax.Token;
import dev.rung.model.diagnostic.Diagnosed;
import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.plan.Installation;
import dev.rung.model.plan.PossibleRuns;
import dev.rung.model.prove.Proof;
import dev.rung.model.text.SourceFile;
import dev.rung.model.text.Span;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts any text through the whole front end, and holds it to what it promises of all of them. A fuzzer calls this, and
 * takes whatever is thrown for a find.
 */
public final class FrontEnd {
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

    private FrontEnd() {}

    /** The door of the fuzzer: a first byte that is odd makes a release file of the rest. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        if (bytes.length > 0) {
            String text = new String(bytes, 1, bytes.length - 1, StandardCharsets.UTF_8);
            if (bytes[0] % 2 == 0) {
                runbook(text);
            } else {
                releases(text);
            }
        }
    }

    static void runbook(String text) {
        SourceFile file = new SourceFile("a.runbook", text);
        isWhole(file, RunbookReader.tokens(file));
        told(RunbookReader.file(file).diagnostics(), text);
        RunbookReader.completeness(text);
        Toolchain toolchain = Runbooks.toolchain();
        told(toolchain.lint(file), text);
        formatted(toolchain, file);
        Diagnosed<CheckedRunbook> checked = toolchain.check(file);
        if (!checked.hasErrors()) {
            proved(toolchain, checked.value());
        }
    }

    private static void proved(Toolchain toolchain, CheckedRunbook runbook) {
        Diagnosed<Installation> installation = toolchain.install(runbook, Map.of());
        if (!installation.hasErrors()) {
            Diagnosed<PossibleRuns> runs = toolchain.possibleRuns(runbook, installation.value(), Map.of(), TODAY);
            if (!runs.hasErrors()) {
                Proof.of(runs.value());
            }
        }
    }

    static void releases(String text) {
        SourceFile file = new SourceFile("a.releases", text);
        isWhole(file, ReleasesSyntax.parse(file).value().tokens());
        Toolchain toolchain = new Toolchain((path, from) -> Optional.empty());
        told(toolchain.lint(file), text);
        formatted(toolchain, file);
    }

    /** The tokens, one after the other, are the text. */
    private static void isWhole(SourceFile file, List<Token> tokens) {
        int end = 0;
        for (Token token : tokens) {
            hold(token.span().start() == end, "a token begins elsewhere than the last one ends: " + token);
            end = token.span().end();
        }
        hold(end == file.text().length(), "the tokens end before the text");
    }

    private static void told(List<Diagnostic> findings, String text) {
        for (Diagnostic finding : findings) {
            Span span = finding.at().span();
            hold(finding.at().file().name().equals("app.releases") || span.end() <= text.length(), "beyond the text");
            hold(!finding.summary().isBlank(), "a finding without words");
            finding.label();
            finding.labels();
            finding.notes();
            finding.help();
            finding.edit();
        }
    }

    /** Formatted twice is formatted once. That no word is lost the formatter itself looks at. */
    private static void formatted(Toolchain toolchain, SourceFile file) {
        if (toolchain.format(file) instanceof Formatted.Text(String once, boolean changed) && changed) {
            Formatted again = toolchain.format(new SourceFile(file.name(), once));
            hold(again.equals(new Formatted.Text(once, false)), "formatted again, it is another text");
        }
    }

    private static void hold(boolean promise, String otherwise) {
        if (!promise) {
            throw new IllegalStateException(otherwise);
        }
    }
}
