package dev.rung.model.prove;

import dev.rung.model.effect.Effect;
import dev.rung.model.state.Layout;
import dev.rung.model.state.ServiceState;
import dev.rung.model.state.ServiceState.Running;
import dev.rung.model.state.State;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What somebody has to believe who looks after an effect was begun. Code and services are seen as they are; of data the
 * journal says the worst that the effect may leave, since nobody can see whether they are migrated.
 */
final class Cuts {
    private Cuts() {}

    /** Of an effect that was begun here: what may be believed afterwards, success and failure alike. */
    static Set<State> after(Effect effect, State state, Layout layout) {
        Set<State> left = effect.mayLeave(state, layout);
        State worst = left.stream().reduce(State::worse).orElse(state);
        Set<State> believed = new LinkedHashSet<>();
        believed.add(effect.does(state, layout));
        left.forEach(is -> believed.add(looked(worst, is).afterRunning(layout)));
        return believed;
    }

    /** What is believed, with what was seen in its place. */
    private static State looked(State believed, State seen) {
        State state = believed;
        for (var code : seen.code().entrySet()) {
            state = state.withCode(code.getKey(), code.getValue());
        }
        for (var service : seen.services().entrySet()) {
            state = state.withService(service.getKey(), service.getValue());
        }
        return state.withInFlight(seen.inFlight());
    }

    /** What a death of the machine makes of it, or of a service by itself: whatever is not held is down and may come up. */
    static Set<State> fallen(State state, Layout layout) {
        Set<State> fallen = new LinkedHashSet<>();
        for (Layout.Service service : layout.services()) {
            ServiceState is = state.service(service.name());
            if (is.up()) {
                fallen.add(state.withService(service.name(), new ServiceState(Running.DOWN, is.held()))
                        .afterRunning(layout));
            }
        }
        State all = state;
        for (Layout.Service service : layout.services()) {
            ServiceState is = state.service(service.name());
            all = is.up() ? all.withService(service.name(), new ServiceState(Running.DOWN, is.held())) : all;
        }
        fallen.add(all.afterRunning(layout));
        return fallen;
    }
}
