package dev.rung.model.effect;

import dev.rung.model.expression.Expression;
import dev.rung.model.state.Deed;
import dev.rung.model.state.Deed.Moment;
import dev.rung.model.state.Layout;
import dev.rung.model.state.State;
import java.util.Optional;
import java.util.Set;

/**
 * Brings a file from an address: beside, checked, then renamed. On a way back it is removed, or the former file put back; no
 * part is touched by it.
 *
 * @param deed the id of the statement
 * @param title the address, as a plan says it
 * @param sha256 what its digest has to be
 */
public record Download(String deed, String title, Expression url, Expression target, Optional<Expression> sha256)
        implements Effect {
    @Override
    public State does(State state, Layout layout) {
        return state.withDeed(done());
    }

    @Override
    public Set<State> mayLeave(State state, Layout layout) {
        return Effect.eachOf(state, does(state, layout), state.withDeed(done().unsure()));
    }

    /** Put back before anything starts that may read it. */
    private Deed done() {
        return new Deed(deed, words(), Set.of(), Set.of(), Moment.HELD, true);
    }

    @Override
    public boolean mutates() {
        return true;
    }

    @Override
    public String words() {
        return "download `" + title + "`";
    }
}
