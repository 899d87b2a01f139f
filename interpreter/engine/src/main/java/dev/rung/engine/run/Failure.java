package dev.rung.engine.run;

import dev.rung.model.plan.Item;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A statement has failed, or the end of a hop; what is to be done about it is for whoever drives the run to say.
 *
 * @param step empty at the end of a hop
 * @param words what went wrong: one sentence without a full stop
 * @param help what a person can do, or empty
 * @param back the way back as it would be now: the world is looked at to answer; empty where nothing has to be taken
 *     back, or it cannot be known
 * @param rollbacks the named ways for the data to come back that are offered here
 */
public record Failure(
        Optional<Item.Step> step,
        String words,
        String help,
        Supplier<Optional<Prospect>> back,
        List<String> rollbacks) {
    public Failure {
        rollbacks = List.copyOf(rollbacks);
    }

    /** What is done about a failure. */
    public sealed interface Remedy {
        /** What the run's settings say. */
        record AsSet() implements Remedy {}

        /** @param rollback the named one to take; empty for that of the settings */
        record GoBack(Optional<String> rollback) implements Remedy {}

        /** Where it is: it can be resumed. */
        record Stop() implements Remedy {}

        /** The run does not end: the statement is ahead again, and whoever drives says what comes next. */
        record Stay() implements Remedy {}
    }
}
