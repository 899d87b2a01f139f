package dev.rung.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.engine.journal.Entry;
import dev.rung.model.effect.Changes;
import dev.rung.model.effect.Check;
import dev.rung.model.effect.Command;
import dev.rung.model.effect.Condition;
import dev.rung.model.effect.Notify;
import dev.rung.model.effect.Remember;
import dev.rung.model.effect.Run;
import dev.rung.model.expression.Expression;
import dev.rung.model.expression.Type;
import dev.rung.model.expression.Value;
import dev.rung.model.plan.Item;
import dev.rung.model.plan.Plan;
import dev.rung.model.prove.Foresight;
import dev.rung.model.text.Location;
import dev.rung.model.text.SourceFile;
import dev.rung.model.text.Span;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read once, done for each of a list, or tried once more. */
class RepetitionTest {
    private static final String LOOP = "upgrade/2/for-what";
    private static final Location HERE = new Location(new SourceFile("toy.runbook", ""), Span.at(0));

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

    private Ending takeUp(Plan plan) throws Exception {
        Files.deleteIfExists(folder.resolve(".toy.rung-lock"));
        try (Session session = ToyEngine.of(toy, journals, folder)
                .resume(
                        journals.runs().getFirst(),
                        plan,
                        ToyEngine.SETTINGS,
                        folder,
                        question -> Optional.empty(),
                        event -> {})) {
            return session.run();
        }
    }

    private static Expression text(String text) {
        return new Expression.Literal(new Value.Text(text));
    }

    private static Run program(String name, Expression what, String deed, Set<String> data, boolean undoable) {
        Command command = new Command(List.of(text(name), what), Optional.empty(), Map.of(), Set.of(0));
        return new Run(name, command, new Changes(deed, data, Set.of(), true, undoable, false));
    }

    /** What is in the rows, which each turn changes, and something else. */
    private static Item.Each loop(List<Item.Step> undo) {
        Expression rows = new Expression.Call("toy-rows", List.of(), Map.of(), Type.READING);
        Expression list = new Expression.Items(List.of(rows, text("z")));
        String id = LOOP + "/note";
        Run note = program("note", new Expression.Kept(LOOP), id, Set.of("data"), !undo.isEmpty());
        Item.Step step = new Item.Step(id, "upgrade", "note", HERE, List.of(note), Optional.empty(), false, undo);
        return new Item.Each(LOOP, "what", list, "for what in rows", HERE, List.of(step));
    }

    private Plan plan(Item loop, Item... behind) {
        List<Item> body = new ArrayList<>(ToyPlan.body("2", folder.resolve("backups")));
        body.add(2, loop);
        body.addAll(3, List.of(behind));
        Plan plan = ToyPlan.of(List.of(), List.of(body), List.of());
        assertThat(Foresight.find(plan)).isEmpty();
        return plan;
    }

    @Test
    void aListIsReadOnceAndEachOfItIsDoneOnceWhereverTheRunIsKilled() throws Exception {
        Plan plan = plan(loop(List.of()));
        assertThat(run(plan)).isInstanceOf(Ending.Upgraded.class);
        int writes = journals.writes;
        for (int killed = 0; killed < writes; killed++) {
            Files.deleteIfExists(folder.resolve(".toy.rung-lock"));
            toy = new ToyWorld();
            journals = new MemoryJournals();
            journals.dieAfter = killed;
            try {
                run(plan);
            } catch (ToyWorld.Killed died) {
                Ending ending = takeUp(plan);
                assertThat(ending)
                        .isInstanceOfAny(Ending.Upgraded.class, Ending.RolledBack.class, Ending.Refused.class);
                if (ending instanceof Ending.Upgraded) {
                    assertThat(toy.programs).containsExactly("note a,b,c", "note z");
                }
            }
            assertThat(journals.runs.values().stream()
                            .flatMap(List::stream)
                            .filter(stamped -> stamped.entry() instanceof Entry.Kept))
                    .as("killed after write %d", killed)
                    .hasSizeLessThanOrEqualTo(1);
        }
    }

    @Test
    void eachTurnIsTakenBackByItselfTheLatestFirst() throws Exception {
        Run erase = program("erase", new Expression.Kept(LOOP), LOOP + "/note/undo/erase", Set.of("data"), false);
        Plan plan = plan(
                loop(List.of(ToyPlan.step(LOOP + "/note/undo/erase", erase))),
                ToyPlan.step("upgrade/2/fail", new Check(new Condition.Holds(toFail(), "it works"), "")));
        assertThat(run(plan)).isInstanceOf(Ending.RolledBack.class);
        assertThat(toy.programs).containsExactly("note a,b,c", "note z", "erase z", "erase a,b,c");
        assertThat(toy.rows).isEqualTo("a,b,c");
    }

    private static Expression toFail() {
        Expression rows = new Expression.Call("toy-rows", List.of(), Map.of(), Type.READING);
        return new Expression.Binary(Expression.Operator.EQUAL, rows, text("nothing"));
    }

    @Test
    void whatCannotBeReadIsNoList() throws Exception {
        Expression version = new Expression.Call("toy-version", List.of(), Map.of(), Type.READING);
        Item.Each each = new Item.Each(
                "before/for-x",
                "x",
                version,
                "for x in version",
                HERE,
                List.of(ToyPlan.step("before/for-x/read", new Remember("y", new Expression.Kept("before/for-x")))));
        Plan plan = ToyPlan.of(List.of(each), List.of(ToyPlan.body("2", folder.resolve("backups"))), List.of());
        assertThat(run(plan))
                .isInstanceOfSatisfying(
                        Ending.Refused.class,
                        refused ->
                                assertThat(refused.reasons().getFirst().words()).contains("no list"));
    }

    /** A dead chat at night is no reason to go back. */
    @Test
    void whoCannotBeToldTakesNoUpgradeBack() throws Exception {
        toy.refuses = "POST http://chat/hook";
        Item.Step told = ToyPlan.step("upgrade/2/notify", new Notify("chat", text("http://chat/hook"), "down"));
        List<Item> body = new ArrayList<>(ToyPlan.body("2", folder.resolve("backups")));
        body.add(3, told);
        assertThat(run(ToyPlan.of(List.of(), List.of(body), List.of()))).isInstanceOf(Ending.Upgraded.class);
        toy = new ToyWorld();
        journals = new MemoryJournals();
        toy.loses = "POST http://chat/hook";
        assertThat(run(ToyPlan.of(List.of(), List.of(body), List.of()))).isInstanceOf(Ending.Upgraded.class);
        assertThat(journals.told()).contains("perhaps not told");
    }

    @Test
    void whatFailsIsTriedAgainAsOftenAsItSaysAndNotMore() throws Exception {
        Run note = program("note", text("x"), "before/note", Set.of(), false);
        toy.failsProgram = List.of("note", "x");
        Item.Step step = new Item.Step(
                "before/note",
                "before",
                "note x",
                HERE,
                List.of(note),
                Optional.empty(),
                Optional.of(new Item.Retry(2, Duration.ofSeconds(5))),
                false,
                List.of());
        Plan plan = ToyPlan.of(List.of(step), List.of(ToyPlan.body("2", folder.resolve("backups"))), List.of());
        Ending ending = run(plan);
        assertThat(ending).isNotInstanceOf(Ending.Upgraded.class);
        assertThat(toy.programs).containsExactly("note x", "note x", "note x");
    }
}
