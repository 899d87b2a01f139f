package dev.rung.engine.driver;

import dev.rung.model.expression.Signature;
import dev.rung.model.plan.Installation;
import java.util.Set;

/** Makes places of one kind: {@code place db = local(user: "postgres")}. */
public interface PlaceDriver {
    /** What stands in the language's table of signatures; a test holds the two together. */
    Signature signature();

    /**
     * Finds out how a place is reached, once, and asks nobody for anything.
     *
     * @param here where the interpreter is
     * @throws Trouble if it cannot be reached
     */
    Reached reach(Installation.Place place, Surroundings here) throws Trouble;

    /**
     * A place and what can be done there.
     *
     * @param why whatever is missing among {@code offers} is: a sentence without a full stop
     */
    record Reached(Surroundings surroundings, Set<Need> offers, String why) {
        public Reached {
            offers = Set.copyOf(offers);
        }
    }

    /** What a driver needs of a place. */
    enum Need {
        FILES("reads and writes files"),
        PROCESSES("looks at processes"),
        PROGRAMS("starts programs");

        private final String words;

        Need(String words) {
            this.words = words;
        }

        /** What it does who needs it. */
        public String words() {
            return words;
        }
    }
}
