package dev.rung.model.version;

import dev.rung.model.version.PathFinding.Found;
import dev.rung.model.version.PathFinding.Refused;
import dev.rung.model.version.ReleaseGraph.Hop;
import dev.rung.model.version.ReleaseGraph.Stop;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the way from one release to another by the rules of a release file. */
public final class ReleasePath {
    private final ReleaseGraph graph;

    private ReleasePath(ReleaseGraph graph) {
        this.graph = graph;
    }

    /**
     * The path with the fewest hops; of several the one whose hops go farthest soonest.
     *
     * @param installed as the installation writes it; need not be listed
     * @param target a release, or a line for its newest release
     * @param today decides which releases are old enough
     * @param via releases, or lines for their newest ones, that the path has to pass through
     * @param accepted names of refusals ({@code broken-0.50.14}, {@code too-young-0.50.36}) that were accepted
     */
    public static PathFinding find(
            ReleaseFile file,
            Version installed,
            Version target,
            LocalDate today,
            List<Version> via,
            Set<String> accepted) {
        Spelling.Spelled start = Candidates.spelled(file, installed);
        Spelling.Spelled goal = Candidates.spelled(file, target);
        Optional<String> group = Candidates.differing(start.kept(), goal.kept());
        if (group.isPresent()) {
            return mismatch(start, goal, group.get());
        }
        ReleaseGraph graph = new ReleaseGraph(file, start.kept(), today, accepted);
        return switch (new Destinations(file, graph, start).resolve(goal, via)) {
            case Destinations.None none -> none.why();
            case Destinations.Resolved resolved -> new ReleasePath(graph).through(resolved.start(), resolved.stops());
        };
    }

    private static Refused mismatch(Spelling.Spelled start, Spelling.Spelled goal, String group) {
        return new PathFinding.EditionMismatch(
                start.version(),
                goal.version(),
                group,
                start.kept().get(group),
                goal.kept().get(group));
    }

    private PathFinding through(Stop start, List<Stop> stops) {
        List<Leg> legs = new ArrayList<>();
        Stop at = start;
        for (Stop stop : stops) {
            boolean last = stop.equals(stops.getLast());
            List<Hop> hops = new ArrayList<>();
            Optional<Refused> refused = search(at, stop, hops);
            if (refused.isPresent()) {
                return refused.get();
            }
            for (Hop hop : hops) {
                boolean asked = !last && hop.to().equals(stop);
                legs.add(leg(at, hop.to(), asked ? "`via " + stop.version() + "`" : hop.why()));
                at = hop.to();
            }
        }
        return new Found(legs);
    }

    private Leg leg(Stop from, Stop to, String why) {
        return new Leg(
                from.version(),
                to.release().orElseThrow(() -> new IllegalStateException("a bug: a hop to what is not listed")),
                why,
                graph.line(to).requires());
    }

    /**
     * Breadth first, farthest first: so the first path that arrives has the fewest hops and goes farthest soonest.
     *
     * @param hops takes the path up
     */
    private Optional<Refused> search(Stop start, Stop target, List<Hop> hops) {
        Map<Version, Stop> cameFrom = new HashMap<>();
        Map<Version, Hop> by = new HashMap<>();
        Deque<Stop> open = new ArrayDeque<>(List.of(start));
        Stop farthest = start;
        while (!open.isEmpty() && !by.containsKey(target.version()) && !start.equals(target)) {
            Stop stop = open.removeFirst();
            farthest = farthest.olderThan(stop) ? stop : farthest;
            for (Hop hop : graph.hops(stop, target)) {
                if (by.putIfAbsent(hop.to().version(), hop) == null) {
                    cameFrom.put(hop.to().version(), stop);
                    open.addLast(hop.to());
                }
            }
        }
        for (Stop stop = target; !stop.version().equals(start.version()); stop = cameFrom.get(stop.version())) {
            if (!by.containsKey(stop.version())) {
                return Optional.of(new DeadEnd(graph).explain(farthest, target));
            }
            hops.addFirst(by.get(stop.version()));
        }
        return Optional.empty();
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

    static String youngWaiver(Version version) {
        return "too-young-" + version.written();
    }
}
