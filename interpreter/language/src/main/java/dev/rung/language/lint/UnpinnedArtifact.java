package dev.rung.language.lint;

import dev.rung.language.check.CheckedRunbook;
import dev.rung.language.syntax.Declaration;
import dev.rung.language.syntax.ReleasesEntry;
import dev.rung.language.syntax.ReleasesEntry.Member;
import dev.rung.language.syntax.ReleasesSyntax;
import dev.rung.language.syntax.ReleasesTree;
import dev.rung.language.syntax.Statement;
import dev.rung.language.syntax.Written;
import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.diagnostic.Severity;
import dev.rung.model.text.Location;
import dev.rung.model.version.Release;
import dev.rung.model.version.ReleaseFile;
import dev.rung.model.version.Spelling.Spelled;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A release that a ladder may go to is fetched from a URL, and nothing says what has to come from there. */
final class UnpinnedArtifact implements Rule {
    /** @param artifact the one that is not pinned; empty if none of the release is */
    record Unpinned(Location at, String release, Optional<String> artifact) implements Diagnostic {
        @Override
        public String name() {
            return "unpinned-artifact";
        }

        @Override
        public Severity severity() {
            return Severity.WARNING;
        }

        @Override
        public String summary() {
            return "release `" + release + "` has no sha256"
                    + artifact.map(name -> " for `" + name + "`").orElse("");
        }

        @Override
        public String label() {
            return "whatever its `url` gives will be started";
        }

        @Override
        public String help() {
            return "add `sha256 " + artifact.map(name -> name + " ").orElse("")
                    + "\"…\"`, as `sha256sum` prints it for a file that you trust";
        }
    }

    @Override
    public String name() {
        return "unpinned-artifact";
    }

    @Override
    public List<Diagnostic> find(Subject subject) {
        return switch (subject) {
            case Subject.Releases releases -> inReleases(releases);
            case Subject.Runbook runbook -> inRunbook(runbook.checked());
        };
    }

    /** By itself a release file knows the artifacts that its urls name. */
    private static List<Diagnostic> inReleases(Subject.Releases releases) {
        return unpinned(
                releases.tree(), releases.content(), releases.content().urls().keySet());
    }

    private static List<Diagnostic> inRunbook(CheckedRunbook runbook) {
        List<Diagnostic> findings = new ArrayList<>();
        for (Declaration.Sys system : runbook.tree().systems()) {
            Set<String> artifacts = new TreeSet<>(swapped(runbook, system));
            CheckedRunbook.Releases releases =
                    runbook.releases().get(system.name().text());
            if (releases != null && !artifacts.isEmpty()) {
                ReleasesTree tree = ReleasesSyntax.parse(releases.file()).value();
                findings.addAll(unpinned(tree, releases.content(), artifacts));
            }
        }
        return findings;
    }

    /** The artifacts of a system that some statement brings to a release. */
    private static List<String> swapped(CheckedRunbook runbook, Declaration.Sys system) {
        List<String> own =
                system.parts().stream().map(part -> part.name().text()).toList();
        return runbook.tree().phases().stream()
                .flatMap(phase -> Statements.within(phase.body()))
                .filter(Statement.SwapTo.class::isInstance)
                .map(swap -> ((Statement.SwapTo) swap).artifact().text())
                .filter(own::contains)
                .toList();
    }

    private static List<Diagnostic> unpinned(ReleasesTree tree, ReleaseFile file, Set<String> artifacts) {
        Map<Spelled, Release> releases = new HashMap<>();
        file.releases()
                .forEach(release -> file.spelled(release.version().written())
                        .ifPresent(number -> releases.putIfAbsent(number, release)));
        List<Diagnostic> findings = new ArrayList<>();
        tree.all(ReleasesEntry.Line.class)
                .flatMap(line -> line.members().stream())
                .filter(Member.Release.class::isInstance)
                .map(Member::number)
                .forEach(number -> file.spelled(number.text())
                        .map(releases::get)
                        .filter(release -> file.broken(release.version()).isEmpty())
                        .ifPresent(release -> findings.addAll(unpinned(tree, file, artifacts, number, release))));
        return findings;
    }

    private static List<Unpinned> unpinned(
            ReleasesTree tree, ReleaseFile file, Set<String> artifacts, Written number, Release release) {
        Location at = tree.file().at(number.span());
        List<String> missing = artifacts.stream()
                .filter(artifact -> file.url(artifact, release).isPresent())
                .filter(artifact -> release.sha256(artifact).isEmpty())
                .sorted()
                .toList();
        if (missing.isEmpty()) {
            return List.of();
        }
        if (release.sha256().isEmpty()) {
            return List.of(new Unpinned(at, release.toString(), Optional.empty()));
        }
        return missing.stream()
                .filter(artifact -> !artifact.isEmpty())
                .map(artifact -> new Unpinned(at, release.toString(), Optional.of(artifact)))
                .toList();
    }
}
