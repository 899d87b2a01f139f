package dev.rung.model.effect;

import dev.rung.model.state.Layout;
import dev.rung.model.state.ServiceState;
import dev.rung.model.state.State;

/** Takes the mark off a service that was down without it before. */
public record ReleaseHold(String service) implements Effect {
    @Override
    public State does(State state, Layout layout) {
        ServiceState is = state.service(service);
        return state.withService(service, new ServiceState(is.running(), false));
    }

    @Override
    public boolean mutates() {
        return true;
    }

    @Override
    public String words() {
        return "let `" + service + "` go";
    }
}
