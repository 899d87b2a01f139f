package dev.rung.model.effect;

import dev.rung.model.expression.Expression;
import dev.rung.model.state.Layout;
import dev.rung.model.state.State;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Sends a database a statement that changes it. Not every database takes back all that was cut in its middle, so half of it
 * may have been done.
 *
 * @param title as a plan says it
 * @param values what takes the places of its question marks
 * @param changes the database, and whether the runbook says how it is taken back
 */
public record Sql(String title, String database, Expression command, Optional<Expression> values, Changes changes)
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
        return "tell `" + database + "` to `" + title + "`";
    }
}
