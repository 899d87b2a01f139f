package dev.rung.driver.commands;

import dev.rung.engine.driver.Commands;
import dev.rung.engine.driver.Commands.Finished;
import dev.rung.engine.driver.Commands.Line;
import dev.rung.engine.driver.ProcessTable;
import dev.rung.engine.driver.Surroundings;
import dev.rung.engine.driver.Trouble;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongConsumer;

/**
 * The commands of one service, one at a time: a start or stop that has outlived whoever began it is waited for before the
 * next one begins. What it has started itself, a service, is not.
 */
record Errands(String service, Remembered remembered, Surroundings surroundings, ProcessTable processes) {
    private static final long LOOK_EVERY_MILLIS = 20;
    private static final Duration STATUS = Duration.ofSeconds(60);
    private static final int OFF_AT_MOST = 3;

    /** Whether the service runs. What is neither a yes nor a no is trouble: nothing is done on a guess. */
    boolean isUp(List<String> words) throws Trouble {
        Finished finished = surroundings.commands().run(line(words), STATUS, true);
        if (finished.exitCode() > OFF_AT_MOST) {
            throw new Trouble(
                    "nobody can tell whether `" + service + "` runs: its `status`, `" + String.join(" ", words)
                            + "`, ended with exit code " + finished.exitCode() + said(finished),
                    "it has to end with 0 while it runs, and with 1, 2 or 3 while it does not");
        }
        return finished.exitCode() == 0;
    }

    /** @param what the name of the command */
    void carryOut(String what, List<String> words, Duration within) throws Trouble {
        remembered.makeFolder();
        remembered.somebodyWorks();
        Noting noting = new Noting(remembered);
        Finished finished;
        try {
            finished = surroundings.commands().run(line(words), within, false, noting);
        } catch (Trouble trouble) {
            if (!noting.began) {
                remembered.nobodyWorks();
            }
            throw trouble;
        }
        remembered.nobodyWorks();
        if (finished.exitCode() != 0) {
            throw new Trouble(
                    "the `" + what + "` of `" + service + "`, `" + String.join(" ", words) + "`, ended with exit code "
                            + finished.exitCode() + said(finished),
                    "run it by hand and see what it says");
        }
    }

    /** That a number cannot be noted stops nothing: then the mark alone tells who works. */
    private static final class Noting implements LongConsumer {
        private final Remembered remembered;
        private boolean began;

        Noting(Remembered remembered) {
            this.remembered = remembered;
        }

        @Override
        public void accept(long process) {
            began = true;
            try {
                remembered.works(process);
            } catch (Trouble unnoted) {
                // It is noted already that somebody works.
            }
        }
    }

    private Line line(List<String> words) {
        return new Line(words, Optional.empty(), Map.of(Commands.SERVICE, remembered.id()));
    }

    private static String said(Finished finished) {
        List<String> lines = finished.output()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        return lines.isEmpty() ? " and said nothing" : " and said: " + lines.getLast();
    }

    /** Waits for a command of somebody who is gone. */
    void settle(Duration within) throws Trouble {
        long began = System.nanoTime();
        for (OptionalLong worker = worker(); worker.isPresent(); worker = worker()) {
            if (System.nanoTime() - began > nanos(within)) {
                throw new Trouble(
                        "a command of `" + service + "` that was begun earlier still works: process "
                                + worker.getAsLong() + " (" + processes.command(worker.getAsLong()) + ")",
                        "let it end, or end it by hand, before going on");
            }
            pause();
        }
        if (remembered.mayWork()) {
            remembered.nobodyWorks();
        }
    }

    /** Of one that was cut before its number was noted, whatever leads a session and has its mark. */
    private OptionalLong worker() throws Trouble {
        if (!remembered.mayWork()) {
            return OptionalLong.empty();
        }
        OptionalLong noted = remembered.worker();
        return processes.marked(Commands.SERVICE, remembered.id()).stream()
                .mapToLong(Long::longValue)
                .filter(pid -> noted.isPresent()
                        ? pid == noted.getAsLong()
                        : processes.session(pid).orElse(-1) == pid)
                .findFirst();
    }

    /** @return whether it came to that in time */
    boolean comesTo(boolean up, List<String> status, Duration within) throws Trouble {
        long began = System.nanoTime();
        while (isUp(status) != up) {
            if (System.nanoTime() - began > nanos(within)) {
                return false;
            }
            pause();
        }
        return true;
    }

    private void pause() throws Trouble {
        try {
            surroundings.sleep().millis(LOOK_EVERY_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Trouble("waiting for `" + service + "` was interrupted", "", interrupted);
        }
    }

    static long nanos(Duration duration) {
        return duration.compareTo(Duration.ofDays(365)) > 0 ? Long.MAX_VALUE : duration.toNanos();
    }
}
