package dev.rung.model.prove;

import dev.rung.model.effect.Effect;
import dev.rung.model.effect.Unmet;
import dev.rung.model.plan.Item;
import dev.rung.model.plan.Plan;
import dev.rung.model.prove.Homecoming.Astray;
import dev.rung.model.state.Layout;
import dev.rung.model.state.ServiceState;
import dev.rung.model.state.ServiceState.Running;
import dev.rung.model.state.State;
import dev.rung.model.version.Version;
import dev.rung.model.wayback.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Walks through every hop of a plan ahead of the run. It asks at each effect whether its needs hold, and of every state
 * that a cut in it may leave, and that a service may fall into by itself, whether the way back from there arrives, however
 * often that is cut off in its turn. What lies behind a resume is walked through as well: an effect that was cut and may be
 * begun once more leaves what it then leaves. Versions that this plan does not go through are not looked at. Services are
 * taken to run at the start of a hop.
 */
public final class Foresight {
    /** More ways to have come to one place than anybody tells apart: from there on they are taken together. */
    private static final int TOGETHER = 16;

    private final Origin origin;
    private final Layout layout;
    private final Homecoming homecoming;
    private final String hop;
    private Set<State> states;

    private Foresight(Item.Hop hop) {
        this.hop = hop.from() + " → " + hop.to();
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

    /** The first break of each hop; hops that break at the same statement are told once. */
    public static List<NoWayBack> find(Plan plan) {
        List<NoWayBack> found = new ArrayList<>();
        plan.ladders()
                .flatMap(ladder -> ladder.hops().stream())
                .flatMap(hop -> new Foresight(hop).walk(hop.body()).stream())
                .filter(one -> found.stream().noneMatch(other -> other.at().equals(one.at())))
                .forEach(found::add);
        return found;
    }

    private Optional<NoWayBack> walk(List<Item> items) {
        for (Item item : items) {
            Optional<NoWayBack> found = switch (item) {
                case Item.Step step -> step(step);
                case Item.Choice choice -> choice(choice);
                case Item.Ladder ladder -> Optional.empty();
            };
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<NoWayBack> choice(Item.Choice choice) {
        Set<State> before = states;
        Optional<NoWayBack> found = walk(choice.then());
        Set<State> then = states;
        states = before;
        if (found.isEmpty()) {
            found = walk(choice.otherwise());
        }
        states = joined(then, states);
        return found;
    }

    private static Set<State> joined(Set<State> some, Set<State> others) {
        Set<State> all = new LinkedHashSet<>(some);
        all.addAll(others);
        return all.size() <= TOGETHER
                ? all
                : Set.of(all.stream().reduce(State::worse).orElseThrow());
    }

    private Optional<NoWayBack> step(Item.Step step) {
        for (Effect effect : step.effects()) {
            Set<State> after = new LinkedHashSet<>();
            for (State state : states) {
                Optional<String> broken = breaks(effect, state, after);
                if (broken.isPresent()) {
                    return Optional.of(new NoWayBack(step, hop, broken.get()));
                }
            }
            states = joined(after, Set.of());
        }
        return Optional.empty();
    }

    private Optional<String> breaks(Effect effect, State state, Set<State> after) {
        List<Unmet> unmet = effect.unmet(state, layout);
        if (!unmet.isEmpty()) {
            return Optional.of(unmet.getFirst().words());
        }
        State done = effect.does(state, layout);
        after.add(done);
        Set<State> left = new LinkedHashSet<>(Cuts.fallen(done, layout));
        if (effect.mutates()) {
            for (State cut : Cuts.after(effect, state, layout)) {
                left.add(cut);
                if (effect.again(cut, layout) && effect.unmet(cut, layout).isEmpty()) {
                    after.add(effect.does(cut, layout));
                }
            }
        }
        return left.stream()
                .flatMap(cut -> homecoming.astray(cut).stream())
                .findFirst()
                .map(Foresight::words);
    }

    private static String words(Astray astray) {
        return astray.effect()
                .map(effect -> "the way back could not " + effect.words() + ": " + astray.why())
                .orElse(astray.why());
    }
}
