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
import dev.rung.model.text.Location;
import dev.rung.model.text.SourceFile;
import dev.rung.model.version.Facts;
import dev.rung.model.version.Release;
import dev.rung.model.version.ReleaseFile;
import dev.rung.model.version.ReleasePaths;
import dev.rung.model.version.Version;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts any text through the whole front end, and holds it to what it promises of all of them. A fuzzer calls this, and
 * takes whatever is thrown for a find.
 */
public final class FrontEnd {
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

    private FrontEnd() {}

    /**
     * The door of the fuzzer. Its first byte says what the rest is: a runbook, a release file, an expression or a statement
     * that somebody types in a shell, or the release file of a runbook that is sound.
     */
    public static void fuzzerTestOneInput(byte[] bytes) {
        if (bytes.length > 0) {
            String text = new String(bytes, 1, bytes.length - 1, StandardCharsets.UTF_8);
            switch (bytes[0]) {
                case '1' -> releases(text);
                case '2' -> typed(text);
                case '3' -> named(text);
                default -> runbook(text);
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

    /** As in a shell, with a runbook loaded. */
    static void typed(String text) {
        SourceFile file = new SourceFile("typed", text);
        Toolchain toolchain = Runbooks.toolchain();
        RunbookReader.completeness(text);
        CheckedRunbook loaded = toolchain.check(Runbooks.app("")).value();
        told(toolchain.expression(loaded, Map.of(), file).diagnostics(), text);
        told(toolchain.statement(loaded, Map.of(), file).diagnostics(), text);
    }

    /** A release file that a runbook names: the runbook is the sound one that it is. */
    static void named(String text) {
        Toolchain toolchain = new Toolchain(Runbooks.files(Map.of("app.releases", text)));
        SourceFile runbook = Runbooks.app(UPGRADE);
        toolchain.lint(runbook).forEach(FrontEnd::told);
        Diagnosed<CheckedRunbook> checked = toolchain.check(runbook);
        if (!checked.hasErrors()) {
            proved(toolchain, checked.value());
        }
    }

    static final String UPGRADE = """
        phase "Upgrade" {
          step-through app to target {
            stop server
            backup db, store to "/backups" verified by restore
            swap jar to next
            start server
            wait for healthy within 15m
            require-version == next
          }
        }
        """;

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
        Diagnosed<ReleaseFile> read = toolchain.releases(file);
        if (!read.hasErrors()) {
            paths(read.value());
        }
    }

    /** From each release to the newest one, whatever is known of the facts. */
    private static void paths(ReleaseFile file) {
        List<Version> versions = file.releases().limit(20).map(Release::version).toList();
        for (Version target : versions) {
            ReleasePaths paths = new ReleasePaths(file, target, TODAY, List.of(), Set.of(), Facts.UNKNOWN);
            versions.forEach(paths::from);
        }
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
            boolean elsewhere = finding.at().file().name().equals("app.releases");
            hold(elsewhere || finding.at().span().end() <= text.length(), "beyond the text");
            told(finding);
        }
    }

    private static void told(Diagnostic finding) {
        hold(!finding.summary().isBlank(), "a finding without words");
        isThere(finding.at());
        finding.labels().forEach(label -> isThere(label.at()));
        finding.edit().ifPresent(edit -> isThere(edit.at()));
        finding.name();
        finding.label();
        finding.notes();
        finding.help();
    }

    private static void isThere(Location at) {
        hold(at.span().end() <= at.file().text().length(), "beyond its file");
        at.start();
        at.file().position(at.span().end());
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
