package dev.rung.model.prove;

import dev.rung.model.effect.Check;
import dev.rung.model.effect.Condition;
import dev.rung.model.effect.Effect;
import dev.rung.model.effect.Unmet;
import dev.rung.model.plan.Item;
import dev.rung.model.plan.PossibleRuns;
import dev.rung.model.state.Layout;
import dev.rung.model.state.State;
import dev.rung.model.version.Version;
import dev.rung.model.wayback.Origin;
import dev.rung.model.wayback.Retreat;
import dev.rung.model.wayback.Wayback;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Walks through the statements of one hop, or through those outside of hops, as the engine carries them out. It asks at each
 * effect whether its needs hold, and of every state that a cut in it may leave, and that a service may fall into by itself,
 * whether the way back from there arrives, however often that is cut off in its turn.
 *
 * <p>Two kinds of states come to a statement. To the smooth ones nothing has happened: there every need has to hold. The
 * others were resumed after a cut, or a failure was passed over: there the engine refuses what must not begin, and goes back
 * from what was looked at already. Beyond a point of no return it cannot do that: there each has to be able to go on.
 */
final class BodyWalk {
    /** More ways to have come to one place than anybody tells apart: from there on they are taken together. */
    private static final int TOGETHER = 16;

    private final Walks walks;
    private final Origin origin;
    private final Layout layout;
    private final Optional<Retreat> earlier;
    private final Report report;
    private final Optional<Goal> goal;
    private final Set<State> home = new HashSet<>();
    private final Map<State, Cut> cuts = new HashMap<>();
    private Reached reached;
    private boolean broken;

    /** @param version to which a hop leads its system */
    record Goal(String system, Version version) {}

    /**
     * @param earlier where a way back leads that cannot lead to the origin
     * @param goal of the hop; empty outside of hops
     */
    BodyWalk(Walks walks, Origin origin, Optional<Retreat> earlier, Report report, Optional<Goal> goal, Reached from) {
        this.goal = goal;
        this.walks = walks;
        this.origin = origin;
        this.layout = origin.layout();
        this.earlier = earlier;
        this.report = report;
        this.reached = from;
    }

    /** What is believed where the walk has come to. */
    Reached reached() {
        return reached;
    }

    /** Whether something was found that keeps it from going on. */
    boolean isBroken() {
        return broken;
    }

    void items(List<Item> items) {
        for (Item item : items) {
            if (broken) {
                return;
            }
            switch (item) {
                case Item.Step step -> step(step);
                case Item.Choice choice -> choice(choice);
                case Item.Each each -> each(each);
                case Item.Ladder ladder -> climb(PossibleRuns.climb(ladder), ladder.stays());
            }
        }
    }

    private void choice(Item.Choice choice) {
        Reached before = reached;
        items(choice.then());
        Reached then = reached;
        reached = before;
        items(choice.otherwise());
        reached = new Reached(joined(then.smooth(), reached.smooth()), joined(then.others(), reached.others()));
    }

    /** As often as one likes, or not at all: until once more leads nowhere that it has not led to before. */
    private void each(Item.Each each) {
        Reached before;
        do {
            before = reached;
            items(each.body());
            reached = new Reached(joined(before.smooth(), reached.smooth()), joined(before.others(), reached.others()));
        } while (!broken && !reached.equals(before));
    }

    /** One whose landings stay. */
    void climb(PossibleRuns.Climb climb) {
        climb(climb, true);
    }

    /**
     * Within each hop of it the way back leads to the hop's start; between them, and behind them, to the one of this walk.
     *
     * @param stays whether what has landed is as it should be there
     */
    private void climb(PossibleRuns.Climb climb, boolean stays) {
        Reached above =
                new ClimbWalk(walks, climb, origin, earlier, stays, this::mustComeHomeFromLanding).from(reached);
        reached = new Reached(joined(above.smooth(), Set.of()), joined(above.others(), Set.of()));
    }

    private void mustComeHomeFromLanding(Item.Step last, State landed) {
        mustComeHome(last, landed);
        Cuts.fallen(landed, layout).forEach(fallen -> mustComeHome(last, fallen));
    }

    private static Set<State> joined(Set<State> some, Set<State> more) {
        Set<State> all = new LinkedHashSet<>(some);
        all.addAll(more);
        return all.size() <= TOGETHER
                ? all
                : Set.of(all.stream().reduce(State::worse).orElseThrow());
    }

    private void step(Item.Step step) {
        Map<State, Cut> cuts = new LinkedHashMap<>();
        Set<State> passedOver = new LinkedHashSet<>();
        boolean passes = step.waivable() && walks.isFailing();
        for (Effect effect : step.effects()) {
            Set<State> done = new LinkedHashSet<>();
            Set<State> resumed = new LinkedHashSet<>();
            for (State state : reached.smooth()) {
                List<Unmet> unmet = effect.unmet(state, layout);
                if (unmet.isEmpty()) {
                    cannotHold(step, effect, state);
                    if (!isEnd(effect)) {
                        done.add(effect.does(state, layout));
                    }
                    begun(step, effect, state, cuts, resumed);
                } else {
                    cannotBegin(step, effect, state, unmet);
                }
                if (passes) {
                    passedOver.addAll(left(step, effect, state));
                }
            }
            for (State state : reached.others()) {
                List<Unmet> unmet = effect.unmet(state, layout);
                if (unmet.isEmpty() && !isEnd(effect)) {
                    resumed.add(effect.does(state, layout));
                    begun(step, effect, state, cuts, resumed);
                } else if (state.forward().isPresent()) {
                    cannotBegin(step, effect, state, unmet);
                }
                if (passes) {
                    passedOver.addAll(left(step, effect, state));
                }
            }
            if (broken) {
                return;
            }
            Set<State> smooth = joined(done, Set.of());
            resumed.removeAll(smooth);
            reached = new Reached(smooth, joined(resumed, Set.of()));
        }
        if (step.waivable()) {
            passedOver.removeAll(reached.smooth());
            reached = new Reached(reached.smooth(), joined(reached.others(), passedOver));
        }
        report.add(
                step,
                layout,
                reached.smooth().stream()
                        .filter(state -> walks.isFailing())
                        .findFirst()
                        .map(this::cut),
                cuts.values());
    }

    /** Whether nothing comes behind it. */
    private static boolean isEnd(Effect effect) {
        return effect instanceof Check(Condition.Never ignored, String words);
    }

    private void cannotBegin(Item.Step step, Effect effect, State state, List<Unmet> unmet) {
        breaks(Causes.cannotBegin(report.scene(step, origin), effect, state, unmet));
    }

    private void cannotHold(Item.Step step, Effect effect, State state) {
        if (!step.waivable()) {
            InVain.tooEarly(report.scene(step, origin), effect, state, goal).ifPresent(this::breaks);
        }
    }

    private void breaks(Gap gap) {
        broken = true;
        report.add(gap);
    }

    /** What is believed once an effect was begun, however it ended, if the failure is passed over. */
    private Set<State> left(Item.Step step, Effect effect, State state) {
        if (!step.waivable()) {
            return Set.of();
        }
        return effect.mutates() && effect.unmet(state, layout).isEmpty()
                ? Cuts.after(effect, state, layout)
                : Set.of(state);
    }

    /** @param resumed gets what comes of an effect that was cut and may be begun once more */
    private void begun(Item.Step step, Effect effect, State state, Map<State, Cut> cuts, Set<State> resumed) {
        if (!walks.isFailing()) {
            return;
        }
        State done = effect.does(state, layout);
        Set<State> reachable = new LinkedHashSet<>(Set.of(done));
        if (effect.mutates()) {
            for (State cut : Cuts.after(effect, state, layout)) {
                reachable.add(cut);
                cuts.computeIfAbsent(cut, this::cut);
                State settled = cut.settled();
                boolean again = effect.again(settled, layout)
                        && effect.unmet(settled, layout).isEmpty();
                if (again) {
                    resumed.add(effect.does(settled, layout));
                } else if (cut.forward().isPresent() && !cut.equals(done)) {
                    goesNowhere(step, effect, cut);
                }
            }
        }
        reachable.addAll(resumed);
        List.copyOf(reachable).forEach(is -> reachable.addAll(Cuts.fallen(is, layout)));
        reachable.forEach(is -> mustComeHome(step, is));
    }

    private Cut cut(State left) {
        Cut same = cuts.computeIfAbsent(alike(left), is -> {
            Retreat.Goal goal = Retreat.goal(origin, is, earlier);
            return new Cut(is, Wayback.from(goal.state(), goal.origin()), goal.isEarlier());
        });
        return new Cut(left, same.back(), same.toEarlierStart());
    }

    /** What is in flight has to be settled first, whatever it is. */
    private static State alike(State state) {
        return state.inFlight().isEmpty() ? state : state.withInFlight(List.of("something"));
    }

    private void goesNowhere(Item.Step step, Effect effect, State left) {
        breaks(Causes.goesNowhere(report.scene(step, origin), effect, left));
    }

    private void mustComeHome(Item.Step step, State from) {
        if (broken || !walks.isFailing() || !home.add(alike(from))) {
            return;
        }
        Retreat.Goal goal = Retreat.goal(origin, from, earlier);
        walks.homecoming(goal.origin())
                .astray(goal.state())
                .ifPresent(astray -> breaks(Causes.astray(report.scene(step, origin), from, astray)));
    }
}
