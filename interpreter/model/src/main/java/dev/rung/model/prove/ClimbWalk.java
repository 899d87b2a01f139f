package dev.rung.model.prove;

import dev.rung.model.plan.Item;
import dev.rung.model.plan.PossibleRuns;
import dev.rung.model.state.BackupSet;
import dev.rung.model.state.State;
import dev.rung.model.version.Version;
import dev.rung.model.wayback.Origin;
import dev.rung.model.wayback.Retreat;
import dev.rung.model.wayback.Threshold;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.BiConsumer;

/** Walks over a ladder: through each hop from each landing before it, as long as that makes a difference. */
final class ClimbWalk {
    private final Walks walks;
    private final PossibleRuns.Climb climb;
    private final Origin around;
    private final Optional<Retreat> beyond;
    private final boolean stays;
    private final BiConsumer<Item.Step, State> landings;
    private final Set<Start> known = new HashSet<>();
    private final Deque<Start> open = new ArrayDeque<>();
    private final Set<State> smooth = new LinkedHashSet<>();
    private final Set<State> others = new LinkedHashSet<>();

    /**
     * @param around the start of what stands around the ladder
     * @param beyond where a way back leads that cannot lead there
     * @param stays whether what has landed is a start from then on to what stands around it
     * @param landings gets every landing, as what stands around it sees it, with the last statement before it
     */
    ClimbWalk(
            Walks walks,
            PossibleRuns.Climb climb,
            Origin around,
            Optional<Retreat> beyond,
            boolean stays,
            BiConsumer<Item.Step, State> landings) {
        this.walks = walks;
        this.climb = climb;
        this.around = around;
        this.beyond = beyond;
        this.stays = stays;
        this.landings = landings;
    }

    /**
     * A hop that may begin.
     *
     * @param outside what stands around the ladder
     * @param earlier where its way back leads if it cannot lead to its own start
     */
    private record Start(int hop, State outside, Optional<Retreat> earlier, boolean isSmooth) {}

    Reached from(Reached before) {
        before.smooth().forEach(state -> begin(climb.first(), state, retreat(state), true));
        before.others().forEach(state -> begin(climb.first(), state, retreat(state), false));
        if (climb.mayBeSkipped()) {
            smooth.addAll(before.smooth());
            others.addAll(before.others());
        }
        while (!open.isEmpty()) {
            through(open.poll());
        }
        others.removeAll(smooth);
        return new Reached(smooth, others);
    }

    private Optional<Retreat> retreat(State outside) {
        return Optional.of(new Retreat(around, outside, beyond));
    }

    private void begin(SortedSet<Integer> hops, State outside, Optional<Retreat> earlier, boolean isSmooth) {
        for (int hop : hops) {
            Start start = new Start(hop, outside, earlier, isSmooth);
            if (known.add(start)) {
                open.add(start);
            }
        }
    }

    private void through(Start start) {
        PossibleRuns.HopClass hops = climb.classes().get(start.hop());
        Item.Hop hop = hops.like();
        Map<String, Version> versions = new HashMap<>(around.versions());
        versions.put(hop.system(), hop.from());
        State entered = Threshold.entered(start.outside(), hop.layout(), start.earlier());
        Origin origin = new Origin(hop.id(), hop.layout(), entered, versions);
        Walks.Landings landed = walks.through(hops, origin, start.earlier(), start.isSmooth());
        landed.reached().smooth().forEach(state -> landed(start, origin, covered(landed, state), landed.last(), true));
        landed.reached().others().forEach(state -> landed(start, origin, state, landed.last(), false));
    }

    /** What breaks a hop was told: that nothing brings it back from behind it is no other mistake. */
    private State covered(Walks.Landings landed, State state) {
        if (stays || !landed.isSupposed()) {
            return state;
        }
        Set<String> all = state.data().keySet();
        return state.withSet(
                new BackupSet("supposed", all, BackupSet.Level.RESTORED, true, true, Set.of(), false, List.of()));
    }

    private void landed(Start start, Origin origin, State state, Optional<Item.Step> last, boolean isSmooth) {
        State outside = stays
                ? Threshold.landed(start.outside(), state, origin.layout())
                : Threshold.seenFrom(start.outside(), around.layout(), state);
        last.ifPresent(step -> landings.accept(step, outside));
        if (isSmooth && !climb.next().get(start.hop()).isEmpty()) {
            walks.mustHaveRun(climb.classes().get(start.hop()), origin, state);
        }
        if (climb.last().contains(start.hop())) {
            (isSmooth ? smooth : others).add(outside);
        }
        Optional<Retreat> earlier =
                Retreat.afterLanding(origin, state, start.earlier(), retreat(start.outside()), retreat(outside));
        begin(climb.next().get(start.hop()), outside, earlier, isSmooth);
    }
}
