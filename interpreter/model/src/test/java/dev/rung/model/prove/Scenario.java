package dev.rung.model.prove;

import dev.rung.model.effect.Unmet.Need;
import java.util.List;
import java.util.Set;

/**
 * What goes wrong in one run.
 *
 * @param seed of everything that the world does by itself
 * @param resumes whether the forward run is resumed after a fault, where that may be
 * @param named whether the named rollback is taken where it may be
 */
record Scenario(long seed, List<Fault> faults, boolean resumes, boolean named) {
    Scenario {
        faults = List.copyOf(faults);
    }

    static Scenario smooth(long seed) {
        return new Scenario(seed, List.of(), false, false);
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

    /**
     * What nobody asks, to see what for it is asked.
     *
     * @param landing whether a hop has landed, when its statements are through
     */
    record Unasked(Set<Need> needs, boolean landing) {
        static final Unasked NOTHING = new Unasked(Set.of(), false);

        Unasked {
            needs = Set.copyOf(needs);
        }
    }
}
