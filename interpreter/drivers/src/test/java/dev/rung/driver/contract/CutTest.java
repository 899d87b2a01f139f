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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The contract of all drivers: a process that is killed with SIGKILL at a random moment of what it does leaves the world
 * in a state that is allowed, leaves no child at work, and once more completes the work. The moments come from a seed,
 * so that a failure can be had again: {@code -Drung.seed=…}; {@code -Drung.cuts=10} cuts ten times as often.
 *
 * <p>Most of what such a process costs is its start. So one performs all operations, beside each other and each in a world
 * of its own, and each begins so long before the one moment of the kill that this is the moment which is meant for it.
 */
class CutTest {
    private static final long SEED = Long.getLong("rung.seed", 20261121);
    private static final int TIMES = Integer.getInteger("rung.cuts", 1);

    @TempDir
    Path folder;

    private final List<Operation> operations = Operations.all();
    private final Map<String, Random> moments = new HashMap<>();
    /** How long each takes to its end, in nanoseconds. */
    private final Map<String, Long> whole = new HashMap<>();

    /** @param after how much of its work is done when it is cut, in nanoseconds */
    private record Cut(Operation operation, Path place, long after) {}

    @TestFactory
    Stream<DynamicTest> wherever() {
        int rounds = operations.stream().mapToInt(Operation::cuts).max().orElseThrow() * TIMES;
        return Stream.concat(
                Stream.of(DynamicTest.dynamicTest("to the end", this::toTheEnd)),
                IntStream.range(0, rounds)
                        .mapToObj(round -> DynamicTest.dynamicTest("cut " + (round + 1), () -> cut(round))));
    }

    private void toTheEnd() throws Exception {
        List<Cut> all = operations.stream()
                .map(operation -> new Cut(operation, place(operation), 0))
                .toList();
        try (Performer performer = Performer.prepared(all)) {
            performer.begin();
            for (int i = 0; i < all.size(); i++) {
                String[] said = performer.says().split(" took ");
                whole.put(said[0], Long.parseLong(said[1]));
            }
        }
        for (Cut cut : all) {
            cut.operation().done(cut.place());
            cut.operation().clean(cut.place());
        }
    }

    private Path place(Operation operation) {
        return folder.resolve(operation.name().replaceAll("[^a-z0-9]+", "-"));
    }

    private void cut(int round) throws Exception {
        List<Cut> cuts = operations.stream()
                .filter(operation -> round < operation.cuts() * TIMES)
                .map(operation -> new Cut(operation, place(operation), moment(operation, round)))
                .toList();
        try (Performer performer = Performer.prepared(cuts)) {
            performer.begin();
            LockSupport.parkNanos(Performer.moment(cuts));
            performer.close();
            nothingStillWorks(new LocalCommands(performer.run(), folder));
        }
        for (Cut cut : cuts) {
            holds(cut);
        }
    }

    /** One in each of as many equal stretches as there are cuts, so that no part of the work is passed over by chance. */
    private long moment(Operation operation, int round) {
        Random random = moments.computeIfAbsent(operation.name(), name -> new Random(SEED ^ name.hashCode()));
        return (long) ((round + random.nextDouble()) / (operation.cuts() * TIMES) * whole.get(operation.name()));
    }

    private static void holds(Cut cut) throws Exception {
        Operation operation = cut.operation();
        try {
            operation.allowed(cut.place());
            operation.perform(cut.place());
            operation.done(cut.place());
        } catch (AssertionError | Exception failed) {
            throw new AssertionError(
                    operation.name() + " cut after " + cut.after() / 1_000 + " µs (seed " + SEED + ")", failed);
        } finally {
            operation.clean(cut.place());
        }
    }

    /** The process that performs operations when it is told to. @param run the id of its run */
    private record Performer(Process process, BufferedReader said, String run) implements AutoCloseable {
        /** Java comes up while the worlds are laid out. */
        static Performer prepared(List<Cut> cuts) throws Exception {
            String run = "cut-" + System.nanoTime();
            Process process = start(cuts, run);
            Performer performer = new Performer(
                    process, new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8)), run);
            try {
                for (Cut cut : cuts) {
                    cut.operation().prepare(cut.place());
                }
                return performer;
            } catch (Exception | Error failed) {
                performer.close();
                throw failed;
            }
        }

        private static Process start(List<Cut> cuts, String run) throws IOException {
            List<String> words = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Xshare:auto",
                    "--enable-native-access=ALL-UNNAMED",
                    "-D" + World.RUN + "=" + run,
                    "-cp",
                    System.getProperty("java.class.path"),
                    CutMain.class.getName()));
            for (Cut cut : cuts) {
                words.add(cut.operation().name());
                words.add(cut.place().toString());
                words.add(Long.toString(moment(cuts) - cut.after()));
            }
            return new ProcessBuilder(words)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        }

        /** When all are cut, in nanoseconds since it began: as late as the longest needs it. */
        static long moment(List<Cut> cuts) {
            return cuts.stream().mapToLong(Cut::after).max().orElseThrow();
        }

        void begin() throws IOException {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
            assertThat(says()).isEqualTo("begun");
        }

        String says() throws IOException {
            String line = said.readLine();
            assertThat(line).as("all are performed to their ends").isNotNull();
            return line;
        }

        @Override
        public void close() throws InterruptedException {
            process.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
        }
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
