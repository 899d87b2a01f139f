package dev.rung.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.engine.journal.Entry;
import dev.rung.model.effect.BackUp;
import dev.rung.model.effect.Changes;
import dev.rung.model.effect.Check;
import dev.rung.model.effect.Condition;
import dev.rung.model.effect.NoReturn;
import dev.rung.model.effect.Start;
import dev.rung.model.effect.Stop;
import dev.rung.model.effect.Tell;
import dev.rung.model.expression.Expression.Operator;
import dev.rung.model.plan.Item;
import dev.rung.model.plan.Plan;
import dev.rung.model.prove.Foresight;
import dev.rung.model.state.BackupSet.Level;
import dev.rung.model.version.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What falls over or fails at the seams of a run: between a last question and the landing, behind it, between two ladders. */
class FallenOverTest {
    @TempDir
    Path folder;

    private ToyWorld toy = new ToyWorld();
    private MemoryJournals journals = new MemoryJournals();
    private Path backups;

    @BeforeEach
    void backUpHere() {
        backups = folder.resolve("backups");
    }

    private Engine engine() {
        return ToyEngine.of(toy, journals, folder);
    }

    private Ending run(Plan plan, Consumer<Event> listener) throws Exception {
        assertThat(Foresight.find(plan)).isEmpty();
        try (Session session =
                engine().begin(plan, ToyEngine.SETTINGS, folder, question -> Optional.empty(), listener)) {
            return session.run();
        }
    }

    private Ending takeUp(Plan plan) throws Exception {
        Files.deleteIfExists(folder.resolve(".toy.rung-lock"));
        String run = journals.runs().getFirst();
        try (Session session =
                engine().resume(run, plan, ToyEngine.SETTINGS, folder, question -> Optional.empty(), event -> {})) {
            return session.run();
        }
    }

    private Consumer<Event> fallingBehind(String step) {
        return event -> {
            if (event instanceof Event.StepEnded ended && ended.step().id().equals(step)) {
                toy.runs = Optional.empty();
            }
        };
    }

    /** It was down when the hop began, so that it need not be up: but it was held. */
    @Test
    void whoFallsOverBeforeTheLandingHasNotLanded() throws Exception {
        List<Item> first = new ArrayList<>(ToyPlan.body("2", backups));
        Item stop = first.removeFirst();
        Plan plan = ToyPlan.of(List.of(stop), List.of(first, ToyPlan.body("3", backups)), List.of());
        assertThat(run(plan, fallingBehind("upgrade/2/require-version"))).isInstanceOf(Ending.RolledBack.class);
        assertThat(toy.code).isEqualTo("1");
        assertThat(toy.rows).isEqualTo("a,b,c");
        assertThat(toy.runs).contains("1");
        assertThat(toy.marked).isFalse();
    }

    @Test
    void aRunDoesNotEndWellWhileSomethingIsDownThatRanBefore() throws Exception {
        Item.Step say = ToyPlan.step("behind/say", new Tell("done"));
        Plan plan = ToyPlan.of(List.of(), List.of(ToyPlan.body("2", backups)), List.of(say));
        assertThat(run(plan, fallingBehind("behind/say")))
                .isInstanceOfSatisfying(
                        Ending.StoppedSafe.class,
                        ending -> assertThat(ending.words()).contains("`server` ran before it and does not run now"));
        toy.runs = Optional.of(toy.code);
        assertThat(takeUp(plan)).isInstanceOf(Ending.Upgraded.class);
    }

    /** Nothing leads back, so what may be started again is, and asked anew. */
    @Test
    void behindAPointOfNoReturnWhatHasFallenOverIsStartedAgain() throws Exception {
        List<Item> body = new ArrayList<>(ToyPlan.body("2", backups));
        body.add(ToyPlan.step("upgrade/2/point", new NoReturn("the books are open")));
        Plan plan = ToyPlan.of(List.of(), List.of(body), List.of());
        assertThat(run(plan, fallingBehind("upgrade/2/point"))).isInstanceOf(Ending.Upgraded.class);
        assertThat(toy.runs).contains("2");
        assertThat(toy.form).isEqualTo(2);
    }

    /** What lies there then is of the release that has landed, and so is the backup that was taken behind it. */
    @Test
    void aWayBackOverWhatStandsBetweenTwoLaddersLeadsToTheLandingBeforeIt() throws Exception {
        Plan base = ToyPlan.of(List.of(), List.of(ToyPlan.body("2", backups), ToyPlan.body("3", backups)), List.of());
        Item.Ladder both = (Item.Ladder) base.items().getFirst();
        Item.Hop first = both.hops().getFirst();
        Item.Hop second = both.hops().get(1);
        List<Item> bare = second.body().stream()
                .filter(item -> !item.id().endsWith("backup-data"))
                .toList();
        Item.Hop withoutBackup = new Item.Hop(
                second.id(),
                second.system(),
                second.from(),
                second.to(),
                second.why(),
                second.layout(),
                bare,
                List.of());
        Changes changes = new Changes("between/note", Set.of("data"), Set.of(), true, false, false);
        List<Item> items = List.of(
                new Item.Ladder("first", "toy", both.from(), first.to().version(), both.at(), List.of(first)),
                ToyPlan.step("between/stop", new Stop("server")),
                ToyPlan.step("between/backup", new BackUp(Set.of("data"), backups.toString(), Level.RESTORED)),
                ToyPlan.step("between/note", ToyDeeds.run("note between", changes)),
                ToyPlan.step("between/start", new Start("server")),
                new Item.Ladder("second", "toy", second.from(), both.to(), both.at(), List.of(withoutBackup)));
        Plan plan = new Plan(
                base.title(),
                base.installation(),
                base.installed(),
                base.layout().withMaxLoss(Duration.ofHours(1)),
                base.staging(),
                items);
        toy.failsMigrationTo = "3";
        Ending ending = run(plan, event -> {});
        assertThat(ending).isInstanceOfAny(Ending.RolledBack.class, Ending.RolledBackWithLoss.class);
        assertThat(toy.code).isEqualTo("2");
        assertThat(toy.form).isEqualTo(2);
        assertThat(toy.runs).contains("2");
        assertThat(toy.marked).isFalse();
    }

    private static Plan failingBetweenTwoLadders(Path backups) {
        Plan base = ToyPlan.of(List.of(), List.of(ToyPlan.body("2", backups), ToyPlan.body("3", backups)), List.of());
        Item.Ladder both = (Item.Ladder) base.items().getFirst();
        Item.Hop first = both.hops().getFirst();
        Item.Hop second = both.hops().get(1);
        Condition never = new Condition.InstalledIs("toy", Operator.EQUAL, Version.of("9"));
        List<Item> items = List.of(
                new Item.Ladder("first", "toy", both.from(), first.to().version(), both.at(), List.of(first)),
                ToyPlan.step("between/stop", new Stop("server")),
                ToyPlan.step("between/check", new Check(never, "")),
                ToyPlan.step("between/start", new Start("server")),
                new Item.Ladder("second", "toy", second.from(), both.to(), both.at(), List.of(second)));
        return new Plan(base.title(), base.installation(), base.installed(), base.layout(), base.staging(), items);
    }

    private void assertStandsAtTheLanding() {
        assertThat(toy.code).isEqualTo("2");
        assertThat(toy.form).isEqualTo(2);
        assertThat(toy.runs).contains("2");
        assertThat(toy.marked).isFalse();
    }

    /** What has landed stays, and only what was done since is taken back: also by whoever takes it up after a kill. */
    @Test
    void aFailureBetweenTwoLaddersLeadsToTheLandingWhereverItIsKilled() throws Exception {
        Plan plan = failingBetweenTwoLadders(backups);
        assertThat(run(plan, event -> {})).isInstanceOf(Ending.RolledBack.class);
        assertStandsAtTheLanding();
        int writes = journals.writes;
        int killed = 0;
        for (int write = 0; write < writes; write++) {
            toy = new ToyWorld();
            journals = new MemoryJournals();
            Files.deleteIfExists(folder.resolve(".toy.rung-lock"));
            journals.dieAfter = write;
            try {
                run(plan, event -> {});
            } catch (ToyWorld.Killed ignored) {
                journals.dieAfter = -1;
                if (landed()) {
                    takeUp(plan);
                    assertStandsAtTheLanding();
                    killed++;
                }
            }
        }
        assertThat(killed).isGreaterThan(5);
    }

    /** It ran at the landing, so it runs again behind a way back, and what was done through it is taken back through it. */
    @Test
    void whoFallsOverBetweenALandingAndTheNextHopIsStartedToTakeBackWhatWasDoneThroughIt() throws Exception {
        Plan plan = ToyPlan.of(backups, ToyDeeds.noteAhead(Stop.class));
        toy.failsProgram = List.of("note", "3");
        Ending ending = run(plan, event -> {
            switch (event) {
                case Event.HopLanded ignored -> toy.runs = Optional.empty();
                case Event.HopBegan ignored -> toy.runs = Optional.of(toy.code);
                case Event.StepFailed ignored -> toy.runs = Optional.empty();
                default -> {}
            }
        });
        assertThat(ending).isInstanceOf(Ending.RolledBack.class);
        assertStandsAtTheLanding();
        assertThat(toy.programs).endsWith("note 3", "erase 3");
    }

    private boolean landed() {
        return journals.read(journals.runs().getFirst()).entries().stream()
                .anyMatch(stamped -> stamped.entry() instanceof Entry.HopLanded);
    }
}
