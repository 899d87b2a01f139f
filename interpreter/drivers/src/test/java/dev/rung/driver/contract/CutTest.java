package dev.rung.driver.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.driver.support.World;
import dev.rung.engine.driver.Commands;
import dev.rung.engine.driver.LocalCommands;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The contract of all drivers: a process that is killed with SIGKILL at a random moment of what it does leaves the world
 * in a state that is allowed, leaves no child at work, and once more completes the work. The moments come from a seed,
 * so that a failure can be had again: {@code -Drung.seed=…}; {@code -Drung.cuts=10} cuts ten times as often.
 */
class CutTest {
    private static final long SEED = Long.getLong("rung.seed", 20261121);
    private static final int TIMES = Integer.getInteger("rung.cuts", 1);

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> wherever() {
        return Operations.all().stream()
                .map(operation -> DynamicTest.dynamicTest(operation.name(), () -> holds(operation)));
    }

    private void holds(Operation operation) throws Exception {
        Path place = folder.resolve(operation.name().replaceAll("[^a-z0-9]+", "-"));
        Random moments = new Random(SEED ^ operation.name().hashCode());
        long whole = whole(operation, place);
        int cuts = operation.cuts() * TIMES;
        for (int i = 0; i < cuts; i++) {
            // one in each of as many equal stretches, so that no part of the work is passed over by chance
            long after = (long) ((i + moments.nextDouble()) / cuts * whole);
            try {
                cut(operation, place, after);
                operation.allowed(place);
                operation.perform(place);
                operation.done(place);
            } catch (AssertionError | Exception failed) {
                throw new AssertionError(
                        operation.name() + " cut after " + after / 1_000 + " of " + whole / 1_000 + " µs (seed " + SEED
                                + ")",
                        failed);
            } finally {
                operation.clean(place);
            }
        }
    }

    /** @return how long it takes until it ends by itself, in nanoseconds */
    private static long whole(Operation operation, Path place) throws Exception {
        try (Performer performer = Performer.prepared(operation, place)) {
            long began = performer.begin();
            assertThat(performer.says()).as("performed to its end").isEqualTo("ended");
            long took = System.nanoTime() - began;
            performer.process().getOutputStream().close();
            performer.process().waitFor();
            operation.done(place);
            return took;
        } finally {
            operation.clean(place);
        }
    }

    private static void cut(Operation operation, Path place, long after) throws Exception {
        try (Performer performer = Performer.prepared(operation, place)) {
            performer.begin();
            LockSupport.parkNanos(after);
            performer.close();
            nothingStillWorks(new LocalCommands(performer.run(), place));
        }
    }

    /** The process that performs an operation when it is told to. @param run the id of its run */
    private record Performer(Process process, BufferedReader said, String run) implements AutoCloseable {
        /** Java comes up while the world is laid out. */
        static Performer prepared(Operation operation, Path place) throws Exception {
            String run = "cut-" + System.nanoTime();
            Process process = start(operation, place, run);
            Performer performer = new Performer(
                    process, new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8)), run);
            try {
                operation.prepare(place);
                return performer;
            } catch (Exception | Error failed) {
                performer.close();
                throw failed;
            }
        }

        /** @return when it began */
        long begin() throws IOException {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
            assertThat(says()).isEqualTo("begun");
            return System.nanoTime();
        }

        String says() throws IOException {
            return said.readLine();
        }

        @Override
        public void close() throws InterruptedException {
            process.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
        }
    }

    private static Process start(Operation operation, Path place, String run) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED",
                "-D" + World.RUN + "=" + run,
                "-cp",
                System.getProperty("java.class.path"),
                CutMain.class.getName(),
                operation.name(),
                place.toString());
        return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    /** What talks to the interpreter ends with it; it may take a moment. */
    private static void nothingStillWorks(LocalCommands commands) throws InterruptedException {
        List<Commands.Working> left = commands.stillWorking();
        for (int i = 0; i < 250 && !left.isEmpty(); i++) {
            Thread.sleep(20);
            left = commands.stillWorking();
        }
        assertThat(left).isEmpty();
    }
}
