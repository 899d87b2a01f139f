package dev.rung.model.version;

import dev.rung.model.version.PathFinding.Refused;
import dev.rung.model.version.ReleaseGraph.Hop;
import dev.rung.model.version.ReleaseGraph.Stop;
import dev.rung.model.version.ReleasePaths.Beginning;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The ways of one edition to one target. */
final class EditionPaths {
    private final ReleaseGraph graph;
    private final Destinations destinations;
    private final Version target;
    private final List<Version> via;
    private final Map<Stop, NextHops> nextHops = new HashMap<>();
    /** From where a hop has led to, by that: the rest of a way is the same whoever comes along. */
    private final Map<Version, Way> rests = new HashMap<>();

    EditionPaths(ReleaseFile file, ReleaseGraph graph, Version target, List<Version> via) {
        this.graph = graph;
        this.destinations = new Destinations(file, graph);
        this.target = target;
        this.via = via;
    }

    Beginning from(Spelling.Spelled installed) {
        return switch (destinations.resolve(installed, target, via)) {
            case Destinations.None(Refused why) -> new Beginning.Closed(why);
            case Destinations.Resolved(Stop start, List<Stop> stops) -> through(start, stops);
        };
    }

    private Beginning through(Stop start, List<Stop> stops) {
        Stop at = start;
        for (Stop stop : stops) {
            Optional<Refused> blocked = nextHops(stop).blocked(at);
            if (blocked.isPresent()) {
                return new Beginning.Closed(blocked.get());
            }
            at = stop;
        }
        return new Beginning.Open(way(start, stops));
    }

    private NextHops nextHops(Stop stop) {
        return nextHops.computeIfAbsent(stop, to -> new NextHops(graph, to));
    }

    /** From the start up to what is known already, and that laid behind it. */
    private Optional<Way> way(Stop start, List<Stop> stops) {
        Deque<Leg> legs = new ArrayDeque<>();
        Optional<Way> rest = Optional.empty();
        Stop at = start;
        for (Stop stop : stops) {
            boolean last = stop.equals(stops.getLast());
            while (rest.isEmpty() && !at.version().equals(stop.version())) {
                Hop hop = nextHops(stop).after(at);
                boolean asked = !last && hop.to().equals(stop);
                legs.push(leg(at, hop.to(), asked ? "`via " + stop.version() + "`" : hop.why()));
                at = hop.to();
                rest = Optional.ofNullable(rests.get(at.version()));
            }
        }
        while (!legs.isEmpty()) {
            Leg leg = legs.pop();
            Way way = new Way(leg, rest);
            if (!legs.isEmpty()) {
                rests.put(leg.from(), way);
            }
            rest = Optional.of(way);
        }
        return rest;
    }

    private Leg leg(Stop from, Stop to, String why) {
        Release release =
                to.release().orElseThrow(() -> new IllegalStateException("a bug: a hop to what is not listed"));
        return new Leg(
                from.version(),
                release,
                why,
                graph.file().requires(release),
                graph.time().waived(from, to, graph.candidates()));
    }
}
