package dev.rung.repl.work;

import dev.rung.driver.Drivers;
import dev.rung.engine.run.Engine;
import java.nio.file.Path;

/** Puts the engine together with its drivers and its journals. */
public final class Engines {
    private Engines() {}

    public static Engine at(Desk desk) {
        Path state = desk.stateFolder();
        return new Engine(
                Drivers.all(desk.environment()),
                Store.at(desk).journals(),
                state,
                desk.clock(),
                Thread::sleep,
                "rung " + ThisRung.version());
    }
}
