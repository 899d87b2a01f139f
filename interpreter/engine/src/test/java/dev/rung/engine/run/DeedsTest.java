package dev.rung.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.engine.journal.Entry;
import dev.rung.engine.run.ToyWorld.Killed;
import dev.rung.model.effect.Ask;
import dev.rung.model.effect.BackUp;
import dev.rung.model.effect.ChangeOver;
import dev.rung.model.effect.Stop;
import dev.rung.model.plan.Item;
import dev.rung.model.plan.Plan;
import dev.rung.model.prove.Foresight;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs and people that change the toy beside the usual way, and are taken back as their author says, wherever they are cut. */
class DeedsTest {
    private static final String START = "code 1, form 1, rows a,b,c, runs Optional[1], marked false";

    @TempDir
    Path folder;

    private ToyWorld toy;
    private MemoryJournals journals;

    @BeforeEach
    void fresh() {
        toy = new ToyWorld();
        journals = new MemoryJournals();
    }

    private Engine engine() {
        return ToyEngine.of(toy, journals, folder);
    }

    private Plan plan(UnaryOperator<List<Item>> change) {
        Plan plan = ToyPlan.of(folder.resolve("backups"), change);
        assertThat(Foresight.find(plan)).isEmpty();
        return plan;
    }

    /** Does what it is told, in the order of these. */
    private final List<String> told = new ArrayList<>();

    private Operator person = nobody();

    private static Operator nobody() {
        return new Operator() {
            @Override
            public Optional<String> answer(Ask question) {
                throw new AssertionError("nobody is there, and is asked for " + question.name());
            }

            @Override
            public boolean isThereFor(Ask question) {
                return false;
            }
        };
    }

    private Operator somebody(String... names) {
        Set<String> willing = Set.of(names);
        return new Operator() {
            @Override
            public Optional<String> answer(Ask question) {
                told.add(question.name());
                toy.moment();
                String[] words = question.text().split(" ");
                toy.rows = words[0].equals("note")
                        ? toy.rows.replace(";" + words[1], "") + ";" + words[1]
                        : toy.rows.replace(";" + words[1], "");
                toy.moment();
                return Optional.of("ada");
            }

            @Override
            public boolean isThereFor(Ask question) {
                return willing.isEmpty() || willing.contains(question.name());
            }
        };
    }

    private Ending begin(Plan plan) throws Exception {
        try (Session session = engine().begin(plan, ToyEngine.SETTINGS, folder, person, event -> {})) {
            return session.run();
        }
    }

    private Ending takeUp(Plan plan, boolean rollBack) throws Exception {
        Files.deleteIfExists(folder.resolve(".toy.rung-lock"));
        String run = journals.runs().getFirst();
        try (Session session = engine().resume(run, plan, ToyEngine.SETTINGS, folder, person, event -> {})) {
            return rollBack ? session.rollBack() : session.run();
        }
    }

    /** Cut at every moment, then once more while it is taken up, then brought to an end. */
    private void everyCutEndsIn(UnaryOperator<List<Item>> change, String... states) throws Exception {
        Plan plan = plan(change);
        assertThat(begin(plan)).isInstanceOf(Ending.Upgraded.class);
        assertThat(state()).isEqualTo(states[states.length - 1]);
        int moments = toy.touches;
        for (int first = 0; first < moments; first++) {
            fresh();
            toy.cutAt = first;
            int second = first * 7 % moments;
            Optional<Ending> ending = killedTwice(plan, second);
            String where = "cut at " + first + " and " + second + ": " + ending;
            assertThat(state()).as(where).isIn((Object[]) states);
            assertThat(ending.map(how -> how.getClass().getSimpleName()).orElse("NeverBegan"))
                    .as(where)
                    .isIn("Upgraded", "RolledBack", "RolledBackWithLoss", "NeverBegan");
        }
    }

    private Optional<Ending> killedTwice(Plan plan, int second) throws Exception {
        try {
            return Optional.of(begin(plan));
        } catch (Killed killed) {
            toy.cutAt = toy.touches + second;
            boolean back = second % 2 == 0;
            try {
                return Optional.of(takeUp(plan, back));
            } catch (Killed again) {
                toy.cutAt = -1;
                return Optional.of(takeUp(plan, back));
            }
        }
    }

    private String state() {
        return "code " + toy.code + ", form " + toy.form + ", rows " + toy.rows + ", runs " + toy.runs + ", marked "
                + toy.marked;
    }

    private static final String[] NOTED = {
        START,
        "code 2, form 2, rows A,B,C;2,2, runs Optional[2], marked false",
        "code 3, form 3, rows A,B,C;2,2;3,3, runs Optional[3], marked false"
    };

    @Test
    void whatIsDoneWhileTheServiceIsHeldIsTakenBackFromDataThatHoldIt() throws Exception {
        everyCutEndsIn(ToyDeeds.noteAhead(BackUp.class), NOTED);
    }

    @Test
    void whatIsDoneBehindTheBackupGoesWithTheRestore() throws Exception {
        everyCutEndsIn(ToyDeeds.noteAhead(ChangeOver.class), NOTED);
    }

    @Test
    void whatIsDoneThroughTheServiceIsTakenBackThroughIt() throws Exception {
        everyCutEndsIn(ToyDeeds.noteAhead(Stop.class), NOTED);
    }

    private static final String[] INSTALLED = {
        START,
        "code 2, form 2, rows A,B,C,2, runs Optional[2], marked false",
        "code 3, form 3, rows A,B,C,2,3, runs Optional[3], marked false"
    };

    @Test
    void codeThatADeedChangesIsOfTheNewReleaseAndItsUndoBringsTheOldOne() throws Exception {
        everyCutEndsIn(ToyDeeds.installed(true), INSTALLED);
    }

    @Test
    void codeThatADeedChangesWithoutAnUndoIsPutBackFromACopy() throws Exception {
        everyCutEndsIn(ToyDeeds.installed(false), INSTALLED);
    }

    @Test
    void whatADeedHasMadeOfTheCodeIsJournaled() throws Exception {
        begin(plan(ToyDeeds.installed(false)));
        assertThat(journals.runs.values().iterator().next())
                .extracting(stamped -> stamped.entry())
                .contains(
                        new Entry.CodeChanged("upgrade/2", "code", "digest-2"),
                        new Entry.CodeChanged("upgrade/3", "code", "digest-3"));
    }

    @Test
    void aDeedThatFailsIsTakenBackAsIfItWereDone() throws Exception {
        toy.failsProgram = List.of("note", "3");
        assertThat(begin(plan(ToyDeeds.noteAhead(BackUp.class))))
                .isEqualTo(new Ending.RolledBack("2", "`note 3` ended with exit code 1"));
        assertThat(state()).isEqualTo(NOTED[1]);
        assertThat(toy.programs).containsExactly("note 2", "note 3", "erase 3");
    }

    @Test
    void aDeedThatLeavesTheCodeAsItWasHasFailed() throws Exception {
        UnaryOperator<List<Item>> nothing = body -> {
            List<Item> with = new ArrayList<>(body);
            with.set(
                    ToyDeeds.indexOf(with, ChangeOver.class),
                    ToyDeeds.deed(ToyDeeds.to(body), "install 1", Set.of(), Set.of("code")));
            return with;
        };
        Ending ending = begin(plan(nothing));
        assertThat(ending)
                .isInstanceOfSatisfying(
                        Ending.RolledBack.class,
                        back -> assertThat(back.reason()).startsWith("`code` is the same as at the start of the hop"));
        assertThat(state()).isEqualTo(START);
    }

    @Test
    void aFinishedUpgradeIsTakenBackWithItsDeeds() throws Exception {
        Plan plan = plan(ToyDeeds.noteAhead(BackUp.class));
        begin(plan);
        assertThat(takeUp(plan, true)).isInstanceOf(Ending.RolledBackWithLoss.class);
        assertThat(state()).isEqualTo(START);
    }

    @Test
    void whatIsChangedOverHttpIsTakenBackOverHttp() throws Exception {
        everyCutEndsIn(ToyDeeds::calledAheadOfTheStop, NOTED);
        assertThat(toy.requests).isNotEmpty();
    }

    @Test
    void anAnswerThatIsNotExpectedIsAFailure() throws Exception {
        toy.refuses = "POST toy:/3";
        assertThat(begin(plan(ToyDeeds::calledAheadOfTheStop)))
                .isEqualTo(new Ending.RolledBack("2", "`POST` was answered 503"));
        assertThat(toy.requests).containsExactly("POST toy:/2", "POST toy:/3", "DELETE toy:/3");
        assertThat(state()).isEqualTo(NOTED[1]);
    }

    @Test
    void aRequestWhoseConnectionIsLostIsTakenBackAsIfItWereDone() throws Exception {
        toy.loses = "POST toy:/3";
        assertThat(begin(plan(ToyDeeds::calledAheadOfTheStop))).isEqualTo(new Ending.RolledBack("2", "lost"));
        assertThat(toy.requests).containsExactly("POST toy:/2", "POST toy:/3", "DELETE toy:/3");
        assertThat(state()).isEqualTo(NOTED[1]);
    }

    /** Else what takes it back would be ahead of it. */
    @Test
    void aRequestThatIsLateIsWaitedForBeforeItIsTakenBack() throws Exception {
        toy.isLateWith = "POST toy:/3";
        assertThat(begin(plan(ToyDeeds::calledAheadOfTheStop))).isEqualTo(new Ending.RolledBack("2", "late"));
        assertThat(state()).isEqualTo(NOTED[1]);
        assertThat(journals.runs.values().iterator().next())
                .extracting(stamped -> stamped.entry())
                .anySatisfy(entry -> assertThat(entry)
                        .isInstanceOfSatisfying(
                                Entry.Failed.class,
                                failed -> assertThat(failed.state().inFlight()).containsExactly("send `POST`")))
                .anySatisfy(entry -> assertThat(entry)
                        .isInstanceOfSatisfying(
                                Entry.Done.class,
                                done -> assertThat(done.note()).isEqualTo("POST was answered")));
    }

    @Test
    void whatAPersonHasDoneAPersonTakesBack() throws Exception {
        person = somebody();
        everyCutEndsIn(ToyDeeds::askedAheadOfTheBackup, NOTED);
    }

    @Test
    void theWayBackAsksWhoeverIsThere() throws Exception {
        person = somebody();
        toy.failsMigrationTo = "2";
        assertThat(begin(plan(ToyDeeds::askedAheadOfTheBackup)))
                .isEqualTo(new Ending.RolledBack("1", "the migration to 2 failed"));
        assertThat(told).containsExactly("note-2", "undo-note-2");
        assertThat(state()).isEqualTo(START);
    }

    @Test
    void whereNobodyIsThereTheWayBackSaysWhatIsToBeDoneAndGoesOnFromThere() throws Exception {
        Plan plan = plan(ToyDeeds::askedAheadOfTheBackup);
        person = somebody("note-2");
        toy.failsMigrationTo = "2";
        assertThat(begin(plan)).isInstanceOfSatisfying(Ending.NeedsPerson.class, stopped -> {
            assertThat(stopped.reason())
                    .isEqualTo("the deed `undo-note-2` is missing: erase 2; `rung resume --confirm undo-note-2` goes on"
                            + " once it is done");
            assertThat(stopped.left()).startsWith("take back: a person's deed: note-2", "start `server`");
        });
        assertThat(told).containsExactly("note-2");
        assertThat(toy.code).as("what nobody is asked for has gone back").isEqualTo("1");
        assertThat(toy.marked).isTrue();

        person = somebody("undo-note-2");
        assertThat(takeUp(plan, false)).isEqualTo(new Ending.RolledBack("1", "the migration to 2 failed"));
        assertThat(state()).isEqualTo(START);
    }

    @Test
    void whereNobodyIsThereTheDeedIsNotBegunAndTheRunStopsSafe() throws Exception {
        Plan plan = plan(ToyDeeds::askedAheadOfTheBackup);
        assertThat(begin(plan))
                .isEqualTo(new Ending.StoppedSafe("the deed `note-2` is missing: note 2; it is given with `rung resume"
                        + " --confirm note-2`, or at a terminal"));
        assertThat(journals.runs.values().iterator().next())
                .noneMatch(stamped -> stamped.entry() instanceof Entry.Intended intended
                        && intended.step().contains("manual"));
        person = somebody();
        assertThat(takeUp(plan, false)).isInstanceOf(Ending.Upgraded.class);
        assertThat(state()).isEqualTo(NOTED[2]);
    }

    /** Who says no may have begun it. */
    @Test
    void aNoLeavesTheDeedInDoubt() throws Exception {
        Plan plan = plan(ToyDeeds::askedAheadOfTheBackup);
        person = question -> Optional.empty();
        assertThat(begin(plan)).isInstanceOf(Ending.StoppedSafe.class);
        person = somebody();
        assertThat(takeUp(plan, true)).isInstanceOf(Ending.RolledBack.class);
        assertThat(told).containsExactly("undo-note-2");
        assertThat(state()).isEqualTo(START);
    }
}
