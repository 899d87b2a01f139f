package dev.rung.engine.driver;

import dev.rung.model.expression.Type;
import dev.rung.model.expression.Value;
import java.nio.file.Path;
import java.time.Clock;

/**
 * What a driver may use of the place where its part is. Tests give it another clock and other commands. A driver reaches
 * files by paths that come from here, programs by these commands and processes by this table, and nothing in another way:
 * then whatever it does is done there, and as whoever is there.
 *
 * @param folder the runbook's, where relative paths start
 * @param state where a driver remembers of a part what nothing in the world says; need not be there yet
 * @param commands starts programs
 * @param processes those that can be seen from there
 * @param sleep waits
 */
public record Surroundings(
        Path folder, Path state, Commands commands, ProcessTable processes, Clock clock, Sleep sleep) {
    /** The same with other commands. */
    public Surroundings with(Commands others) {
        return new Surroundings(folder, state, others, processes, clock, sleep);
    }

    /** A path as the runbook writes it. */
    public Path path(Value value) {
        return folder.resolve(value.shown()).normalize();
    }

    /** Those of this machine, as whoever runs the interpreter. */
    public static Surroundings here(Path folder, Path state, Commands commands, Clock clock, Sleep sleep) {
        return new Surroundings(folder, state, commands, ProcessTable.ofThisMachine(), clock, sleep);
    }

    /** Lets time pass. */
    @FunctionalInterface
    public interface Sleep {
        void millis(long millis) throws InterruptedException;
    }

    /** Words for an argument that a driver cannot use. */
    public static Trouble badArgument(String driver, String argument, Type wanted) {
        return new Trouble("`" + driver + "` cannot use its argument `" + argument + "`: it takes a " + wanted.word());
    }
}
