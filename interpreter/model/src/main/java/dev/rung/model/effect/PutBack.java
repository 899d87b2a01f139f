package dev.rung.model.effect;

import dev.rung.model.state.CodeForm;
import dev.rung.model.state.Layout;
import dev.rung.model.state.State;
import java.util.List;
import java.util.Set;

/** Puts the former release back in the artifact's place. */
public record PutBack(String artifact) implements Effect {
    @Override
    public List<Unmet> unmet(State state, Layout layout) {
        return Needs.of(state, layout).startersHeld(layout.groupOf(artifact)).unmet();
    }

    @Override
    public State does(State state, Layout layout) {
        return state.withCode(artifact, CodeForm.OLD);
    }

    @Override
    public Set<State> mayLeave(State state, Layout layout) {
        return Effect.eachOf(state, does(state, layout), state.withCode(artifact, CodeForm.MIXED));
    }

    @Override
    public boolean mutates() {
        return true;
    }

    @Override
    public String words() {
        return "put the former `" + artifact + "` back";
    }
}
