package dev.rung.language.lint;

import dev.rung.language.check.CheckedRunbook;
import dev.rung.language.releases.ReleaseSources;
import dev.rung.language.releases.ReleasesReader;
import dev.rung.language.syntax.ReleasesSyntax;
import dev.rung.language.syntax.ReleasesTree;
import dev.rung.language.syntax.RunbookReader;
import dev.rung.language.syntax.SyntaxFinding;
import dev.rung.language.syntax.Token;
import dev.rung.model.diagnostic.Diagnosed;
import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.text.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Runs all rules over a file. What is wrong by the language itself comes along, so that one look shows everything. */
public final class Linter {
    private final Subject subject;
    private final Map<SourceFile, Allowances> allowances = new HashMap<>();

    private Linter(Subject subject) {
        this.subject = subject;
    }

    /** By its name, or, where that says nothing, by the word that it begins with. */
    public static boolean isReleaseFile(SourceFile file) {
        if (file.name().endsWith(".releases") || file.name().endsWith(".runbook")) {
            return file.name().endsWith(".releases");
        }
        return RunbookReader.tokens(file).stream()
                .filter(token -> token.kind() == Token.Kind.KEYWORD || token.kind() == Token.Kind.NAME)
                .findFirst()
                .filter(token -> file.text(token.span()).equals("releases"))
                .isPresent();
    }

    /** @param checked what the checker made of a runbook; its findings come first of those in one place */
    public static List<Diagnostic> runbook(Diagnosed<CheckedRunbook> checked) {
        return new Linter(new Subject.Runbook(checked.value(), new Gaps(checked))).lint(checked.diagnostics());
    }

    /** @param sources gets at what the file includes */
    public static List<Diagnostic> releases(SourceFile file, ReleaseSources sources) {
        Diagnosed<ReleasesTree> parsed = ReleasesSyntax.parse(file);
        Diagnosed<ReleasesReader.Joined> read = ReleasesReader.read(parsed, sources);
        return new Linter(new Subject.Releases(
                        parsed.value(),
                        read.value().content(),
                        read.value().files().stream()
                                .skip(1)
                                .map(included -> ReleasesSyntax.parse(included).value())
                                .toList()))
                .lint(read.diagnostics());
    }

    private List<Diagnostic> lint(List<Diagnostic> before) {
        List<Diagnostic> findings = new ArrayList<>(new LinkedHashSet<>(before));
        if (before.stream().anyMatch(SyntaxFinding.class::isInstance)) {
            // What could not be read may be just what a rule would miss.
            return findings;
        }
        // a statement of which the language itself has something to say is judged when that is mended
        Errors errors = new Errors(before);
        for (Rule rule : Rules.all()) {
            rule.find(subject).stream()
                    .filter(finding -> !errors.areWithin(finding.at()))
                    .filter(finding -> !allowancesOf(finding.at().file()).allow(finding))
                    .forEach(findings::add);
        }
        findings.addAll(allowancesOf(subject.file()).findings(Rules.names()));
        findings.sort(this::inOrder);
        return findings;
    }

    /** What is in the file itself comes before what is in the releases that it names. */
    private int inOrder(Diagnostic one, Diagnostic other) {
        int elsewhere = Boolean.compare(
                !one.at().file().equals(subject.file()), !other.at().file().equals(subject.file()));
        return elsewhere != 0 ? elsewhere : Diagnostic.BY_PLACE.compare(one, other);
    }

    private Allowances allowancesOf(SourceFile file) {
        return allowances.computeIfAbsent(
                file, each -> Allowances.of(each, hasAllowances(each) ? tokens(each) : List.of()));
    }

    /** Most files allow nothing, and need not be taken to pieces for that. */
    private static boolean hasAllowances(SourceFile file) {
        return file.text().contains("allow");
    }

    /** A file that is not the subject is included by it, or a release file that the subject names. */
    private List<Token> tokens(SourceFile file) {
        return switch (subject) {
            case Subject.Runbook runbook
            when runbook.checked().sources().files().contains(file) -> RunbookReader.tokens(file);
            case Subject.Releases releases
            when file.equals(releases.file()) -> releases.tree().tokens();
            default -> ReleasesSyntax.parse(file).value().tokens();
        };
    }
}
