package dev.rung.model.state;

/**
 * How a service is.
 *
 * @param held whether the mark is on it that keeps everything from bringing it up by itself
 */
public record ServiceState(Running running, boolean held) {
    /** Which code runs, if any. */
    public enum Running {
        DOWN,
        OLD,
        NEW,
        /** Up with code that is neither; counts as having migrated whatever it can. */
        UNKNOWN
    }

    public static final ServiceState HELD = new ServiceState(Running.DOWN, true);

    public boolean up() {
        return running != Running.DOWN;
    }

    /** Down and marked: what everything that changes code or data under a service asks for. */
    public boolean isHeld() {
        return !up() && held;
    }

    /** Down without the mark: it may come up at any moment, so it counts as having run. */
    public boolean isLoose() {
        return !up() && !held;
    }
}
