package dev.rung.model.effect;

import dev.rung.model.state.Layout;
import dev.rung.model.state.State;
import java.util.List;
import java.util.Set;

/** Sends a request over HTTP that reads, or of which its author says what it changes or how it is taken back. */
public record Call(String title, Request request, Changes changes) implements Effect {
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
        return changes.isNothing() ? Effect.eachOf(state) : changes.mayLeave(state, layout, words());
    }

    @Override
    public boolean again(State seen, Layout layout) {
        return changes.again();
    }

    @Override
    public boolean mutates() {
        return !changes.isNothing();
    }

    @Override
    public String words() {
        return "send `" + title + "`";
    }
}
