package dev.rung.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.engine.journal.Entry;
import dev.rung.model.effect.Changes;
import dev.rung.model.effect.Check;
import dev.rung.model.effect.Condition;
import dev.rung.model.effect.Sql;
import dev.rung.model.expression.Expression;
import dev.rung.model.expression.Type;
import dev.rung.model.expression.Value;
import dev.rung.model.plan.Item;
import dev.rung.model.plan.Plan;
import dev.rung.model.prove.Foresight;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SQL that is sent while the services are held: once, wherever the run is killed. */
class SqlRunTest {
    private static final String STEP = "upgrade/2/sql-data";
    private static final String FAIL = "upgrade/2/fail";

    @TempDir
    Path folder;

    private ToyWorld toy = new ToyWorld();
    private MemoryJournals journals = new MemoryJournals();

    private Ending run(Plan plan) throws Exception {
        try (Session session = ToyEngine.of(toy, journals, folder)
                .begin(plan, ToyEngine.SETTINGS, folder, question -> Optional.empty(), event -> {})) {
            return session.run();
        }
    }

    private Ending takeUp(Plan plan, boolean back) throws Exception {
        Files.deleteIfExists(folder.resolve(".toy.rung-lock"));
        try (Session session = ToyEngine.of(toy, journals, folder)
                .resume(
                        journals.runs().getFirst(),
                        plan,
                        ToyEngine.SETTINGS,
                        folder,
                        question -> Optional.empty(),
                        event -> {})) {
            return back ? session.rollBack() : session.run();
        }
    }

    private static Expression text(String text) {
        return new Expression.Literal(new Value.Text(text));
    }

    private static Sql sql(String text, boolean undoable, Expression... values) {
        Changes changes = new Changes(STEP, Set.of("data"), Set.of(), true, undoable, false);
        Optional<Expression> list =
                values.length == 0 ? Optional.empty() : Optional.of(new Expression.Items(List.of(values)));
        return new Sql(text, "data", text(text), list, changes);
    }

    private static Item.Step step(Sql sql, boolean waivable, Item.Step... undo) {
        return new Item.Step(
                STEP,
                "Upgrade",
                sql.title(),
                ToyPlan.step(STEP, sql).at(),
                List.of(sql),
                Optional.empty(),
                waivable,
                List.of(undo));
    }

    private Plan plan(Item.Step sql, Item... behind) {
        List<Item> body = new ArrayList<>(ToyPlan.body("2", folder.resolve("backups")));
        body.add(2, sql);
        body.addAll(3, List.of(behind));
        Plan plan = ToyPlan.of(List.of(), List.of(body), List.of());
        assertThat(Foresight.find(plan)).isEmpty();
        return plan;
    }

    private static Item failing() {
        Expression rows = new Expression.Call("toy-rows", List.of(), Map.of(), Type.READING);
        Expression wrong = new Expression.Binary(Expression.Operator.EQUAL, rows, text("nothing"));
        return ToyPlan.step(FAIL, new Check(new Condition.Holds(wrong, "it works"), ""));
    }

    private void anew() throws Exception {
        Files.deleteIfExists(folder.resolve(".toy.rung-lock"));
        toy = new ToyWorld();
        journals = new MemoryJournals();
    }

    private interface Kill {
        void at(int number);
    }

    /** Wherever it is killed, whoever takes it up comes to an end that has it done once or not at all. */
    private void onceWherever(Plan plan, Kill kill, boolean back) throws Exception {
        for (int number = 0; ; number++) {
            anew();
            kill.at(number);
            try {
                run(plan);
                return;
            } catch (ToyWorld.Killed died) {
                journals.dieAfter = -1;
                journals.dieBefore = -1;
                Ending ending = takeUp(plan, back);
                String expected = ending instanceof Ending.Upgraded ? "A,B,C;X,2" : "a,b,c";
                assertThat(toy.rows).as("killed at %d, then %s", number, ending).isEqualTo(expected);
                assertThat(toy.sql.marks).as("killed at %d", number).isEmpty();
            }
        }
    }

    private void beforeWrite(int number) {
        journals.dieBefore = number + 1;
    }

    private void afterWrite(int number) {
        journals.dieAfter = number;
    }

    private void inTheWorld(int number) {
        toy.cutAt = number;
    }

    @Test
    void itIsDoneOnceWhereverTheRunIsKilled() throws Exception {
        Plan plan = plan(step(sql("add ?", false, text("x")), false));
        assertThat(run(plan)).isInstanceOf(Ending.Upgraded.class);
        assertThat(toy.rows).isEqualTo("A,B,C;X,2");
        onceWherever(plan, this::beforeWrite, false);
        onceWherever(plan, this::afterWrite, false);
        onceWherever(plan, this::inTheWorld, false);
    }

    @Test
    void theWayBackStandsOpenWhereverTheRunIsKilled() throws Exception {
        Plan plan = plan(step(sql("add ?", false, text("x")), false));
        onceWherever(plan, this::afterWrite, true);
        onceWherever(plan, this::inTheWorld, true);
    }

    @Test
    void whatCommitsByItselfIsNotDoneOnceMoreAfterACut() throws Exception {
        Plan plan = plan(step(sql("create xy", false), false));
        assertThat(run(plan)).isInstanceOf(Ending.Upgraded.class);
        assertThat(toy.rows).isEqualTo("A,B,C;XY,2");
        boolean cut = false;
        for (int number = 0; !cut; number++) {
            anew();
            toy.cutAt = number;
            try {
                run(plan);
            } catch (ToyWorld.Killed died) {
                cut = toy.rows.equals("a,b,c;x");
                if (cut) {
                    assertThat(takeUp(plan, false)).isInstanceOf(Ending.RolledBack.class);
                    assertThat(toy.rows).isEqualTo("a,b,c");
                }
            }
        }
    }

    @Test
    void whatFailsIsTakenBack() throws Exception {
        toy.sql.fails = "add x";
        assertThat(run(plan(step(sql("add x", false), false)))).isInstanceOf(Ending.RolledBack.class);
        assertThat(toy.rows).isEqualTo("a,b,c");
        assertThat(toy.sql.marks).isEmpty();
    }

    @Test
    void whatFailsCanBePassedOver() throws Exception {
        toy.sql.fails = "add x";
        Ending ending = run(plan(step(sql("add x", false), true)));
        assertThat(ending)
                .isInstanceOfSatisfying(
                        Ending.Upgraded.class,
                        upgraded -> assertThat(upgraded.waivers()).hasSize(1));
        assertThat(toy.rows).isEqualTo("A,B,C,2");
    }

    @Test
    void whatHasAnUndoIsTakenBackByIt() throws Exception {
        Item.Step erase = ToyDeeds.deed("2", "erase x", Set.of(), Set.of());
        Plan plan = plan(step(sql("add x", true), false, erase), failing());
        assertThat(run(plan)).isInstanceOf(Ending.RolledBack.class);
        assertThat(toy.programs).containsExactly("erase x");
    }

    @Test
    void asManyValuesAsPlacesOrNothingBegins() throws Exception {
        assertThat(run(plan(step(sql("add ?", false), false)))).isInstanceOf(Ending.Refused.class);
        anew();
        assertThat(run(plan(step(sql("add x", false, text("y")), false)))).isInstanceOf(Ending.Refused.class);
        assertThat(toy.touches).as("nothing was done to it").isZero();
        assertThat(journals.runs.values())
                .allSatisfy(
                        entries -> assertThat(entries).noneMatch(stamped -> stamped.entry() instanceof Entry.Intended));
    }
}
