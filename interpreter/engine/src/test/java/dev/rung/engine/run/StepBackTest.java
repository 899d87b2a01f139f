package dev.rung.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rung.engine.driver.Trouble;
import dev.rung.engine.run.ToyWorld.Killed;
import dev.rung.model.effect.Condition;
import dev.rung.model.effect.Start;
import dev.rung.model.effect.Stop;
import dev.rung.model.effect.Wait;
import dev.rung.model.plan.Item;
import dev.rung.model.plan.Plan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One statement is taken back: everything is as it was before it, wherever that is cut off, and the run goes on. */
class StepBackTest {
    private static final Operator NOBODY = question -> Optional.empty();

    @TempDir
    Path folder;

    private ToyWorld toy;
    private MemoryJournals journals;

    @BeforeEach
    void fresh() throws Exception {
        toy = new ToyWorld();
        journals = new MemoryJournals();
        Files.deleteIfExists(folder.resolve(".toy.rung-lock"));
    }

    private Plan plan() {
        return ToyPlan.of(folder.resolve("backups"));
    }

    private Session begin(Plan plan) throws Trouble {
        return ToyEngine.of(toy, journals, folder).begin(plan, ToyEngine.SETTINGS, folder, NOBODY, event -> {});
    }

    private Session takeUp(Plan plan) throws Exception {
        Files.deleteIfExists(folder.resolve(".toy.rung-lock"));
        String run = journals.runs().getFirst();
        return ToyEngine.of(toy, journals, folder).resume(run, plan, ToyEngine.SETTINGS, folder, NOBODY, event -> {});
    }

    private String truth() {
        return "code " + toy.code + ", form " + toy.form + ", rows " + toy.rows + ", runs " + toy.runs + ", marked "
                + toy.marked;
    }

    private static void advance(Session session, int statements) {
        for (int i = 0; i < statements; i++) {
            session.next();
        }
    }

    /** The statements of a hop but for the last, behind which it has landed. */
    private static final int WITHIN_A_HOP = ToyPlan.body("2", Path.of("")).size() - 1;

    @Test
    void everyStatementOfAHopIsTakenBackAndDoneAgain() throws Exception {
        for (int before = 1; before <= 1 + ToyPlan.body("2", Path.of("")).size(); before += WITHIN_A_HOP + 1) {
            for (int behind = 1; behind <= WITHIN_A_HOP; behind++) {
                fresh();
                try (Session session = begin(plan())) {
                    advance(session, before + behind - 1);
                    String then = truth();
                    Item.Step last = session.ahead().orElseThrow();
                    session.next();
                    assertThat(session.back()).as("the last").isEqualTo(last);
                    assertThat(truth()).as("before " + last.id()).isEqualTo(then);
                    assertThat(session.ahead()).contains(last);
                    assertThat(session.run()).isEqualTo(new Ending.Upgraded("3", List.of()));
                    assertThat(toy.rows).isEqualTo("A,B,C,2,3");
                }
            }
        }
    }

    @Test
    void oneAfterTheOtherBackToTheStartOfTheHop() throws Exception {
        try (Session session = begin(plan())) {
            List<String> truths = new ArrayList<>();
            for (int i = 0; i < 1 + WITHIN_A_HOP; i++) {
                truths.add(truth());
                session.next();
            }
            for (String then : truths.subList(1, truths.size()).reversed()) {
                session.back();
                assertThat(truth()).isEqualTo(then);
            }
            assertThatThrownBy(session::back)
                    .isInstanceOf(Trouble.class)
                    .hasMessageContaining("the first statement of its hop");
            assertThat(session.run()).isEqualTo(new Ending.Upgraded("3", List.of()));
        }
    }

    @Test
    void whatHasLandedIsNotTakenBackForItself() throws Exception {
        try (Session session = begin(plan())) {
            assertThatThrownBy(session::back).hasMessageContaining("nothing has been carried out yet");
            advance(session, 2 + WITHIN_A_HOP);
            assertThatThrownBy(session::back).hasMessageContaining("its hop has landed");
            assertThat(toy.runs).contains("2");
        }
    }

    @Test
    void killedAnywhereWhileItIsTakenBackItIsTakenBackFirst() throws Exception {
        int cuts = 0;
        for (int behind = 1; behind <= WITHIN_A_HOP; behind++) {
            int moments = momentsOfBackFrom(behind);
            int writes = writesOfBackFrom(behind);
            for (int cut = 0; cut < moments + 2 * writes; cut++) {
                cuts += killedWhileBack(behind, cut, moments, writes);
            }
        }
        System.out.println("killed at " + cuts + " moments while a statement was taken back");
        assertThat(cuts).isGreaterThan(40);
    }

    private int momentsOfBackFrom(int behind) throws Exception {
        fresh();
        try (Session session = begin(plan())) {
            advance(session, 1 + behind);
            int touches = toy.touches;
            session.back();
            return toy.touches - touches;
        }
    }

    private int writesOfBackFrom(int behind) throws Exception {
        fresh();
        try (Session session = begin(plan())) {
            advance(session, 1 + behind);
            int writes = journals.writes;
            session.back();
            return journals.writes - writes;
        }
    }

    private int killedWhileBack(int behind, int cut, int moments, int writes) throws Exception {
        fresh();
        Session session = begin(plan());
        advance(session, behind);
        String then = truth();
        session.next();
        if (cut < moments) {
            toy.cutAt = toy.touches + cut;
        } else if (cut < moments + writes) {
            journals.dieBefore = journals.writes + cut - moments;
        } else {
            journals.dieAfter = journals.writes + cut - moments - writes;
        }
        assertThatThrownBy(session::back).isInstanceOf(Killed.class);
        toy.cutAt = -1;
        journals.dieBefore = -1;
        journals.dieAfter = -1;
        boolean hadBegun = journals.told().contains("BackBegan");
        boolean wasDone = journals.told().contains("TakenBack");
        try (Session again = takeUp(plan())) {
            if (hadBegun && !wasDone) {
                again.next();
            }
            if (hadBegun) {
                assertThat(truth()).as("behind " + behind + ", cut " + cut).isEqualTo(then);
            }
            assertThat(again.run())
                    .as("behind " + behind + ", cut " + cut)
                    .isEqualTo(new Ending.Upgraded("3", List.of()));
            assertThat(toy.rows).isEqualTo("A,B,C,2,3");
        }
        return 1;
    }

    @Test
    void theWholeHopStillGoesBackWhileAStatementIsHalfTakenBack() throws Exception {
        Session session = begin(plan());
        advance(session, 1 + 4);
        toy.cutAt = toy.touches + 3;
        assertThatThrownBy(session::back).isInstanceOf(Killed.class);
        toy.cutAt = -1;
        try (Session again = takeUp(plan())) {
            assertThat(again.rollBack()).isInstanceOf(Ending.RolledBack.class);
            assertThat(truth()).isEqualTo("code 1, form 1, rows a,b,c, runs Optional[1], marked false");
        }
    }

    /** New code that is started a second time may migrate a second time: how the data were before that nobody has kept. */
    @Test
    void whatWasChangedTwiceInAHopIsNotTakenBackForItself() throws Exception {
        Plan plan = ToyPlan.of(folder.resolve("backups"), body -> {
            List<Item> longer = new ArrayList<>(body);
            String id = body.getFirst().id();
            longer.addAll(
                    body.size() - 1,
                    List.of(
                            ToyPlan.step(id + "-2", new Stop("server")),
                            ToyPlan.step(id + "-start-2", new Start("server")),
                            ToyPlan.step(id + "-wait-2", new Wait(new Condition.Healthy("toy"), Optional.empty()))));
            return longer;
        });
        try (Session session = begin(plan)) {
            advance(session, 1 + 5 + 1);
            String then = truth();
            session.next();
            assertThatThrownBy(session::back).isInstanceOf(Trouble.class).hasMessageContaining("only the hop's start");
            assertThat(truth()).as("nothing was changed").contains("runs Optional[2]");
            assertThat(then).contains("runs Optional.empty");
            assertThat(session.rollBack()).isInstanceOf(Ending.RolledBack.class);
        }
    }
}
