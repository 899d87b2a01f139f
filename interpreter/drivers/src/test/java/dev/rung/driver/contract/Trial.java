package dev.rung.driver.contract;

import dev.rung.engine.driver.Data.Fingerprint;
import dev.rung.engine.run.Workbench;
import dev.rung.model.effect.Effect;
import dev.rung.model.state.State;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * One effect on one site.
 *
 * @param cuts how often it is cut
 * @param made lays the files out, before anybody has looked
 * @param before what is done through the engine ahead of the effect
 * @param effect as things are then
 * @param within its limit
 * @param settings of what the test itself holds it to
 */
record Trial(
        String name,
        int cuts,
        Site site,
        Making made,
        Leading before,
        Doing effect,
        Duration within,
        Settings settings) {
    interface Making {
        void make(Path folder) throws Exception;
    }

    interface Leading {
        void lead(Path folder, Workbench bench) throws Exception;
    }

    interface Doing {
        Effect on(State believed);
    }

    /**
     * @param runs whether a service runs from the beginning, so that the site cannot be copied
     * @param tears whether it changes data in place: else they are at every moment as before, or as they were to become
     * @param keyed whether a key of a config is what it is about: what the file says else is compared byte for byte
     */
    record Settings(boolean runs, boolean tears, boolean keyed, Looking content) {
        Settings(boolean runs, boolean tears, boolean keyed) {
            this(runs, tears, keyed, folder -> Optional.empty());
        }
    }

    /** What data really are, where their driver does not tell. */
    interface Looking {
        Optional<Fingerprint> at(Path folder) throws IOException;
    }
}
