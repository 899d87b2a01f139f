package dev.rung.model.prove;

import dev.rung.model.effect.Effect;
import dev.rung.model.effect.Unmet;
import dev.rung.model.plan.Item;
import dev.rung.model.prove.Homecoming.Astray;
import dev.rung.model.state.Layout;
import dev.rung.model.state.ServiceState;
import dev.rung.model.state.ServiceState.Running;
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
import java.util.TreeMap;

/**
 * Walks through one hop. It asks at each effect whether its needs hold, and of every state that a cut in it may leave, and
 * that a service may fall into by itself, whether the way back from there arrives, however often that is cut off in its
 * turn. What lies behind a resume is walked through as well: an effect that was cut and may be begun once more leaves what
 * it then leaves. Services are taken to run at the start of a hop.
 */
final class HopWalk {
    /** More ways to have come to one place than anybody tells apart: from there on they are taken together. */
    private static final int TOGETHER = 16;

    private final List<String> hops;
    private final Origin origin;
    private final Layout layout;
    private final Homecoming homecoming;
    private final List<Exposure> exposures = new ArrayList<>();
    private Set<State> states;
    private Optional<Gap> gap = Optional.empty();

    private HopWalk(Item.Hop hop, List<String> hops) {
        this.hops = hops;
        this.layout = hop.layout();
        Map<String, ServiceState> up = new TreeMap<>();
        for (Layout.Service service : layout.services()) {
            up.put(service.name(), new ServiceState(Running.OLD, false));
        }
        State start = State.origin(layout, up);
        Map<String, Version> versions = new HashMap<>();
        layout.systems().forEach(group -> versions.put(group.system(), hop.from()));
        this.states = Set.of(start);
        this.origin = new Origin(layout, start, versions);
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
        for (State state : states) {
            Optional<String> missing = Landing.missing(state, origin);
            if (gap.isEmpty() && missing.isPresent() && !exposures.isEmpty()) {
                gap = Optional.of(new NeverLands(exposures.getLast().step(), hops, missing.get()));
            }
        }
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
        Set<State> before = states;
        items(choice.then());
        Set<State> then = states;
        states = before;
        items(choice.otherwise());
        states = joined(then, states);
    }

    private static Set<State> joined(Set<State> some, Set<State> others) {
        Set<State> all = new LinkedHashSet<>(some);
        all.addAll(others);
        return all.size() <= TOGETHER
                ? all
                : Set.of(all.stream().reduce(State::worse).orElseThrow());
    }

    private void step(Item.Step step) {
        Map<State, Cut> cuts = new LinkedHashMap<>();
        for (Effect effect : step.effects()) {
            Set<State> after = new LinkedHashSet<>();
            for (State state : states) {
                effect(step, effect, state, after, cuts);
                if (gap.isPresent()) {
                    return;
                }
            }
            states = joined(after, Set.of());
        }
        exposures.add(new Exposure(step, List.copyOf(cuts.values()), OnWord.in(step)));
    }

    private void effect(Item.Step step, Effect effect, State state, Set<State> after, Map<State, Cut> cuts) {
        List<Unmet> unmet = effect.unmet(state, layout);
        if (!unmet.isEmpty()) {
            Unmet one = unmet.getFirst();
            gap = Optional.of(new NoWayBack(step, hops, Optional.empty(), Optional.of(one.need()), one.words()));
            return;
        }
        State done = effect.does(state, layout);
        after.add(done);
        Set<State> left = new LinkedHashSet<>();
        if (effect.mutates()) {
            for (State cut : Cuts.after(effect, state, layout)) {
                left.add(cut);
                cuts.computeIfAbsent(cut, is -> new Cut(is, Wayback.from(is, origin)));
                if (effect.again(cut, layout) && effect.unmet(cut, layout).isEmpty()) {
                    after.add(effect.does(cut, layout));
                }
            }
        }
        left.add(done);
        List.copyOf(left).forEach(is -> left.addAll(Cuts.fallen(is, layout)));
        for (State cut : left) {
            Optional<Astray> astray = homecoming.astray(cut);
            if (astray.isPresent()) {
                gap = Optional.of(
                        new NoWayBack(step, hops, Optional.of(cut), astray.get().need(), words(astray.get())));
                return;
            }
        }
    }

    private static String words(Astray astray) {
        return astray.effect()
                .map(effect -> "the way back could not " + effect.words() + ": " + astray.why())
                .orElse(astray.why());
    }
}
