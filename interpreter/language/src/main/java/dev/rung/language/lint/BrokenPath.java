package dev.rung.language.lint;

import dev.rung.language.syntax.ReleasesEntry;
import dev.rung.language.syntax.ReleasesEntry.Member;
import dev.rung.language.syntax.Written;
import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.text.Location;
import dev.rung.model.version.Facts;
import dev.rung.model.version.PathFinding;
import dev.rung.model.version.PathFinding.Refused;
import dev.rung.model.version.Release;
import dev.rung.model.version.ReleaseFile;
import dev.rung.model.version.ReleasePaths;
import dev.rung.model.version.ReleasePaths.Beginning;
import dev.rung.model.version.Spelling.Spelled;
import dev.rung.model.version.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** From a listed release no path leads to the newest one, whatever day it is. */
final class BrokenPath implements Rule {
    /** @param others how many more releases end up in the same place */
    record Broken(Location at, String release, Version newest, int others, Refused why) implements Diagnostic {
        @Override
        public String name() {
            return "broken-path";
        }

        @Override
        public String summary() {
            return "no path leads from `" + release + "` to the newest release `" + newest + "`";
        }

        @Override
        public String label() {
            return others == 0 ? "" : "nor from " + others + " older " + (others == 1 ? "one" : "ones");
        }

        @Override
        public List<String> notes() {
            return List.of(why.summary());
        }

        @Override
        public String help() {
            return why.help();
        }
    }

    @Override
    public String name() {
        return "broken-path";
    }

    @Override
    public List<Diagnostic> find(Subject subject) {
        return subject instanceof Subject.Releases releases ? find(releases) : List.of();
    }

    /** The ways of one edition to its newest release. */
    private record ToNewest(Version newest, ReleasePaths paths) {
        static Optional<ToNewest> in(ReleaseFile file, Version edition) {
            return file.newest(LocalDate.MAX, edition)
                    .map(Release::version)
                    .map(newest -> new ToNewest(
                            newest, new ReleasePaths(file, newest, LocalDate.MAX, List.of(), Set.of(), Facts.UNKNOWN)));
        }
    }

    /** Releases from which there is no way, for one and the same reason. */
    private record Blocked(Version newest, Refused why) {}

    private static List<Diagnostic> find(Subject.Releases subject) {
        ReleaseFile file = subject.content();
        Map<Map<String, String>, Optional<ToNewest>> editions = new HashMap<>();
        Map<Blocked, List<Release>> blocked = new LinkedHashMap<>();
        for (Release release : file.releases().toList()) {
            Map<String, String> kept =
                    file.spelled(release.version().written()).map(Spelled::kept).orElse(Map.of());
            editions.computeIfAbsent(kept, edition -> ToNewest.in(file, release.version()))
                    .ifPresent(to -> {
                        if (to.paths().from(release.version()) instanceof Beginning.Closed(Refused why)
                                && isOfTheFile(why, file)) {
                            blocked.computeIfAbsent(new Blocked(to.newest(), why), one -> new ArrayList<>())
                                    .add(release);
                        }
                    });
        }
        List<Diagnostic> findings = new ArrayList<>();
        blocked.forEach((one, releases) -> {
            Release last = releases.getLast();
            number(subject, last)
                    .map(written -> subject.file().at(written.span()))
                    .ifPresent(at -> findings.add(
                            new Broken(at, last.toString(), one.newest(), releases.size() - 1, one.why())));
        });
        return findings;
    }

    /** What only time, or a person, can mend is no mistake of the file; what the reader has told is not told again. */
    private static boolean isOfTheFile(Refused why, ReleaseFile file) {
        return switch (why) {
            case PathFinding.Gap gap -> true;
            case PathFinding.NoEntry noEntry -> true;
            case PathFinding.UnreachableWaypoint(Version from, Version waypoint) ->
                file.release(waypoint.written()).isPresent()
                        || file.lines().stream().anyMatch(line -> line.isNamedBy(waypoint));
            default -> false;
        };
    }

    /** Empty if another file lists it. */
    private static Optional<Written> number(Subject.Releases subject, Release release) {
        return subject.tree()
                .all(ReleasesEntry.Line.class)
                .flatMap(line -> line.members().stream())
                .filter(Member.Release.class::isInstance)
                .map(Member::number)
                .filter(number -> number.text().equals(release.version().written()))
                .findFirst();
    }
}
