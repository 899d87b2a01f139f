package dev.rung.model.effect;

import dev.rung.model.state.Layout;
import dev.rung.model.state.State;
import dev.rung.model.state.Trust;
import java.util.Optional;
import java.util.Set;

/** Waits until a condition holds. @param unless what makes waiting pointless */
public record Wait(Condition condition, Optional<Condition> unless) implements Effect {
    @Override
    public State does(State state, Layout layout) {
        if (condition instanceof Condition.Healthy(String system)
                && state.trust().get(system) == Trust.NONE) {
            return state.withTrust(system, Trust.HEALTHY);
        }
        return state;
    }

    @Override
    public Set<State> mayLeave(State state, Layout layout) {
        return Effect.eachOf(state);
    }

    @Override
    public String words() {
        return "wait until " + condition.words();
    }
}
