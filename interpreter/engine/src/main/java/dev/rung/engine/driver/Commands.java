package dev.rung.engine.driver;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Starts programs, each in a session of its own so that a terminal's Ctrl-C does not kill a dump halfway, and each marked
 * in its environment so that what outlives the interpreter is found again.
 */
public interface Commands {
    /**
     * In the environment of whatever works for a service, with a value of its driver's. That outlives a run rightly, so it is
     * never among what {@link #stillWorking} names: the driver looks after it.
     */
    String SERVICE = "RUNG_SERVICE";

    /** Runs a program to its end. See {@link #run(Line, Duration, boolean, LongConsumer)}. */
    default Finished run(Line line, Duration within, boolean endable) throws Trouble {
        return run(line, within, endable, process -> {});
    }

    /**
     * Runs a program to its end.
     *
     * @param started hears its process id as soon as there is one
     *
     * @throws Trouble if it cannot be started, or runs longer than {@code within}: then it is ended first if {@code
     *     endable}, and left alone if not; also if it is endable and a person wants it ended
     */
    Finished run(Line line, Duration within, boolean endable, LongConsumer started) throws Trouble;

    /** Starts a program that the caller talks to, and that does not outlive the caller's use of it. */
    Process talk(Line line) throws Trouble;

    /** Starts a program that is meant to outlive the interpreter: a service. Its output goes to a file. */
    long spawn(Line line, Path output) throws Trouble;

    /** Asks a program to end, or makes it end; of one that is gone nothing comes. */
    void end(long process, boolean force);

    /** What this run started with {@link #run} or {@link #talk} and still works, by process id. */
    List<Working> stillWorking();

    /**
     * @param words the program and its arguments
     * @param directory where it starts; the runbook's folder if empty
     * @param environment what is added to the interpreter's own
     * @param through what becomes the program, and stands in front of its words where nobody sees it
     */
    record Line(List<String> words, Optional<Path> directory, Map<String, String> environment, List<String> through) {
        public Line {
            words = List.copyOf(words);
            environment = Map.copyOf(environment);
            through = List.copyOf(through);
        }

        public Line(List<String> words, Optional<Path> directory, Map<String, String> environment) {
            this(words, directory, environment, List.of());
        }

        public static Line of(String... words) {
            return new Line(List.of(words), Optional.empty(), Map.of());
        }
    }

    /** @param output both streams, the newest 64 KiB at most */
    record Finished(int exitCode, String output, Duration took) {}

    record Working(long pid, String command) {}
}
