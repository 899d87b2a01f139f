package dev.rung.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.engine.run.ToyWorld.Killed;
import dev.rung.model.effect.Effect;
import dev.rung.model.plan.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The interpreter dies at every moment there is: right before and right after every journal write, and inside every effect;
 * then once more while it takes the run up. Whatever is done afterwards, the toy ends upgraded or rolled back, never in
 * between.
 */
class EveryCutTest {
    @TempDir
    Path folder;

    private ToyWorld toy;
    private MemoryJournals journals;
    private final List<Event> events = new ArrayList<>();

    @BeforeEach
    void fresh() {
        toy = new ToyWorld();
        journals = new MemoryJournals();
    }

    private int looksAhead;

    private Engine engine() {
        return new Engine(toy.drivers("toy"), journals, folder, Clock.systemUTC(), millis -> {}, "test");
    }

    private static final Operator NOBODY = question -> Optional.empty();

    private static RunSettings settings(boolean toStart) {
        return ToyEngine.settings(toStart ? new Destination.Start() : new Destination.Nearest());
    }

    private boolean backsUpOnce;

    private Plan plan() {
        Path backups = folder.resolve("backups");
        return backsUpOnce ? ToyPlan.withOneBackup(backups) : ToyPlan.of(backups);
    }

    private Ending begin() throws Exception {
        Consumer<Event> listener = event -> {
            events.add(event);
            if (event instanceof Event.WayBackBegan) {
                looksAhead = toy.looks;
            }
        };
        try (Session session = engine().begin(plan(), settings(false), folder, NOBODY, listener)) {
            return session.run();
        }
    }

    private Ending takeUp(boolean rollBack) throws Exception {
        Files.deleteIfExists(folder.resolve(".toy.rung-lock"));
        String run = journals.runs().getFirst();
        try (Session session = engine().resume(run, plan(), settings(false), folder, NOBODY, events::add)) {
            return rollBack ? session.rollBack() : session.run();
        }
    }

    @Test
    void upgradesOverAllHops() throws Exception {
        assertThat(begin()).isEqualTo(new Ending.Upgraded("3", List.of()));
        assertThat(toy.code).isEqualTo("3");
        assertThat(toy.form).isEqualTo(3);
        assertThat(toy.rows).isEqualTo("A,B,C,2,3");
        assertThat(toy.runs).contains("3");
        assertThat(toy.marked).isFalse();
    }

    @Test
    void aFailedHopGoesBackToItsOwnStart() throws Exception {
        toy.failsMigrationTo = "3";
        assertThat(begin()).isEqualTo(new Ending.RolledBack("2", "the migration to 3 failed"));
        assertThat(toy.rows).isEqualTo("A,B,C,2");
        assertThat(toy.form).isEqualTo(2);
        assertThat(toy.runs).contains("2");
        assertThat(toy.marked).isFalse();
    }

    @Test
    void aHopWithoutABackupOfItsOwnGoesBackToTheLastThatHasOne() throws Exception {
        backsUpOnce = true;
        toy.failsMigrationTo = "3";
        assertThat(begin()).isInstanceOf(Ending.RolledBackWithLoss.class);
        assertThat(toy.rows).isEqualTo("a,b,c");
        assertThat(toy.code).isEqualTo("1");
        assertThat(toy.runs).contains("1");
        assertThat(toy.marked).isFalse();
    }

    @Test
    void killedAtEveryJournalWriteWithOneBackupForBothHops() throws Exception {
        backsUpOnce = true;
        begin();
        int writes = journals.writes;
        Tally tally = new Tally();
        for (int write = 0; write < writes; write++) {
            fresh();
            journals.dieAfter = write;
            toy.failsMigrationTo = write % 2 == 0 ? "3" : "";
            tally.count(killedThenTakenUp(write % 3 == 0), "write " + write);
        }
        System.out.println("one backup, killed at each of " + writes + " journal writes: " + tally);
        assertThat(tally.total()).isEqualTo(writes);
    }

    /** Somebody starts it by hand while it is put back: what that makes of the data the restore takes away again. */
    @Test
    void whatComesUpBetweenTwoLooksIsHeldAgain() throws Exception {
        toy.failsMigrationTo = "2";
        begin();
        int looks = toy.looks;
        assertThat(looks - looksAhead).isGreaterThan(5);
        for (int look = looksAhead; look < looks; look++) {
            fresh();
            toy.failsMigrationTo = "2";
            toy.startedBeforeLook = look;
            assertThat(begin())
                    .as("started before look " + look)
                    .isInstanceOfAny(Ending.RolledBack.class, Ending.RolledBackWithLoss.class);
            assertThat(toy.rows).isEqualTo("a,b,c");
            assertThat(toy.runs).contains("1");
        }
    }

    @Test
    void aFinishedUpgradeIsUndoneAndSaysWhatIsLost() throws Exception {
        begin();
        toy.rows = toy.rows + ",written since";
        Ending ending = takeUp(true);
        assertThat(ending).isInstanceOf(Ending.RolledBackWithLoss.class);
        assertThat(ending.exitCode()).isEqualTo(11);
        assertThat(toy.rows).isEqualTo("a,b,c");
        assertThat(toy.code).isEqualTo("1");
        assertThat(toy.runs).contains("1");
    }

    @Test
    void theIntentionIsWrittenBeforeTheFirstTouch() throws Exception {
        Plan plan = plan();
        long mutating = plan.ladders()
                .flatMap(ladder -> ladder.hops().stream())
                .flatMap(hop -> hop.body().stream())
                .flatMap(item -> ((dev.rung.model.plan.Item.Step) item).effects().stream())
                .filter(Effect::mutates)
                .count();
        begin();
        long intended = journals.runs.values().iterator().next().stream()
                .filter(stamped -> stamped.entry() instanceof dev.rung.engine.journal.Entry.Intended)
                .count();
        assertThat(intended).isEqualTo(mutating);
    }

    @Test
    void killedAtEveryJournalWrite() throws Exception {
        begin();
        int writes = journals.writes;
        Tally tally = new Tally();
        for (int write = 0; write < writes; write++) {
            for (boolean after : new boolean[] {false, true}) {
                for (boolean rollBack : new boolean[] {false, true}) {
                    fresh();
                    if (after) {
                        journals.dieAfter = write;
                    } else {
                        journals.dieBefore = write;
                    }
                    tally.count(killedThenTakenUp(rollBack), "write " + write + (after ? " after" : " before"));
                }
            }
        }
        System.out.println("killed at each of " + writes + " journal writes: " + tally);
        assertThat(tally.total()).isEqualTo(writes * 4);
    }

    @Test
    void killedInsideEveryEffectAndAgainWhileItIsTakenUp() throws Exception {
        for (String failing : List.of("", "2", "3")) {
            fresh();
            toy.failsMigrationTo = failing;
            begin();
            int moments = toy.touches;
            Tally tally = new Tally();
            for (int first = 0; first < moments; first++) {
                for (int second = 0; second < moments; second += 4 + first % 3) {
                    fresh();
                    toy.failsMigrationTo = failing;
                    toy.cutAt = first;
                    tally.count(
                            killedTwice(second, (first + second) % 2 == 0),
                            failing + " at " + first + " and " + second);
                }
            }
            System.out.println("killed inside effects, twice each, migration to '" + failing + "' failing: " + tally);
            assertThat(tally.total()).isPositive();
        }
    }

    private Optional<Ending> killedThenTakenUp(boolean rollBack) throws Exception {
        try {
            return Optional.of(begin());
        } catch (Killed killed) {
            journals.dieBefore = -1;
            journals.dieAfter = -1;
            toy.cutAt = -1;
            return begun() ? Optional.of(takeUp(rollBack)) : Optional.empty();
        }
    }

    private Optional<Ending> killedTwice(int second, boolean rollBack) throws Exception {
        try {
            return Optional.of(begin());
        } catch (Killed killed) {
            toy.cutAt = toy.touches + second;
            try {
                return begun() ? Optional.of(takeUp(rollBack)) : Optional.empty();
            } catch (Killed again) {
                toy.cutAt = -1;
                return Optional.of(takeUp(rollBack));
            }
        }
    }

    private boolean begun() throws IOException {
        boolean begun = journals.runs.values().stream().anyMatch(entries -> !entries.isEmpty());
        if (!begun) {
            Files.deleteIfExists(folder.resolve(".toy.rung-lock"));
        }
        return begun;
    }

    /** How the runs ended; fails at the first that ended in between. */
    private final class Tally {
        private final Map<String, Integer> endings = new java.util.TreeMap<>();

        void count(Optional<Ending> ending, String where) {
            String state = "code " + toy.code + ", form " + toy.form + ", rows " + toy.rows + ", runs " + toy.runs
                    + ", marked " + toy.marked;
            assertThat(state)
                    .as(where + " ended " + ending)
                    .isIn(
                            "code 1, form 1, rows a,b,c, runs Optional[1], marked false",
                            "code 2, form 2, rows A,B,C,2, runs Optional[2], marked false",
                            "code 3, form 3, rows A,B,C,2,3, runs Optional[3], marked false");
            String kind = ending.map(how -> how.getClass().getSimpleName()).orElse("NeverBegan");
            assertThat(kind).as(where).isIn("Upgraded", "RolledBack", "RolledBackWithLoss", "NeverBegan");
            endings.merge(kind, 1, Integer::sum);
        }

        int total() {
            return endings.values().stream().mapToInt(Integer::intValue).sum();
        }

        @Override
        public String toString() {
            return endings.toString();
        }
    }
}
