package dev.rung.model.version;

import dev.rung.model.version.PathFinding.Refused;
import dev.rung.model.version.ReleaseGraph.Hop;
import dev.rung.model.version.ReleaseGraph.Stop;
import java.util.ArrayDeque;
import java.util.Deque;
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
    private final Map<Stop, Best> known = new HashMap<>();
    private final Map<Stop, Refused> dead = new HashMap<>();

    /**
     * @param hops how many it takes to the target; empty if no path leads there
     * @param first empty at the target, and where nothing leads on
     * @param farthest what can be reached, if the target cannot
     */
    private record Best(Optional<Integer> hops, Optional<Hop> first, Stop farthest) {}

    NextHops(ReleaseGraph graph, Stop target) {
        this.graph = graph;
        this.target = target;
        known.put(target, new Best(Optional.of(0), Optional.empty(), target));
    }

    /** Why no path leads from here to the target; empty if one does. */
    Optional<Refused> blocked(Stop from) {
        Best best = best(from);
        if (best.hops().isPresent()) {
            return Optional.empty();
        }
        DeadEnd end = new DeadEnd(graph);
        return end.straightBackInTime(from, target)
                .or(() ->
                        Optional.of(dead.computeIfAbsent(best.farthest(), farthest -> end.explain(farthest, target))));
    }

    /** From where a path leads to the target. */
    Hop after(Stop from) {
        return best(from).first().orElseThrow(() -> new IllegalStateException("a bug: no hop leads on"));
    }

    private Best best(Stop from) {
        Best best = known.get(from);
        return best == null ? weighed(from) : best;
    }

    /** What lies ahead and is not known yet is weighed first. */
    private Best weighed(Stop from) {
        Deque<Weighing> open = new ArrayDeque<>();
        open.push(new Weighing(from));
        while (true) {
            Weighing weighing = open.peek();
            Optional<Stop> unknown = weighing.goOn();
            if (unknown.isPresent()) {
                open.push(new Weighing(unknown.get()));
                continue;
            }
            open.pop();
            known.put(weighing.from, weighing.best());
            if (open.isEmpty()) {
                return weighing.best();
            }
        }
    }

    /** The hops from one stop, one after the other, as far as it takes. */
    private final class Weighing {
        private final Stop from;
        private final Version limit;
        private final Iterator<Hop> ahead;
        private Optional<Hop> at = Optional.empty();
        private Optional<Integer> hops = Optional.empty();
        private Optional<Hop> first = Optional.empty();
        private Stop farthest;

        Weighing(Stop from) {
            this.from = from;
            this.limit = graph.limit(from, target);
            this.ahead = graph.hops(from, target).iterator();
            this.farthest = from;
        }

        /** A stop that has to be known before this goes on; empty if it has come to its end. */
        Optional<Stop> goOn() {
            while (at.isPresent() || ahead.hasNext()) {
                Hop hop = at.orElseGet(ahead::next);
                Best then = known.get(hop.to());
                if (then == null) {
                    at = Optional.of(hop);
                    return Optional.of(hop.to());
                }
                at = Optional.empty();
                if (weigh(hop, then)) {
                    return Optional.empty();
                }
            }
            return Optional.empty();
        }

        /** Whether no hop that follows can be better: the target would have come first, and nobody gets past a waypoint. */
        private boolean weigh(Hop hop, Best then) {
            farthest = farthest.olderThan(then.farthest()) ? then.farthest() : farthest;
            boolean better =
                    then.hops().isPresent() && (hops.isEmpty() || then.hops().get() + 1 < hops.get());
            if (better) {
                hops = then.hops().map(rest -> rest + 1);
                first = Optional.of(hop);
            }
            return hops.filter(count -> count <= 2).isPresent()
                    || hop.to().version().equals(limit);
        }

        Best best() {
            return new Best(hops, first, farthest);
        }
    }
}
