package dev.rung.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.model.effect.Check;
import dev.rung.model.effect.Condition;
import dev.rung.model.effect.Download;
import dev.rung.model.expression.Expression;
import dev.rung.model.expression.Type;
import dev.rung.model.expression.Value;
import dev.rung.model.plan.Item;
import dev.rung.model.plan.Plan;
import dev.rung.model.prove.Foresight;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are brought before the hops and within one, wherever the run is killed. */
class DownloadRunTest {
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

    private static Item.Step download(String id, String url, boolean waivable, int retries) {
        Download download = new Download(id, url, text(url), text("rates.csv"), Optional.empty());
        Item.Step plain = ToyPlan.step(id, download);
        Optional<Item.Retry> retry =
                retries == 0 ? Optional.empty() : Optional.of(new Item.Retry(retries, Duration.ofSeconds(1)));
        return new Item.Step(
                id,
                plain.phase(),
                plain.text(),
                plain.at(),
                plain.effects(),
                plain.within(),
                retry,
                waivable,
                List.of());
    }

    private Plan plan(boolean fails) {
        List<Item> body = new ArrayList<>(ToyPlan.body("2", folder.resolve("backups")));
        body.add(1, download("upgrade/2/download", "second", false, 0));
        if (fails) {
            Expression rows = new Expression.Call("toy-rows", List.of(), Map.of(), Type.READING);
            Expression wrong = new Expression.Binary(Expression.Operator.EQUAL, rows, text("nothing"));
            body.add(4, ToyPlan.step("upgrade/2/fail", new Check(new Condition.Holds(wrong, "it works"), "")));
        }
        Plan plan = ToyPlan.of(List.of(download("before/download", "first", false, 0)), List.of(body), List.of());
        assertThat(Foresight.find(plan)).isEmpty();
        return plan;
    }

    private void anew() throws Exception {
        Files.deleteIfExists(folder.resolve(".toy.rung-lock"));
        toy = new ToyWorld();
        journals = new MemoryJournals();
        toy.downloads.files.put("rates.csv", "former");
    }

    private void wherever(Plan plan, boolean inTheWorld) throws Exception {
        for (int number = 0; ; number++) {
            anew();
            if (inTheWorld) {
                toy.cutAt = number;
            } else {
                journals.dieAfter = number;
            }
            try {
                run(plan);
                return;
            } catch (ToyWorld.Killed died) {
                Ending ending = takeUp(plan);
                boolean upgraded = ending instanceof Ending.Upgraded;
                assertThat(toy.downloads.files)
                        .as("killed at %d, then %s", number, ending)
                        .containsEntry("rates.csv", upgraded ? "second" : "former");
                assertThat(toy.downloads.brought).isLessThanOrEqualTo(2);
            }
        }
    }

    @Test
    void itIsBroughtOnceWhereverTheRunIsKilled() throws Exception {
        anew();
        assertThat(run(plan(false))).isInstanceOf(Ending.Upgraded.class);
        assertThat(toy.downloads.files).containsEntry("rates.csv", "second");
        wherever(plan(false), false);
        wherever(plan(false), true);
    }

    @Test
    void theWayBackPutsBackWhatStoodThereTheLatestFirst() throws Exception {
        anew();
        assertThat(run(plan(true))).isInstanceOf(Ending.RolledBack.class);
        assertThat(toy.downloads.files).containsEntry("rates.csv", "former");
        wherever(plan(true), false);
        wherever(plan(true), true);
    }

    @Test
    void whatIsNotThereIsTriedAgainAndPassedOver() throws Exception {
        anew();
        toy.downloads.fails = "first";
        Plan plan = ToyPlan.of(
                List.of(download("before/download", "first", true, 2)),
                List.of(ToyPlan.body("2", folder.resolve("backups"))),
                List.of());
        assertThat(run(plan)).isInstanceOf(Ending.Upgraded.class);
        assertThat(toy.downloads.files).containsEntry("rates.csv", "former");
    }
}
