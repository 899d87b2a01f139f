package dev.rung.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rung.engine.driver.Trouble;
import dev.rung.engine.run.Failure.Remedy;
import dev.rung.model.effect.Ask;
import dev.rung.model.effect.Changes;
import dev.rung.model.effect.Stop;
import dev.rung.model.effect.Tell;
import dev.rung.model.plan.Item;
import dev.rung.model.plan.Plan;
import dev.rung.model.version.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run as a program drives it: statements, questions and answers, and no terminal anywhere. */
class SteeredRunTest {
    @TempDir
    Path folder;

    private final ToyWorld toy = new ToyWorld();
    private final MemoryJournals journals = new MemoryJournals();
    private final List<Event> events = new ArrayList<>();
    private Function<Failure, Remedy> afterFailure = failure -> new Remedy.AsSet();

    private final Operator operator = new Operator() {
        @Override
        public Optional<String> answer(Ask question) {
            return Optional.of("the test");
        }

        @Override
        public Remedy afterFailure(Failure failure) {
            return afterFailure.apply(failure);
        }
    };

    private Plan plan() {
        return ToyPlan.of(folder.resolve("backups"));
    }

    private Session begin(Plan plan, Destination destination) throws Trouble {
        return ToyEngine.of(toy, journals, folder)
                .begin(plan, ToyEngine.settings(destination), folder, operator, events::add);
    }

    private Session begin() throws Trouble {
        return begin(plan(), new Destination.Nearest());
    }

    private Session takeUp(Plan plan, Destination destination) throws Exception {
        Files.deleteIfExists(folder.resolve(".toy.rung-lock"));
        return ToyEngine.of(toy, journals, folder)
                .resume(
                        journals.runs().getFirst(),
                        plan,
                        ToyEngine.settings(destination),
                        folder,
                        operator,
                        events::add);
    }

    private static Item note(String id) {
        return ToyPlan.step(id, new Tell("a note"));
    }

    @Test
    void runsToAStatementAndStopsInFrontOfIt() throws Exception {
        try (Session session = begin()) {
            assertThat(session.runTo("upgrade/2/swap-code")).isEmpty();
            assertThat(session.ahead().map(Item.Step::id)).contains("upgrade/2/swap-code");
            assertThat(toy.code).isEqualTo("1");
            assertThat(toy.runs).isEmpty();
            assertThatThrownBy(() -> session.runTo("upgrade/2/stop-server")).hasMessageContaining("ahead");
            assertThat(session.runTo("upgrade/3/stop-server")).isEmpty();
            assertThat(toy.runs).contains("2");
            assertThat(session.run()).isInstanceOf(Ending.Upgraded.class);
        }
    }

    @Test
    void whatIsSkippedIsAWaiverWithItsReason() throws Exception {
        try (Session session = begin()) {
            Item.Step skipped = session.skip("it was looked at by hand", "ada");
            assertThat(skipped.id()).isEqualTo("before/require-version");
            assertThat(session.run())
                    .isEqualTo(new Ending.Upgraded(
                            "3", List.of("before/require-version: skipped by ada: it was looked at by hand")));
            assertThat(events).contains(new Event.StepSkipped(skipped, "it was looked at by hand"));
        }
    }

    @Test
    void nothingIsSkippedWithoutWhichTheRunIsNotProved() throws Exception {
        try (Session session = begin()) {
            for (String step : List.of("stop-server", "backup-data", "swap-code", "start-server", "require-version")) {
                session.runTo("upgrade/2/" + step);
                assertThatThrownBy(() -> session.skip("in a hurry", "ada"))
                        .as(step)
                        .isInstanceOfSatisfying(
                                NotProved.class,
                                broken -> assertThat(broken.gaps()).isNotEmpty());
            }
            assertThat(session.run()).isEqualTo(new Ending.Upgraded("3", List.of()));
        }
    }

    @Test
    void aSkippedStatementStaysSkippedWhenTheRunIsTakenUp() throws Exception {
        Session left = begin();
        left.skip("known", "ada");
        left.next();
        left.close();
        try (Session again = takeUp(plan(), new Destination.Nearest())) {
            assertThat(again.remaining().getFirst().id()).isEqualTo("upgrade/2/backup-data");
            assertThat(again.run())
                    .isEqualTo(new Ending.Upgraded("3", List.of("before/require-version: skipped by ada: known")));
        }
    }

    @Test
    void whatIsAheadIsChangedAndStaysSoWhenTheRunIsTakenUp() throws Exception {
        Plan edited = ToyPlan.of(folder.resolve("backups"), body -> {
            List<Item> longer = new ArrayList<>(body);
            boolean second = body.getFirst().id().contains("/3/");
            if (second) {
                longer.add(note("upgrade/3/say"));
            }
            return longer;
        });
        Session session = begin();
        session.runTo("upgrade/2/swap-code");
        session.change(edited, Map.of("toy.runbook", "edited"), "ada");
        assertThat(session.remaining()).extracting(Item.Step::id).contains("upgrade/3/say");
        session.next();
        session.close();
        assertThat(ToyEngine.of(toy, journals, folder)
                        .recorded(journals.runs().getFirst())
                        .sources())
                .containsExactly(Map.entry("toy.runbook", "edited"));
        try (Session again = takeUp(edited, new Destination.Nearest())) {
            assertThat(again.run()).isEqualTo(new Ending.Upgraded("3", List.of()));
        }
        assertThat(events).contains(new Event.Said("a note"));
    }

    @Test
    void whatIsBehindIsNotChanged() throws Exception {
        try (Session session = begin()) {
            session.runTo("upgrade/2/swap-code");
            for (String behind : List.of("stop-server", "backup-data")) {
                Plan edited = ToyPlan.of(
                        folder.resolve("backups"),
                        body -> body.stream()
                                .map(item -> item.id().equals("upgrade/2/" + behind) ? note(item.id()) : item)
                                .toList());
                assertThatThrownBy(() -> session.change(edited, Map.of(), "ada"))
                        .isInstanceOf(Trouble.class)
                        .isNotInstanceOf(NotProved.class)
                        .hasMessageContaining("is behind");
            }
            Plan inFront = ToyPlan.of(folder.resolve("backups"), body -> {
                List<Item> longer = new ArrayList<>(body);
                longer.addFirst(note(body.getFirst().id() + "-before"));
                return longer;
            });
            assertThatThrownBy(() -> session.change(inFront, Map.of(), "ada")).hasMessageContaining("is behind");
            assertThat(session.run()).isEqualTo(new Ending.Upgraded("3", List.of()));
        }
    }

    @Test
    void aChangeThatIsNotProvedIsNotMade() throws Exception {
        Plan without = ToyPlan.withOneBackup(folder.resolve("backups"));
        Plan worse = ToyPlan.of(
                folder.resolve("backups"),
                body -> body.stream()
                        .filter(item -> !item.id().equals("upgrade/2/require-version"))
                        .toList());
        try (Session session = begin()) {
            session.runTo("upgrade/2/start-server");
            assertThatThrownBy(() -> session.change(worse, Map.of(), "ada")).isInstanceOf(NotProved.class);
            session.change(without, Map.of(), "ada");
            assertThat(session.remaining()).extracting(Item.Step::id).doesNotContain("upgrade/3/backup-data");
        }
    }

    @Test
    void whoeverDrivesItStaysAtAFailureAndTriesAgain() throws Exception {
        toy.failsMigrationTo = "2";
        afterFailure = failure -> {
            assertThat(failure.step().map(Item.Step::id)).contains("upgrade/2/start-server");
            assertThat(failure.back().get().orElseThrow().to()).isEqualTo("1");
            return new Remedy.Stay();
        };
        try (Session session = begin()) {
            session.runTo("upgrade/2/require-version");
            assertThat(session.hasStayed()).isTrue();
            assertThat(session.ahead().map(Item.Step::id)).contains("upgrade/2/start-server");
            assertThatThrownBy(() -> session.skip("no", "ada")).hasMessageContaining("was begun");
            toy.failsMigrationTo = "";
            session.back();
            assertThat(toy.rows).as("what the failed start has made of it").isEqualTo("a,b,c");
            assertThat(session.ahead().map(Item.Step::id)).contains("upgrade/2/start-server");
            assertThat(session.run()).isEqualTo(new Ending.Upgraded("3", List.of()));
            assertThat(toy.rows).isEqualTo("A,B,C,2,3");
        }
    }

    @Test
    void whoeverDrivesItStopsAtAFailureAndResumes() throws Exception {
        toy.failsMigrationTo = "2";
        afterFailure = failure -> new Remedy.Stop();
        try (Session session = begin()) {
            assertThat(session.run()).isInstanceOf(Ending.StoppedSafe.class);
        }
        toy.failsMigrationTo = "";
        try (Session again = takeUp(plan(), new Destination.Nearest())) {
            assertThat(again.rollBack()).isInstanceOf(Ending.RolledBack.class);
            assertThat(toy.rows).isEqualTo("a,b,c");
        }
    }

    @Test
    void aFailureThatHasChangedNothingLetsWhoeverDrivesItStay() throws Exception {
        Plan plan = ToyPlan.of(
                List.of(ToyPlan.step(
                        "before/ask", new Ask("ready", "Ready?", false, Optional.empty(), Changes.nothing("a", true)))),
                List.of(ToyPlan.body("2", folder.resolve("backups"))),
                List.of());
        try (Session session = begin(plan, new Destination.Nearest())) {
            session.next();
            assertThat(session.remaining()).hasSize(6);
            assertThat(session.back().id()).isEqualTo("before/ask");
            assertThat(session.remaining()).hasSize(7);
            assertThat(session.run()).isEqualTo(new Ending.Upgraded("2", List.of()));
        }
    }

    @Test
    void aFinishedRunGoesBackToTheReleaseThatIsNamed() throws Exception {
        try (Session session = begin()) {
            session.run();
        }
        try (Session back = takeUp(plan(), new Destination.Release(Version.of("2")))) {
            assertThat(back.prospect().to()).isEqualTo("2");
            assertThat(back.rollBack()).isInstanceOf(Ending.RolledBackWithLoss.class);
        }
        assertThat(toy.rows).isEqualTo("A,B,C,2");
        assertThat(toy.runs).contains("2");
        assertThat(toy.marked).isFalse();
    }

    @Test
    void aReleaseWithoutABackupOfItsOwnIsNotTakenForAnother() throws Exception {
        Plan plan = ToyPlan.withOneBackup(folder.resolve("backups"));
        try (Session session = begin(plan, new Destination.Nearest())) {
            session.run();
        }
        try (Session back = takeUp(plan, new Destination.Release(Version.of("2")))) {
            assertThatThrownBy(back::prospect).hasMessageContaining("nothing leads back to 2 alone");
        }
        try (Session back = takeUp(plan, new Destination.Release(Version.of("7")))) {
            assertThatThrownBy(back::prospect).hasMessageContaining("was never at 7");
        }
        assertThat(toy.rows).isEqualTo("A,B,C,2,3");
    }

    @Test
    void aRunThatHasEndedIsNotSteeredAnyMore() throws Exception {
        try (Session session = begin()) {
            session.run();
            assertThatThrownBy(session::back).hasMessageContaining("has ended");
            assertThatThrownBy(() -> session.skip("x", "ada")).hasMessageContaining("has ended");
            assertThatThrownBy(() -> session.change(plan(), Map.of(), "ada")).hasMessageContaining("has ended");
            assertThat(session.next()).isPresent();
        }
    }

    @Test
    void whatIsGivenUpHoldsNothingAndNobody() throws Exception {
        try (Session session = begin()) {
            session.runTo("upgrade/2/backup-data");
            assertThat(session.abandon("ada")).isInstanceOf(Ending.Abandoned.class);
            assertThat(toy.marked).isFalse();
            assertThat(toy.runs).as("nobody starts it").isEmpty();
        }
        assertThat(journals.told()).contains("Intended[step=abandoning", "kind=abandoned");
        toy.runs = Optional.of("1");
        try (Session another = begin()) {
            assertThat(another.run()).isInstanceOf(Ending.Upgraded.class);
        }
    }

    @Test
    void whatIsHeldStaysHeldBetweenStatements() throws Exception {
        try (Session session = begin()) {
            session.runTo("upgrade/2/backup-data");
            assertThat(session.last().map(Item.Step::effects)).contains(List.of(new Stop("server")));
            assertThat(session.backProspect()).contains("start `server`");
            assertThat(toy.marked).as("asking changes nothing").isTrue();
        }
    }
}
