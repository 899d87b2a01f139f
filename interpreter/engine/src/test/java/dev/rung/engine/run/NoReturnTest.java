package dev.rung.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.model.effect.Changes;
import dev.rung.model.effect.NoReturn;
import dev.rung.model.plan.Item;
import dev.rung.model.plan.Plan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Behind a point of no return nothing is taken back: a failure stops the run where it is, and a resume goes forward. */
class NoReturnTest {
    @TempDir
    Path folder;

    private final ToyWorld toy = new ToyWorld();
    private final MemoryJournals journals = new MemoryJournals();

    private Engine engine() {
        return ToyEngine.of(toy, journals, folder);
    }

    private static final List<String> REPORT = List.of("erase", "nothing");

    /** In the second hop, once the new code is well and of its version. */
    private Plan plan() {
        return ToyPlan.of(folder.resolve("backups"), NoReturnTest::withPoint);
    }

    private static List<Item> withPoint(List<Item> body) {
        List<Item> with = new ArrayList<>(body);
        if (with.getFirst().id().startsWith("upgrade/3/")) {
            with.add(ToyPlan.step("upgrade/3/point-of-no-return", new NoReturn("the report is out")));
            String id = "upgrade/3/report";
            with.add(ToyPlan.step(id, ToyDeeds.run(String.join(" ", REPORT), Changes.nothing(id, true))));
        }
        return with;
    }

    private Ending begin() throws Exception {
        try (Session session =
                engine().begin(plan(), ToyEngine.SETTINGS, folder, question -> Optional.empty(), event -> {})) {
            return session.run();
        }
    }

    private Ending takeUp(boolean rollBack) throws Exception {
        String run = journals.runs().getFirst();
        try (Session session =
                engine().resume(run, plan(), ToyEngine.SETTINGS, folder, question -> Optional.empty(), event -> {})) {
            return rollBack ? session.rollBack() : session.run();
        }
    }

    @Test
    void aFailureBehindItStopsSafeAndTakesNothingBack() throws Exception {
        toy.failsProgram = REPORT;
        Ending ending = begin();
        assertThat(ending)
                .isEqualTo(new Ending.StoppedSafe(
                        "`erase nothing` ended with exit code 1; nothing was taken back, because the report is out"));
        assertThat(ending.exitCode()).isEqualTo(12);
        assertThat(toy.code).isEqualTo("3");

        toy.failsProgram = List.of();
        assertThat(takeUp(false)).isEqualTo(new Ending.Upgraded("3", List.of()));
        assertThat(toy.form).isEqualTo(3);
        assertThat(toy.runs).contains("3");
    }

    @Test
    void aFailureAheadOfItStillGoesBack() throws Exception {
        toy.failsMigrationTo = "2";
        assertThat(begin()).isEqualTo(new Ending.RolledBack("1", "the migration to 2 failed"));
    }

    @Test
    void nobodyCanAskForAWayBackThatThereIsNot() throws Exception {
        toy.failsProgram = REPORT;
        begin();
        assertThat(takeUp(true))
                .isEqualTo(
                        new Ending.StoppedSafe("it was asked for; nothing was taken back, because the report is out"));
        assertThat(toy.code).isEqualTo("3");
    }
}
