package dev.rung.model.version;

import dev.rung.model.version.PathFinding.Refused;
import dev.rung.model.version.ReleaseGraph.Hop;
import dev.rung.model.version.ReleaseGraph.Stop;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** Says why no path leads on from the farthest stop that was reached. */
final class DeadEnd {
    private final ReleaseGraph graph;

    DeadEnd(ReleaseGraph graph) {
        this.graph = graph;
    }

    /** Where one hop would do, were it not one back in time: whatever lies farther does not matter then. */
    Optional<Refused> straightBackInTime(Stop from, Stop target) {
        boolean straight = graph.waypointAhead(from, target).isEmpty()
                && graph.time().goesBack(from, target)
                && graph.ruled(from, target).anyMatch(hop -> hop.to().equals(target));
        return straight ? Optional.of(backInTime(from, target)) : Optional.empty();
    }

    private static Refused backInTime(Stop from, Stop to) {
        return new PathFinding.BackInTime(from.version(), date(from), to.version(), date(to));
    }

    Refused explain(Stop at, Stop target) {
        Optional<PathRule> rule = graph.ruleAt(at);
        if (rule.isEmpty()) {
            return new PathFinding.NoRule(at.version(), target.version());
        }
        if (graph.ruled(at, target).findFirst().isEmpty()) {
            return noLine(rule.get(), at, target);
        }
        Optional<Map.Entry<Version, PlacedWaypoint>> waypoint = graph.waypointAhead(at, target);
        return graph.ruled(at, target)
                .map(Hop::to)
                .filter(to -> graph.time().goesBack(at, to))
                .filter(to -> waypoint.isEmpty()
                        || to.version().compareTo(waypoint.get().getKey()) <= 0)
                .findFirst()
                .map(to -> backInTime(at, to))
                .orElseGet(() -> blocked(at, waypoint.orElseThrow().getValue().waypoint()));
    }

    private static LocalDate date(Stop stop) {
        return stop.release().flatMap(Release::released).orElseThrow();
    }

    /** Every hop that the rules allow would jump over a waypoint. */
    private Refused blocked(Stop at, Waypoint waypoint) {
        Optional<Integer> line = graph.lineNamed(waypoint.version());
        if (line.isPresent() && graph.newest(line.get()).isEmpty()) {
            return new PathFinding.Gap(
                    at.version(), waypoint.version(), graph.waivers(line.get()), graph.around(waypoint.version()));
        }
        return graph.candidates()
                .listed(waypoint.version())
                .flatMap(graph.candidates()::refusal)
                .orElseGet(() -> new PathFinding.UnreachableWaypoint(at.version(), waypoint.version()));
    }

    private Refused noLine(PathRule rule, Stop at, Stop target) {
        int next = rule instanceof PathRule.Direct ? target.line() : Math.min(at.line() + 1, target.line());
        Line line = graph.line(next);
        if (!line.from().isEmpty() && !line.from().contains(graph.line(at).number())) {
            return new PathFinding.NoEntry(at.version(), line.number(), line.from());
        }
        return new PathFinding.Gap(at.version(), line.number(), graph.waivers(next), graph.around(line.number()));
    }
}
