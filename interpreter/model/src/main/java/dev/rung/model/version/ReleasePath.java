package dev.rung.model.version;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the way from one release to another by the rules of a release file. */
public final class ReleasePath {
    private ReleasePath() {}

    /**
     * The path with the fewest hops; of several the one whose hops go farthest soonest.
     *
     * @param installed as the installation writes it; need not be listed
     * @param target a release, or a line for its newest release
     * @param today decides which releases are old enough
     * @param via releases, or lines for their newest ones, that the path has to pass through
     * @param accepted names of refusals ({@code broken-0.50.14}, {@code too-young-0.50.36}) that were accepted
     * @param facts decides which waypoints are some
     */
    public static PathFinding find(
            ReleaseFile file,
            Version installed,
            Version target,
            LocalDate today,
            List<Version> via,
            Set<String> accepted,
            Facts facts) {
        return switch (new ReleasePaths(file, target, today, via, accepted, facts).from(installed)) {
            case ReleasePaths.Beginning.Closed(PathFinding.Refused why) -> why;
            case ReleasePaths.Beginning.Open(Optional<Way> way) ->
                new PathFinding.Found(way.map(Way::legs).orElse(List.of()));
        };
    }

    /** The same where nothing is known of the system. */
    public static PathFinding find(
            ReleaseFile file,
            Version installed,
            Version target,
            LocalDate today,
            List<Version> via,
            Set<String> accepted) {
        return find(file, installed, target, today, via, accepted, Facts.UNKNOWN);
    }

    /** The listed releases around a number, and the newest of its line. */
    static List<Version> nearest(ReleaseFile file, ReleaseGraph graph, Version version) {
        List<Version> known = file.lines().stream()
                .flatMap(line -> graph.candidates().usableOf(line))
                .map(Release::version)
                .sorted()
                .toList();
        List<Version> around = new ArrayList<>();
        known.stream()
                .filter(other -> other.compareTo(version) < 0)
                .max(Comparator.naturalOrder())
                .ifPresent(around::add);
        known.stream()
                .filter(other -> other.compareTo(version) > 0)
                .min(Comparator.naturalOrder())
                .ifPresent(around::add);
        file.line(version)
                .flatMap(line -> known.stream()
                        .filter(other -> other.startsWith(line.number()))
                        .max(Comparator.naturalOrder()))
                .filter(newest -> !around.contains(newest))
                .ifPresent(around::add);
        return around.stream().sorted().toList();
    }

    static String brokenWaiver(Version version) {
        return "broken-" + version.written();
    }

    static String backInTimeWaiver(Version version) {
        return "back-in-time-" + version.written();
    }

    static String youngWaiver(Version version) {
        return "too-young-" + version.written();
    }
}
