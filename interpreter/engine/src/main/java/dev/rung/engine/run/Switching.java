package dev.rung.engine.run;

import dev.rung.engine.driver.Service;
import dev.rung.engine.driver.Trouble;
import dev.rung.model.state.Layout;
import java.time.Duration;

/** Brings services down and up, and says how they are then. */
record Switching(World world) {
    String stop(Layout.Service service, Duration within) throws Trouble {
        world.service(service.name()).hold(within);
        Service.Look look = world.service(service.name()).look();
        if (look.up() || service.holds() && !look.held()) {
            throw new Trouble(
                    "`" + service.name() + "` was stopped, but " + (look.up() ? "is still up" : "is not held"));
        }
        return "";
    }

    String start(String service, Duration within) throws Trouble {
        world.service(service).start(within);
        return world.service(service).look().detail();
    }

    String release(String service) throws Trouble {
        world.service(service).release();
        return "";
    }
}
