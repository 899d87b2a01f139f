package dev.rung.model.prove;

import java.util.List;

/**
 * What goes wrong in one run.
 *
 * @param seed of everything that the world does by itself
 * @param resumes whether the forward run is resumed after a fault, where that may be
 * @param named whether the named rollback is taken where it may be
 * @param severe whether that happens too which {@link KnownBreaksTest} shows to break: a change-over under a running
 *     service stands half done for a moment, and what was done through a service has to be taken back although nobody has
 *     said how
 */
record Scenario(long seed, List<Fault> faults, boolean resumes, boolean named, boolean severe) {
    Scenario {
        faults = List.copyOf(faults);
    }

    enum Kind {
        /** It fails, and says so. */
        ERROR,
        /** Who carries it out dies; what it has begun as a program of its own may go on. */
        DEATH,
        REBOOT,
        /** Before it, a service falls over. */
        FALL
    }

    /**
     * @param at the number of the effect in the run, forward and back counted through, from 1
     * @param point how many pieces of it are done; for {@link Kind#FALL} the number of the service
     */
    record Fault(int at, Kind kind, int point) {}
}
