package dev.rung.driver.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.driver.Drivers;
import dev.rung.driver.contract.Performer.Cut;
import dev.rung.engine.driver.LocalCommands;
import dev.rung.engine.driver.ProcessTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The contract of all drivers. Each effect that can befall their parts is carried out as the engine does it, and cut: the
 * process is killed at a random moment, or what works for it is, or the volume has too little room. Then somebody else takes
 * up the journal and looks. What is seen is among what the effect of the model may leave, the data are no worse than it is
 * believed, and once more, where the model says that it does no harm, ends where the effect ends.
 *
 * <p>The moments come from a seed, so that a failure can be had again: {@code -Drung.seed=…}; {@code -Drung.cuts=10} cuts
 * ten times as often. Most of what such a process costs is its start. So one performs all effects, beside each other and
 * each in a place of its own, and each begins so long before the one moment of the kill that this is the moment which is
 * meant for it.
 */
class CutTest {
    private static final long SEED = Long.getLong("rung.seed", 20261121);
    private static final int TIMES = Integer.getInteger("rung.cuts", 1);

    @TempDir
    Path folder;

    private final List<Companion> companions = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private final Map<String, Random> moments = new HashMap<>();
    /** How long each takes to its end, in nanoseconds. */
    private final Map<String, Long> whole = new HashMap<>();

    @Test
    void everyDriverHasAFixture() {
        assertThat(Fixtures.all().stream()
                        .map(fixture -> fixture.driver().signature().name()))
                .containsExactlyElementsOf(Drivers.all().drivers().stream()
                        .map(driver -> driver.signature().name())
                        .toList());
        assertThat(Fixtures.all())
                .allSatisfy(fixture -> assertThat(Trials.of(fixture)).isNotEmpty());
    }

    @TestFactory
    Stream<DynamicTest> wherever() {
        int rounds = Trials.all().stream().mapToInt(Trial::cuts).max().orElseThrow() * TIMES;
        return Stream.of(
                        Stream.of(DynamicTest.dynamicTest("to the end", this::toTheEnd)),
                        rounds("killed", rounds, this::killed),
                        rounds("without its helpers", TIMES, this::withoutHelpers),
                        rounds("without room", TIMES, this::withoutRoom),
                        Stream.of(DynamicTest.dynamicTest("answered late", this::answeredLate)))
                .flatMap(tests -> tests);
    }

    private interface Round {
        void run(int number) throws Exception;
    }

    private static Stream<DynamicTest> rounds(String name, int count, Round round) {
        return IntStream.range(0, count)
                .mapToObj(number -> DynamicTest.dynamicTest(name + " " + (number + 1), () -> round.run(number)));
    }

    @BeforeEach
    void serve() throws Exception {
        companions.add(SlowServer.in(folder));
        for (Fixture fixture : Fixtures.all()) {
            fixture.companion(folder).ifPresent(companions::add);
        }
    }

    @AfterEach
    void close() throws Exception {
        companions.forEach(Companion::close);
        for (Place place : places) {
            place.close();
        }
    }

    private void toTheEnd() throws Exception {
        for (Trial trial : Trials.all()) {
            places.add(Place.of(trial, folder, "cut-" + System.nanoTime()));
        }
        List<Cut> all = places.stream().map(place -> new Cut(place, 0)).toList();
        try (Performer performer = Performer.prepared(all)) {
            performer.begin();
            for (String line : performer.comesToItsEnd()) {
                assertThat(line).contains(" took ");
                String[] said = line.split(" took ");
                whole.put(said[0], Long.parseLong(said[1]));
            }
        }
        assertThat(whole).hasSameSizeAs(places);
        for (Place place : places) {
            judged(new Cut(place, 0), "to its end", place::isDone);
        }
    }

    private void killed(int round) throws Exception {
        List<Cut> cuts = places.stream()
                .filter(place -> round < place.trial().cuts() * TIMES)
                .map(place -> new Cut(
                        place, moment(place.trial(), round, place.trial().cuts() * TIMES)))
                .toList();
        try (Performer performer = Performer.prepared(cuts)) {
            performer.begin();
            LockSupport.parkNanos(Performer.moment(cuts));
        }
        for (Cut cut : cuts) {
            judged(cut, "killed", cut.place()::holds);
        }
    }

    /** Whoever carries it out lives, and says so in words. */
    private void withoutHelpers(int round) throws Exception {
        List<Cut> cuts = places.stream()
                .map(place -> new Cut(place, moment(place.trial(), round, TIMES)))
                .toList();
        for (Cut cut : cuts) {
            cut.place().lay();
        }
        together(cuts, () -> {
            LockSupport.parkNanos(Performer.moment(cuts));
            for (Companion companion : companions) {
                companion.hangUp();
            }
            cuts.forEach(cut -> endHelpers(cut.place().mark()));
        });
        for (Cut cut : cuts) {
            judged(cut, "without its helpers", cut.place()::holds);
        }
    }

    /** Beside each other, and beside what happens meanwhile. */
    private static void together(List<Cut> cuts, Judging meanwhile) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (Cut cut : cuts) {
                long delay = Performer.moment(cuts) - cut.after();
                all.add(threads.submit(() -> {
                    LockSupport.parkNanos(delay);
                    cut.place().perform();
                    return true;
                }));
            }
            meanwhile.judge();
            for (Future<?> one : all) {
                one.get();
            }
        }
    }

    /** What has no answer in its time is in flight until it has one. */
    private void answeredLate() throws Exception {
        for (Place place : places) {
            if (place.trial().name().startsWith("http: put")) {
                place.lay();
                judged(new Cut(place, 0), "answered late", place::holdsAlthoughLate);
            }
        }
    }

    private static void endHelpers(String run) {
        ProcessTable.ofThisMachine()
                .marked(LocalCommands.MARK, run)
                .forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
    }

    private void withoutRoom(int round) throws Exception {
        Random random = new Random(SEED + round);
        List<Cut> cuts = places.stream().map(place -> new Cut(place, 0)).toList();
        try (SmallVolumes volumes = new SmallVolumes()) {
            for (Place place : places) {
                Path world = Place.world(place.base());
                volumes.mount(world);
                place.lay();
                volumes.leave(world, random.nextDouble(1.5));
            }
            together(cuts, () -> {});
            for (Cut cut : cuts) {
                volumes.widen(Place.world(cut.place().base()));
                judged(cut, "without room", cut.place()::holds);
            }
        }
    }

    /** One in each of as many equal stretches as there are cuts, so that no part of the work is passed over by chance. */
    private long moment(Trial trial, int round, int rounds) {
        Random random = moments.computeIfAbsent(trial.name(), name -> new Random(SEED ^ name.hashCode()));
        return (long) ((round + random.nextDouble()) / rounds * whole.get(trial.name()));
    }

    private interface Judging {
        void judge() throws Exception;
    }

    private static void judged(Cut cut, String how, Judging judging) throws Exception {
        try {
            judging.judge();
        } catch (AssertionError | Exception failed) {
            String when = cut.after() == 0 ? "" : " after " + cut.after() / 1_000 + " µs";
            throw new AssertionError(cut.place().trial().name() + ": " + how + when + " (seed " + SEED + ")", failed);
        } finally {
            cut.place().quiet();
        }
    }
}
