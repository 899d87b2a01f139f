package dev.rung.language.check;

import dev.rung.language.check.CheckedRunbook.Releases;
import dev.rung.language.check.StatementFinding.UnlistedRelease;
import dev.rung.language.check.SystemFinding.MissingFact;
import dev.rung.language.check.SystemFinding.UnaskedFact;
import dev.rung.language.check.SystemFinding.UnknownReleaseFile;
import dev.rung.language.check.SystemFinding.WordOfReleases;
import dev.rung.language.syntax.Declaration;
import dev.rung.language.syntax.ExpressionNode;
import dev.rung.language.syntax.ReleasesSyntax;
import dev.rung.language.syntax.RunbookReader;
import dev.rung.language.syntax.Statement;
import dev.rung.language.syntax.SyntaxTree;
import dev.rung.model.expression.Value;
import dev.rung.model.text.Location;
import dev.rung.model.text.Nearest;
import dev.rung.model.text.SourceFile;
import dev.rung.model.version.Line;
import dev.rung.model.version.Release;
import dev.rung.model.version.ReleaseFile;
import dev.rung.model.version.Requirement;
import dev.rung.model.version.Spelling;
import dev.rung.model.version.Version;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Holds a runbook and its release files against each other: the facts that are asked for, and the releases gone to. */
final class ReleaseCheck {
    /** The facts that mean something without being asked for. */
    private static final List<String> WITH_MEANING = List.of("healthy", "installed", "settled");

    private final SyntaxTree tree;
    private final Map<String, Releases> files;
    private final Names names;
    private final Findings findings;

    ReleaseCheck(SyntaxTree tree, Map<String, Releases> files, Names names, Findings findings) {
        this.tree = tree;
        this.files = files;
        this.names = names;
        this.findings = findings;
    }

    void check() {
        for (Declaration.Sys system : tree.systems()) {
            system.facts().stream()
                    .map(Declaration.Fact::name)
                    .filter(name -> ReleasesSyntax.words().contains(name.text()))
                    .forEach(name -> findings.add(new WordOfReleases(findings.at(name.span()), name.text())));
            system.releases().stream().findFirst().ifPresent(clause -> file(system, clause));
            system.facts().forEach(fact -> asked(system, fact));
        }
        tree.phases().forEach(phase -> ladders(phase.body()));
    }

    private void file(Declaration.Sys system, Declaration.Releases clause) {
        String name = system.name().text();
        Releases file = files.get(name);
        Location at = findings.at(clause.file().span());
        if (file == null) {
            clause.file().fixed().ifPresent(path -> findings.add(new UnknownReleaseFile(at, path)));
            return;
        }
        for (Line line : file.content().lines()) {
            missing(line.requires(), "line `" + line.number() + "`", name, at).forEach(findings::add);
            for (Release release : line.releases()) {
                missing(release.requires(), "release `" + release + "`", name, at)
                        .forEach(findings::add);
            }
        }
    }

    /** The facts that are asked for and that the system does not say. @param by who asks */
    private Stream<MissingFact> missing(List<Requirement> asked, String by, String system, Location at) {
        return asked.stream()
                .map(Requirement::fact)
                .filter(fact -> names.fact(system, fact).isEmpty())
                .map(fact -> new MissingFact(at, system, fact, by, Nearest.to(fact, names.facts(system))));
    }

    /** {@code setled} would be a fact of its own, and the engine would wait for nothing. */
    private void asked(Declaration.Sys system, Declaration.Fact fact) {
        String name = fact.name().text();
        List<String> unsaid = WITH_MEANING.stream()
                .filter(word -> names.fact(system.name().text(), word).isEmpty())
                .filter(word -> !DeclarationCheck.MANDATORY.contains(word))
                .toList();
        Optional<String> nearest = WITH_MEANING.contains(name) ? Optional.empty() : Nearest.to(name, unsaid);
        if (nearest.isPresent() && !isAskedFor(name)) {
            findings.add(new UnaskedFact(findings.at(fact.name().span()), name, nearest));
        }
    }

    private boolean isAskedFor(String fact) {
        Stream<SourceFile> texts = Stream.concat(
                tree.sources().files().stream(),
                files.values().stream().flatMap(releases -> releases.files().stream()));
        return texts.flatMap(file -> RunbookReader.tokens(file).stream()
                                .map(token -> file.text(token.span()))
                                .filter(fact::equals))
                        .count()
                > 1;
    }

    private void ladders(List<Statement> body) {
        for (Statement statement : body) {
            if (statement instanceof Statement.StepThrough step
                    && files.containsKey(step.system().text())) {
                Releases file = files.get(step.system().text());
                Stream.concat(Stream.of(step.target()), step.via().stream()).forEach(node -> listed(node, file));
            }
            statement.bodies().forEach(this::ladders);
        }
    }

    private void listed(ExpressionNode node, Releases file) {
        Optional<String> written = switch (node) {
            case ExpressionNode.Literal(Value.Number(Version version), var span) -> Optional.of(version.written());
            case ExpressionNode.Literal(Value.Whole(long number), var span) -> Optional.of(Long.toString(number));
            case ExpressionNode.Text text -> text.fixed();
            default -> Optional.empty();
        };
        written.flatMap(Version::parse)
                .filter(version -> file.content().releases().findAny().isPresent())
                .filter(version -> !isListed(file.content(), version))
                .ifPresent(version -> findings.add(new UnlistedRelease(
                        findings.at(node.span()),
                        version.written(),
                        file.file().name(),
                        around(file.content(), version))));
    }

    /** As a release of some edition, as a line, or as a broken one, of which more is said elsewhere. */
    private static boolean isListed(ReleaseFile file, Version version) {
        List<Version> meant = Stream.concat(Stream.of(version), spelled(file, version.written()))
                .toList();
        return file.lines().stream().anyMatch(line -> meant.stream().anyMatch(line::isNamedBy))
                || file.broken(version).isPresent()
                || file.releases()
                        .flatMap(release -> spelled(file, release.version().written()))
                        .anyMatch(meant::contains);
    }

    private static Stream<Version> spelled(ReleaseFile file, String written) {
        return file.spelled(written).stream().map(Spelling.Spelled::version);
    }

    private static List<Version> around(ReleaseFile file, Version version) {
        List<Version> known = file.releases().map(Release::version).toList();
        return Stream.concat(
                        known.stream()
                                .filter(other -> other.compareTo(version) < 0)
                                .max(Comparator.naturalOrder())
                                .stream(),
                        known.stream()
                                .filter(other -> other.compareTo(version) > 0)
                                .min(Comparator.naturalOrder())
                                .stream())
                .toList();
    }
}
