package dev.rung.model.effect;

import dev.rung.model.state.Layout;
import dev.rung.model.state.State;
import java.util.List;

/** Waits for what is still working, or ends it. */
public record Settle() implements Effect {
    @Override
    public List<Unmet> unmet(State state, Layout layout) {
        return List.of();
    }

    @Override
    public State does(State state, Layout layout) {
        return state.settled();
    }

    @Override
    public boolean mutates() {
        return true;
    }

    @Override
    public String words() {
        return "wait for what is still at work, or end it";
    }
}
