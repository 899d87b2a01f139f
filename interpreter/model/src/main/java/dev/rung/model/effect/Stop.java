package dev.rung.model.effect;

import dev.rung.model.state.Layout;
import dev.rung.model.state.ServiceState;
import dev.rung.model.state.ServiceState.Running;
import dev.rung.model.state.State;
import java.util.Set;

/** Brings a service down and keeps it there; where its driver cannot keep it there, it is down and loose. */
public record Stop(String service) implements Effect {
    @Override
    public State does(State state, Layout layout) {
        return layout.service(service).holds() ? state.withService(service, ServiceState.HELD) : loose(state, layout);
    }

    @Override
    public Set<State> mayLeave(State state, Layout layout) {
        if (state.service(service).isHeld()) {
            return Effect.eachOf(state);
        }
        Layout.Service shape = layout.service(service);
        Running before = state.service(service).running();
        // Who is loose may come up before the mark is on.
        Running meanwhile = before == Running.DOWN ? state.startable(layout.group(shape.system()), shape) : before;
        State marked = shape.holds() ? state.withService(service, new ServiceState(meanwhile, true)) : state;
        return Effect.eachOf(state, does(state, layout), marked, loose(state, layout));
    }

    private State loose(State state, Layout layout) {
        return state.withService(service, new ServiceState(Running.DOWN, false)).afterRunning(layout);
    }

    @Override
    public boolean mutates() {
        return true;
    }

    @Override
    public String words() {
        return "stop and hold `" + service + "`";
    }
}
