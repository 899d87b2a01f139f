package dev.rung.model.prove;

import dev.rung.model.effect.Effect;
import dev.rung.model.effect.Unmet;
import dev.rung.model.plan.Item;
import dev.rung.model.prove.Homecoming.Astray;
import dev.rung.model.state.Layout;
import dev.rung.model.state.State;
import dev.rung.model.version.Version;
import dev.rung.model.wayback.Landing;
import dev.rung.model.wayback.Origin;
import dev.rung.model.wayback.Wayback;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Walks through one hop, as the engine carries it out. It asks at each effect whether its needs hold, and of every state
 * that a cut in it may leave, and that a service may fall into by itself, whether the way back from there arrives, however
 * often that is cut off in its turn. Services are taken to run at the start of a hop.
 *
 * <p>Two kinds of states come to a statement. To the smooth ones nothing has happened: there every need has to hold, and at
 * the end the hop has to have landed. The others were resumed after a cut, or a failure was passed over: there the engine
 * refuses what must not begin, and goes back from what was looked at already.
 */
final class HopWalk {
    /** More ways to have come to one place than anybody tells apart: from there on they are taken together. */
    private static final int TOGETHER = 16;

    private final List<String> hops;
    private final Origin origin;
    private final Layout layout;
    private final Homecoming homecoming;
    private final List<Exposure> exposures = new ArrayList<>();
    private Set<State> smooth;
    private Set<State> others = Set.of();
    private Optional<Gap> gap = Optional.empty();

    private HopWalk(Item.Hop hop, List<String> hops) {
        this.hops = hops;
        this.layout = hop.layout();
        Map<String, Version> versions = new HashMap<>();
        layout.systems().forEach(group -> versions.put(group.system(), hop.from()));
        this.origin = Origin.running(layout, versions);
        this.smooth = Set.of(origin.state());
        this.homecoming = new Homecoming(origin);
    }

    /** @param hops all that look like this one, in the words of a plan */
    static HopWalk through(Item.Hop hop, List<String> hops) {
        HopWalk walk = new HopWalk(hop, hops);
        walk.items(hop.body());
        walk.land();
        return walk;
    }

    /** What breaks it first. */
    Optional<Gap> gap() {
        return gap;
    }

    /** By statement, up to the one that breaks it. */
    List<Exposure> exposures() {
        return List.copyOf(exposures);
    }

    private void land() {
        if (gap.isPresent() || exposures.isEmpty()) {
            return;
        }
        gap = smooth.stream()
                .flatMap(state -> Landing.missing(state, origin).stream())
                .findFirst()
                .map(missing -> new NeverLands(exposures.getLast().step(), hops, missing));
    }

    private void items(List<Item> items) {
        for (Item item : items) {
            if (gap.isPresent()) {
                return;
            }
            switch (item) {
                case Item.Step step -> step(step);
                case Item.Choice choice -> choice(choice);
                case Item.Ladder ladder -> throw new IllegalStateException("a ladder within a hop: " + ladder.id());
            }
        }
    }

    private void choice(Item.Choice choice) {
        Set<State> smoothBefore = smooth;
        Set<State> othersBefore = others;
        items(choice.then());
        Set<State> smoothThen = smooth;
        Set<State> othersThen = others;
        smooth = smoothBefore;
        others = othersBefore;
        items(choice.otherwise());
        smooth = joined(smoothThen, smooth);
        others = joined(othersThen, others);
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
        for (Effect effect : step.effects()) {
            Set<State> done = new LinkedHashSet<>();
            Set<State> resumed = new LinkedHashSet<>();
            for (State state : smooth) {
                if (mayBegin(step, effect, state)) {
                    done.add(effect.does(state, layout));
                    begun(step, effect, state, cuts, resumed);
                }
                passedOver.addAll(left(effect, state));
            }
            for (State state : others) {
                if (effect.unmet(state, layout).isEmpty()) {
                    resumed.add(effect.does(state, layout));
                    begun(step, effect, state, cuts, resumed);
                }
                passedOver.addAll(left(effect, state));
            }
            if (gap.isPresent()) {
                return;
            }
            smooth = joined(done, Set.of());
            resumed.removeAll(smooth);
            others = joined(resumed, Set.of());
        }
        if (step.waivable()) {
            passedOver.removeAll(smooth);
            others = joined(others, passedOver);
        }
        exposures.add(new Exposure(step, List.copyOf(cuts.values()), OnWord.in(step)));
    }

    private boolean mayBegin(Item.Step step, Effect effect, State state) {
        List<Unmet> unmet = effect.unmet(state, layout);
        if (unmet.isEmpty()) {
            return true;
        }
        Unmet one = unmet.getFirst();
        gap = gap.or(
                () -> Optional.of(new NoWayBack(step, hops, Optional.empty(), Optional.of(one.need()), one.words())));
        return false;
    }

    /** What is believed once an effect was begun, however it ended. */
    private Set<State> left(Effect effect, State state) {
        return effect.mutates() && effect.unmet(state, layout).isEmpty()
                ? Cuts.after(effect, state, layout)
                : Set.of(state);
    }

    /** @param resumed gets what comes of an effect that was cut and may be begun once more */
    private void begun(Item.Step step, Effect effect, State state, Map<State, Cut> cuts, Set<State> resumed) {
        Set<State> reached = new LinkedHashSet<>(Set.of(effect.does(state, layout)));
        if (effect.mutates()) {
            for (State cut : Cuts.after(effect, state, layout)) {
                reached.add(cut);
                cuts.computeIfAbsent(cut, is -> new Cut(is, Wayback.from(is, origin)));
                if (effect.again(cut, layout) && effect.unmet(cut, layout).isEmpty()) {
                    resumed.add(effect.does(cut, layout));
                }
            }
        }
        reached.addAll(resumed);
        List.copyOf(reached).forEach(is -> reached.addAll(Cuts.fallen(is, layout)));
        reached.forEach(is -> mustComeHome(step, is));
    }

    private void mustComeHome(Item.Step step, State from) {
        if (gap.isPresent()) {
            return;
        }
        gap = homecoming
                .astray(from)
                .map(astray -> new NoWayBack(step, hops, Optional.of(from), astray.need(), words(astray)));
    }

    private static String words(Astray astray) {
        return astray.effect()
                .map(effect -> "the way back could not " + effect.words() + ": " + astray.why())
                .orElse(astray.why());
    }
}
