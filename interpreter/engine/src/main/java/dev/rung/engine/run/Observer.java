package dev.rung.engine.run;

import dev.rung.engine.driver.Service.Look;
import dev.rung.engine.driver.Trouble;
import dev.rung.model.state.CodeForm;
import dev.rung.model.state.Layout;
import dev.rung.model.state.ServiceState;
import dev.rung.model.state.ServiceState.Running;
import dev.rung.model.state.State;
import dev.rung.model.state.Trust;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Looks at the world. The journal alone is not believed about services and code: what is seen replaces what it says. Of
 * data it is believed, since nobody can see whether they are migrated, and it says the worst.
 */
final class Observer {
    private final World world;
    private final CodeParts code;

    Observer(World world) {
        this.world = world;
        this.code = new CodeParts(world);
    }

    State look(State believed, Stretch stretch) throws Trouble {
        State seen = believed;
        for (Layout.CodeGroup group : stretch.layout().systems()) {
            for (String artifact : group.artifacts()) {
                CodeForm form = stretch.form(
                        artifact, code.inPlace(artifact), believed.code().get(artifact));
                seen = seen.withCode(artifact, form);
            }
        }
        for (Layout.Service service : stretch.layout().services()) {
            seen = service(seen, service, stretch.layout());
        }
        return seen.withInFlight(world.isAtWork() ? inFlight(seen) : List.of()).afterRunning(stretch.layout());
    }

    private static List<String> inFlight(State seen) {
        return seen.inFlight().isEmpty() ? List.of("an earlier statement") : seen.inFlight();
    }

    private State service(State seen, Layout.Service service, Layout layout) throws Trouble {
        Look look = look(service);
        ServiceState before = seen.service(service.name());
        if (!look.up()) {
            State down = seen.withService(service.name(), new ServiceState(Running.DOWN, look.held()));
            return before.up() ? down.withTrust(service.system(), Trust.NONE) : down;
        }
        boolean sameAsBefore = before.up() && before.running() != Running.UNKNOWN;
        Running running = sameAsBefore ? before.running() : seen.startable(layout.group(service.system()), service);
        State up = seen.withService(service.name(), new ServiceState(running, look.held()));
        return before.up() ? up : up.withTrust(service.system(), Trust.NONE);
    }

    /** A mark that is only remembered keeps nobody from coming up. */
    private Look look(Layout.Service service) throws Trouble {
        Look look = world.service(service.name()).look();
        return new Look(look.up(), look.held() && service.holds(), look.detail());
    }

    /** Every service as it is found, at the start of a run. */
    State origin(Layout layout) throws Trouble {
        Map<String, ServiceState> services = new TreeMap<>();
        for (Layout.Service service : layout.services()) {
            Look look = look(service);
            services.put(service.name(), new ServiceState(look.up() ? Running.OLD : Running.DOWN, look.held()));
        }
        return State.origin(layout, services);
    }
}
