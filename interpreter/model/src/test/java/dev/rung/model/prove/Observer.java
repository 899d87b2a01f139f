package dev.rung.model.prove;

import dev.rung.model.state.CodeForm;
import dev.rung.model.state.Layout;
import dev.rung.model.state.ServiceState;
import dev.rung.model.state.ServiceState.Running;
import dev.rung.model.state.State;
import dev.rung.model.state.Trust;
import java.util.List;
import java.util.Map;

/** Looks at a simulated world as the engine looks at the real one, and sees no more than that can. */
final class Observer {
    private final SimulatedWorld world;
    private final Layout layout;

    /** @param layout as the run believes that it is */
    Observer(SimulatedWorld world, Layout layout) {
        this.world = world;
        this.layout = layout;
    }

    State look(State believed) {
        State seen = believed;
        for (Map.Entry<String, Integer> artifact : world.code.entrySet()) {
            seen = seen.withCode(artifact.getKey(), form(artifact.getValue()));
        }
        for (Layout.Service shape : layout.services()) {
            seen = look(world.services.get(shape.name()), shape, seen);
        }
        List<String> working = world.inFlight.isEmpty()
                ? List.of()
                : seen.inFlight().isEmpty() ? List.of("an earlier statement") : seen.inFlight();
        return seen.withInFlight(working).afterRunning(layout);
    }

    private CodeForm form(int release) {
        return release == world.base() ? CodeForm.OLD : release == world.base() + 1 ? CodeForm.NEW : CodeForm.MIXED;
    }

    /** Of what runs nobody sees which code it is: it is what it was, or what would come up from what is in place. */
    private State look(Daemon daemon, Layout.Service shape, State seen) {
        ServiceState before = seen.service(shape.name());
        if (!daemon.up()) {
            boolean held = daemon.held || shape.holds() && !daemon.shape.holds();
            State down = seen.withService(shape.name(), new ServiceState(Running.DOWN, held));
            return before.up() ? down.withTrust(shape.system(), Trust.NONE) : down;
        }
        boolean sameAsBefore = before.up() && before.running() != Running.UNKNOWN;
        Running running = sameAsBefore ? before.running() : seen.startable(layout.group(shape.system()), shape);
        State up = seen.withService(shape.name(), new ServiceState(running, daemon.held));
        return before.up() ? up : up.withTrust(shape.system(), Trust.NONE);
    }
}
