package dev.rung.model.version;

import dev.rung.model.version.PathFinding.Refused;
import dev.rung.model.version.ReleaseGraph.Hop;
import dev.rung.model.version.ReleaseGraph.Stop;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

/**
 * The best hop from each stop on the way to one that lies ahead: the first of a path with the fewest hops, and of several
 * such the farthest. All hops go up, so whatever a hop leads to is known before the hop is weighed.
 */
final class NextHops {
    private final ReleaseGraph graph;
    private final Stop target;
    private final Map<Version, Best> known = new HashMap<>();
    private final Map<Stop, Refused> dead = new HashMap<>();
    /** All stops from here to the target are known. */
    private Version knownFrom;

    /**
     * @param hops how many it takes to the target; empty if no path leads there
     * @param first empty at the target, and where nothing leads on
     * @param farthest what can be reached, if the target cannot
     */
    private record Best(Optional<Integer> hops, Optional<Hop> first, Stop farthest) {}

    NextHops(ReleaseGraph graph, Stop target) {
        this.graph = graph;
        this.target = target;
        this.knownFrom = target.version();
        known.put(target.version(), new Best(Optional.of(0), Optional.empty(), target));
    }

    /** Why no path leads from here to the target; empty if one does. */
    Optional<Refused> blocked(Stop from) {
        Best best = best(from);
        return best.hops().isPresent()
                ? Optional.empty()
                : Optional.of(dead.computeIfAbsent(
                        best.farthest(), farthest -> new DeadEnd(graph).explain(farthest, target)));
    }

    /** From where a path leads to the target. */
    Hop after(Stop from) {
        return best(from).first().orElseThrow(() -> new IllegalStateException("a bug: no hop leads on"));
    }

    private Best best(Stop from) {
        if (from.version().equals(target.version())) {
            return known.get(target.version());
        }
        for (Stop stop : graph.between(from.version(), knownFrom)) {
            known.put(stop.version(), weighed(stop));
        }
        knownFrom = from.version().compareTo(knownFrom) < 0 ? from.version() : knownFrom;
        boolean listed = graph.usable(from.version()).filter(from::equals).isPresent();
        Best best = listed ? known.get(from.version()) : null;
        if (best == null) {
            best = weighed(from);
            if (listed) {
                known.put(from.version(), best);
            }
        }
        return best;
    }

    private Best weighed(Stop from) {
        Version limit = graph.limit(from, target);
        Optional<Integer> hops = Optional.empty();
        Optional<Hop> first = Optional.empty();
        Stop farthest = from;
        for (Iterator<Hop> ahead = graph.hops(from, target).iterator(); ahead.hasNext(); ) {
            Hop hop = ahead.next();
            Best then = known.get(hop.to().version());
            farthest = farthest.olderThan(then.farthest()) ? then.farthest() : farthest;
            boolean better =
                    then.hops().isPresent() && (hops.isEmpty() || then.hops().get() + 1 < hops.get());
            if (better) {
                hops = then.hops().map(rest -> rest + 1);
                first = Optional.of(hop);
            }
            // The target would have come first, and nobody gets past a waypoint: what follows is not better.
            boolean best = hops.filter(count -> count <= 2).isPresent()
                    || hop.to().version().equals(limit);
            if (best) {
                break;
            }
        }
        return new Best(hops, first, farthest);
    }
}
