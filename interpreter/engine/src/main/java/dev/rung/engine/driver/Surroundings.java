package dev.rung.engine.driver;

import dev.rung.model.expression.Type;
import dev.rung.model.expression.Value;
import java.nio.file.Path;
import java.time.Clock;

/**
 * What a driver may use of the machine. Tests give it another clock and other commands.
 *
 * @param folder the runbook's, where relative paths start
 * @param state where a driver remembers of a part what nothing in the world says; need not be there yet
 * @param commands starts programs
 * @param sleep waits
 */
public record Surroundings(Path folder, Path state, Commands commands, Clock clock, Sleep sleep) {
    /** A path as the runbook writes it. */
    public Path path(Value value) {
        return folder.resolve(value.shown()).normalize();
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
