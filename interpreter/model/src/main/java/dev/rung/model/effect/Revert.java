package dev.rung.model.effect;

import dev.rung.model.state.DataForm;
import dev.rung.model.state.Layout;
import dev.rung.model.state.State;
import java.util.List;
import java.util.Set;

/** A named rollback: newer code brings the data back to the old form, which is its author's word. */
public record Revert(String rollback, Set<String> data) implements Effect {
    public Revert {
        data = Set.copyOf(data);
    }

    @Override
    public List<Unmet> unmet(State state, Layout layout) {
        return Needs.of(state, layout).usersHeld(data).cover(data).unmet();
    }

    @Override
    public State does(State state, Layout layout) {
        return state.touched(data, layout).withData(data, form -> DataForm.OLD);
    }

    @Override
    public Set<State> mayLeave(State state, Layout layout) {
        State half = state.touched(data, layout);
        return Effect.eachOf(state, half, does(state, layout), half.withInFlight(words()));
    }

    @Override
    public boolean again(State seen, Layout layout) {
        return false;
    }

    @Override
    public boolean mutates() {
        return true;
    }

    @Override
    public String words() {
        return "roll back by `" + rollback + "`";
    }
}
