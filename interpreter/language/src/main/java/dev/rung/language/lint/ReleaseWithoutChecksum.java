package dev.rung.language.lint;

import dev.rung.language.syntax.ReleasesEntry;
import dev.rung.language.syntax.ReleasesEntry.Member;
import dev.rung.language.syntax.ReleasesTree;
import dev.rung.language.syntax.Written;
import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.diagnostic.Severity;
import dev.rung.model.text.Location;
import dev.rung.model.version.Release;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A release file says where a release comes from, and not what has to come from there. */
final class ReleaseWithoutChecksum implements Rule {
    /** @param artifact the one that has none; empty if none of the release has one */
    record WithoutChecksum(Location at, String release, Optional<String> artifact) implements Diagnostic {
        @Override
        public String name() {
            return "release-without-checksum";
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
        return "release-without-checksum";
    }

    /** By itself a release file knows the artifacts that its urls name. */
    @Override
    public List<Diagnostic> find(Subject subject) {
        if (!(subject instanceof Subject.Releases releases)) {
            return List.of();
        }
        Pins pins = new Pins(releases.content());
        List<Diagnostic> findings = new ArrayList<>();
        Stream.concat(Stream.of(releases.tree()), releases.included().stream())
                .forEach(tree -> releases(tree)
                        .forEach(number ->
                                findings.addAll(find(number, tree.file().at(number.span()), pins))));
        return findings;
    }

    private static List<WithoutChecksum> find(Written number, Location at, Pins pins) {
        Optional<Release> release = pins.release(number.text());
        if (release.isEmpty()) {
            return List.of();
        }
        String name = release.get().toString();
        List<String> missing = pins.missing(release.get(), pins.artifacts(release.get()));
        if (!missing.isEmpty() && release.get().sha256().isEmpty()) {
            return List.of(new WithoutChecksum(at, name, Optional.empty()));
        }
        return missing.stream()
                .filter(artifact -> !artifact.isEmpty())
                .map(artifact -> new WithoutChecksum(at, name, Optional.of(artifact)))
                .toList();
    }

    private static List<Written> releases(ReleasesTree tree) {
        return tree.all(ReleasesEntry.Line.class)
                .flatMap(line -> line.members().stream())
                .filter(Member.Release.class::isInstance)
                .map(Member::number)
                .toList();
    }
}
