package dev.rung.repl.work;

import dev.rung.driver.Drivers;
import dev.rung.engine.journal.JournalFolder;
import dev.rung.engine.run.Engine;
import java.nio.file.Path;

/** Puts the engine together with its drivers and the folder of its journals. */
public final class Engines {
    private Engines() {}

    public static Engine at(Desk desk) {
        Path state = desk.stateFolder();
        return new Engine(
                Drivers.all(desk.environment()),
                desk.journaling().apply(new JournalFolder(state, desk.clock())),
                state,
                desk.clock(),
                Thread::sleep,
                "rung " + ThisRung.version());
    }
}
