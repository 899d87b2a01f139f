package dev.rung.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rung.engine.driver.Trouble;
import dev.rung.engine.run.ToyWorld.Killed;
import dev.rung.model.effect.Effect;
import dev.rung.model.plan.Plan;
import dev.rung.model.wayback.Route;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a way back would do and cost is known before it is taken, and is what then happens. */
class ProspectTest {
    private static final Operator NOBODY = question -> Optional.empty();

    @TempDir
    Path folder;

    private final ToyWorld toy = new ToyWorld();
    private final MemoryJournals journals = new MemoryJournals();

    private Engine engine() {
        return new Engine(toy.drivers("toy"), journals, folder, Clock.systemUTC(), millis -> {}, "test");
    }

    /** A failure is left as it is. */
    private static final RunSettings SETTINGS =
            new RunSettings(Map.of(), "toy.runbook", Map.of(), true, new Destination.Nearest(), Optional.empty());

    private Plan plan() {
        return ToyPlan.of(folder.resolve("backups"));
    }

    private void run() throws Exception {
        try (Session session = engine().begin(plan(), SETTINGS, folder, NOBODY, event -> {})) {
            session.run();
        } catch (Killed killed) {
            toy.cutAt = -1;
            Files.deleteIfExists(folder.resolve(".toy.rung-lock"));
        }
    }

    private Prospect prospect() throws Trouble {
        return engine().prospect(newest(), plan(), SETTINGS, folder);
    }

    private String newest() {
        return journals.runs().getFirst();
    }

    private List<String> words(Prospect prospect) {
        return ((Route.Back) prospect.route())
                .effects().stream().map(Effect::words).toList();
    }

    @Test
    void ofAFinishedRunNamesTheBackupAndWhatIsLost() throws Exception {
        run();
        int written = journals.runs.get(newest()).size();

        Prospect ahead = prospect();

        assertThat(ahead.to()).isEqualTo("1");
        assertThat(words(ahead))
                .containsSubsequence("stop and hold `server`", "put the former `code` back", "restore `data`");
        Restoration back = ahead.restored().getFirst();
        assertThat(back.data()).isEqualTo(Set.of("data"));
        assertThat(Path.of(back.backup())).hasParent(folder.resolve("backups")).isDirectory();
        assertThat(ahead.lost(ZoneOffset.UTC))
                .startsWith("what was written to `data` since 1970-01-01 ")
                .contains("; the hop from 1 landed at 1970-01-01 ");
        assertThat(journals.runs.get(newest())).as("nothing is journaled").hasSize(written);
        assertThat(toy.code).as("nothing is changed").isEqualTo("3");

        try (Session session = engine().resume(newest(), plan(), SETTINGS, folder, NOBODY, event -> {})) {
            assertThat(session.prospect()).isEqualTo(ahead);
            Ending ending = session.rollBack();
            assertThat(ending.words())
                    .startsWith("rolled back to 1, what was written to `data` since 1970-01-01 ")
                    .endsWith(" is lost");
            assertThat(session.restored()).containsExactly(back);
            assertThat(session.backups()).hasSize(2).contains(back.backup());
        }
    }

    @Test
    void ofARunThatWasCutBeforeItsDataChangedLosesNothing() throws Exception {
        toy.cutAt = 4;
        run();
        assertThat(toy.marked).as("cut in the middle of the first stop").isTrue();

        Prospect ahead = prospect();

        assertThat(ahead.restored()).isEmpty();
        assertThat(ahead.lost(ZoneOffset.UTC)).isEqualTo("nothing: no data come back from a backup");
    }

    @Test
    void ofARunThatStoppedInAMigrationLosesWhatTheNewReleaseWrote() throws Exception {
        toy.failsMigrationTo = "2";
        run();

        Prospect ahead = prospect();

        assertThat(ahead.restored()).hasSize(1);
        assertThat(ahead.landed()).isEmpty();
        assertThat(ahead.lost(ZoneOffset.UTC)).contains("only a release whose hop has not landed");
    }

    @Test
    void saysThatTheBackupIsGoneBeforeAnythingIsStopped() throws Exception {
        run();
        Files.delete(Path.of(prospect().restored().getFirst().backup()).resolve("manifest.json"));

        assertThatThrownBy(this::prospect).isInstanceOf(Trouble.class).hasMessageContaining("no manifest");
        assertThat(toy.code).isEqualTo("3");
    }

    @Test
    void showsTimesInTheZoneOfWhoReads() {
        Restoration back =
                new Restoration(Set.of("b", "a"), "/backups/x", Instant.parse("2026-11-21T22:00:14Z"), true, false);

        assertThat(back.words(ZoneOffset.ofHours(1)))
                .isEqualTo("`a`, `b` from the backup /backups/x, taken 2026-11-21 23:00:14 +01:00 and proved by a"
                        + " restore");
    }
}
