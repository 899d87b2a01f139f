package dev.rung.model.effect;

import dev.rung.model.expression.Expression;
import dev.rung.model.state.Layout;
import dev.rung.model.state.State;
import java.util.List;
import java.util.Set;

/** Fills a database anew from a dump: beside, and then changed over; the former one is kept until the run is over. */
public record Import(String database, Expression source, String title) implements Effect {
    @Override
    public List<Unmet> unmet(State state, Layout layout) {
        Set<String> one = Set.of(database);
        return Needs.of(state, layout)
                .usersHeld(one)
                .cover(one)
                .noneLeftBehind(one)
                .noLoss(one)
                .unmet();
    }

    @Override
    public State does(State state, Layout layout) {
        return state.touched(Set.of(database), layout);
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
        return "fill `" + database + "` anew from " + title;
    }
}
