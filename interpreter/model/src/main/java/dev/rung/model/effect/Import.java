package dev.rung.model.effect;

import dev.rung.model.expression.Expression;
import dev.rung.model.state.Layout;
import dev.rung.model.state.State;
import dev.rung.model.text.Lists;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Fills data anew, from a dump, from another database or from a backup: beside, and then changed over; the former ones are
 * kept until the run is over. In which form they are then nobody knows before the application has been asked.
 *
 * @param source what they are filled from; the newest backup that this run has taken if empty
 * @param title the source, as a plan says it
 */
public record Import(Set<String> data, Optional<Expression> source, String title) implements Effect {
    public Import {
        data = Set.copyOf(data);
    }

    @Override
    public List<Unmet> unmet(State state, Layout layout) {
        return Needs.of(state, layout)
                .usersHeld(data)
                .cover(data)
                .noneLeftBehind(data)
                .noLoss(data)
                .unmet();
    }

    @Override
    public State does(State state, Layout layout) {
        return state.touched(data, layout);
    }

    @Override
    public Set<State> mayLeave(State state, Layout layout) {
        State done = does(state, layout);
        return Effect.eachOf(state, done, done.withInFlight(words()));
    }

    @Override
    public boolean mutates() {
        return true;
    }

    @Override
    public String words() {
        return "fill " + Lists.quoted(data) + " anew from " + title;
    }
}
