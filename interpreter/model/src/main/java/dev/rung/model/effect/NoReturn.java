package dev.rung.model.effect;

import dev.rung.model.state.Layout;
import dev.rung.model.state.State;
import java.util.List;

/** From here on the way is forward: said by the runbook. @param why in its words */
public record NoReturn(String why) implements Effect {
    @Override
    public List<Unmet> unmet(State state, Layout layout) {
        Needs needs = Needs.of(state, layout);
        return (state.forward().isPresent()
                        ? needs
                        : needs.and(OneWay.halfChanged(state)).and(OneWay.unwell(state, layout)))
                .unmet();
    }

    @Override
    public State does(State state, Layout layout) {
        return state.beyondReturn(why);
    }

    @Override
    public boolean mutates() {
        return true;
    }

    @Override
    public String words() {
        return "from here on the way is forward: " + why;
    }
}
