package dev.rung.model.effect;

import dev.rung.model.state.Layout;
import dev.rung.model.state.State;
import java.util.List;
import java.util.Set;

/** Runs a program. */
public record Run(String title, Command command, Changes changes) implements Effect {
    @Override
    public List<Unmet> unmet(State state, Layout layout) {
        return changes.unmet(state, layout);
    }

    @Override
    public State does(State state, Layout layout) {
        return changes.does(state, layout, words());
    }

    @Override
    public Set<State> mayLeave(State state, Layout layout) {
        return changes.mayLeave(state, layout, words());
    }

    @Override
    public boolean again(State seen, Layout layout) {
        return changes.again();
    }

    @Override
    public boolean mutates() {
        return true;
    }

    @Override
    public String words() {
        return "run `" + title + "`";
    }
}
