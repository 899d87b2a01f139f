package dev.rung.model.prove;

import dev.rung.model.effect.Effect;
import dev.rung.model.effect.Unmet;
import dev.rung.model.plan.Item;
import dev.rung.model.plan.Plan;
import dev.rung.model.state.Layout;
import dev.rung.model.state.ServiceState;
import dev.rung.model.state.ServiceState.Running;
import dev.rung.model.state.State;
import dev.rung.model.version.Version;
import dev.rung.model.wayback.Origin;
import dev.rung.model.wayback.Route;
import dev.rung.model.wayback.Wayback;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Walks through every hop of a plan as if all went well, and asks at each effect whether its needs hold and, of every state
 * that a cut in it may leave, whether there is a way back. It is not the proof: cuts on the way back itself, and versions
 * that this plan does not go through, are not looked at. Services are taken to run at the start of a hop.
 */
public final class Foresight {
    private final Origin origin;
    private final String hop;
    private State state;

    private Foresight(Item.Hop hop) {
        this.hop = hop.from() + " → " + hop.to();
        Map<String, ServiceState> up = new TreeMap<>();
        for (Layout.Service service : hop.layout().services()) {
            up.put(service.name(), new ServiceState(Running.OLD, false));
        }
        this.state = State.origin(hop.layout(), up);
        Map<String, Version> versions = new HashMap<>();
        hop.layout().systems().forEach(group -> versions.put(group.system(), hop.from()));
        this.origin = new Origin(hop.layout(), state, versions);
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
        State before = state;
        Optional<NoWayBack> found = walk(choice.then());
        State then = state;
        state = before;
        if (found.isEmpty()) {
            found = walk(choice.otherwise());
        }
        state = then.equals(state) ? state : then.worse(state);
        return found;
    }

    private Optional<NoWayBack> step(Item.Step step) {
        for (Effect effect : step.effects()) {
            List<Unmet> unmet = effect.unmet(state, origin.layout());
            if (!unmet.isEmpty()) {
                return Optional.of(new NoWayBack(step, hop, unmet.getFirst().words()));
            }
            if (effect.mutates()) {
                for (State left : effect.mayLeave(state, origin.layout())) {
                    if (Wayback.from(left, origin) instanceof Route.None none) {
                        return Optional.of(new NoWayBack(step, hop, none.why()));
                    }
                }
            }
            state = effect.does(state, origin.layout());
        }
        return Optional.empty();
    }
}
