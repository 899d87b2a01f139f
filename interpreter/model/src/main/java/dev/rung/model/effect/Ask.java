package dev.rung.model.effect;

import dev.rung.model.state.Layout;
import dev.rung.model.state.State;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A person's yes, or a person's deed.
 *
 * @param deed whether it is a deed, and not only a word
 * @param verify what must hold afterwards
 */
public record Ask(String name, String text, boolean deed, Optional<Condition> verify, Changes changes)
        implements Effect {
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

    /** A person is asked again, and says whether it is done. */
    @Override
    public boolean again(State seen, Layout layout) {
        return true;
    }

    @Override
    public boolean mutates() {
        return !changes.isNothing();
    }

    @Override
    public String words() {
        return (deed ? "a person's deed: " : "a person's word: ") + name;
    }
}
