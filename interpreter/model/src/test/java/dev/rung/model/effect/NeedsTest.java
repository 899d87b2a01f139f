package dev.rung.model.effect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.model.effect.Unmet.Need;
import dev.rung.model.expression.Expression;
import dev.rung.model.expression.Value;
import dev.rung.model.state.BackupSet;
import dev.rung.model.state.BackupSet.Level;
import dev.rung.model.state.CodeForm;
import dev.rung.model.state.DataForm;
import dev.rung.model.state.DataPart;
import dev.rung.model.state.Deed;
import dev.rung.model.state.Layout;
import dev.rung.model.state.ServiceState;
import dev.rung.model.state.ServiceState.Running;
import dev.rung.model.state.State;
import dev.rung.model.state.Trust;
import dev.rung.model.version.Version;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * What each effect asks for by itself. The proof would refuse many a hop without one of these, since the way back from it
 * does not arrive either; but who carries out a run has nothing else than what an effect asks for.
 */
class NeedsTest {
    private static final ServiceState UP = new ServiceState(Running.OLD, false);
    private static final ServiceState LOOSE = new ServiceState(Running.DOWN, false);
    private static final Set<String> BOOKS = Set.of("books");
    private static final ChangeOver SWAP = new ChangeOver("jar", Version.of("1.9.4"));

    /** `server` writes `books` and `files`, `worker`, which no hop changes, `files` and `index`. */
    private static final Layout LAYOUT = layout(false);

    private static final State START = State.origin(LAYOUT, new TreeMap<>(Map.of("server", UP, "worker", UP)));
    private static final State HELD =
            START.withService("server", ServiceState.HELD).withService("worker", ServiceState.HELD);
    private static final State CHANGED = HELD.withCode("jar", CodeForm.NEW);

    private static Layout layout(boolean changesUnderRunning) {
        return new Layout(
                List.of(
                        new Layout.CodeGroup("ledger", List.of("jar"), changesUnderRunning),
                        new Layout.CodeGroup("portal", List.of(), false)),
                List.of(new DataPart("books", true), new DataPart("files", true), new DataPart("index", true)),
                List.of(
                        new Layout.Service("server", "ledger", Set.of("books", "files"), BOOKS, true),
                        new Layout.Service("worker", "portal", Set.of("files", "index"), Set.of(), true)));
    }

    private static BackupSet set(String... data) {
        return new BackupSet("set", Set.of(data), Level.RESTORED, true, true, Set.of(), false, List.of());
    }

    private static Effect deed(boolean undoable, Set<String> code) {
        Command command = new Command(List.of(), Optional.empty(), Map.of(), Set.of(0));
        return new Run("deed", command, new Changes("deed", BOOKS, code, true, undoable, false));
    }

    private static List<Need> needs(Effect effect, State state) {
        return needs(effect, state, LAYOUT);
    }

    private static List<Need> needs(Effect effect, State state, Layout layout) {
        return effect.unmet(state, layout).stream().map(Unmet::need).toList();
    }

    private static State covered(State state) {
        return state.withSets(List.of(set("books", "files", "index")));
    }

    @Test
    void nothingBeginsBesideWhatMayStillBeAtWork() {
        State working = HELD.withInFlight("restore `books`");
        for (Effect effect : List.of(new Stop("server"), new Start("server"), SWAP, deed(true, Set.of()))) {
            assertThat(needs(effect, HELD)).as(effect.words()).isEmpty();
            assertThat(needs(effect, working)).as(effect.words()).containsExactly(Need.NOTHING_IN_FLIGHT);
        }
        assertThat(needs(new Settle(), working)).isEmpty();
    }

    @Test
    void whatIsDownAndMayComeUpIsNotHeld() {
        assertThat(needs(SWAP, HELD.withService("server", LOOSE))).containsExactly(Need.HELD);
        assertThat(needs(SWAP, HELD)).isEmpty();
    }

    @Test
    void coverHoldsAllThatSharesAWriterWithWhatSharesAWriter() {
        Start start = new Start("server");
        assertThat(needs(start, CHANGED)).containsExactly(Need.COVER);
        assertThat(needs(start, CHANGED.withSets(List.of(set("books"))))).containsExactly(Need.COVER);
        assertThat(needs(start, CHANGED.withSets(List.of(set("books", "files")))))
                .containsExactly(Need.COVER);
        assertThat(needs(start, covered(CHANGED))).isEmpty();
    }

    @Test
    void whatFillsADatabaseAnewIsCovered() {
        Import filled = new Import(
                Set.of("books"), Optional.of(new Expression.Literal(new Value.Text("dump.sql"))), "dump.sql");
        assertThat(needs(filled, HELD)).containsExactly(Need.COVER);
        assertThat(needs(filled, covered(HELD))).isEmpty();
    }

    @Test
    void aDeedUnderNewerCodeIsCoveredWhateverItsAuthorCanUndo() {
        State newer = CHANGED.withService("server", new ServiceState(Running.NEW, false));
        assertThat(needs(deed(true, Set.of()), newer)).containsExactly(Need.COVER);
        assertThat(needs(deed(true, Set.of()), covered(newer))).isEmpty();
    }

    @Test
    void whoIsRestartedByAChangeOverIsCoveredForAllThatItReaches() {
        Layout layout = layout(true);
        State alone = START.withService("worker", ServiceState.HELD);
        assertThat(needs(SWAP, alone, layout)).containsExactly(Need.COVER);
        assertThat(needs(SWAP, covered(alone), layout)).isEmpty();
        Layout writer = new Layout(
                layout.systems(),
                layout.data(),
                List.of(new Layout.Service("server", "ledger", BOOKS, Set.of(), true)));
        State writing = State.origin(writer, new TreeMap<>(Map.of("server", UP)));
        assertThat(needs(SWAP, writing, writer)).containsExactly(Need.COVER);
    }

    @Test
    void noOlderCodeOfOthersUsesWhatARestartMigrates() {
        Layout layout = new Layout(
                layout(true).systems(),
                LAYOUT.data(),
                List.of(
                        LAYOUT.service("server"),
                        new Layout.Service("worker", "portal", Set.of("books", "index"), Set.of(), true)));
        State covered = covered(START);
        assertThat(needs(SWAP, covered, layout)).containsExactly(Need.NO_OLD_CODE);
        assertThat(needs(SWAP, covered.withService("worker", LOOSE), layout)).containsExactly(Need.NO_OLD_CODE);
        assertThat(needs(SWAP, covered.withService("worker", ServiceState.HELD), layout))
                .isEmpty();
    }

    @Test
    void whoWorksWithBothFormsDoesNotStartBesideNewerCodeThatMayComeUp() {
        Layout layout = new Layout(
                LAYOUT.systems(),
                LAYOUT.data(),
                List.of(LAYOUT.service("server"), new Layout.Service("worker", "portal", BOOKS, Set.of(), true)));
        State fallen = CHANGED.withService("server", LOOSE).withData(BOOKS, form -> DataForm.TOUCHED);
        Start worker = new Start("worker");
        assertThat(needs(worker, fallen, layout)).containsExactly(Need.UP_WITH_NEW);
        State running = fallen.withService("server", new ServiceState(Running.NEW, false));
        assertThat(needs(worker, running, layout)).isEmpty();
        assertThat(needs(worker, fallen.withService("server", ServiceState.HELD), layout))
                .isEmpty();
    }

    @Test
    void codeGoesBackByHandUnderNobody() {
        Effect merge = deed(true, Set.of("jar"));
        Undo undo = new Undo("deed", "run `deed`");
        State merged = merge.does(HELD, LAYOUT);
        assertThat(needs(undo, merged)).isEmpty();
        assertThat(needs(undo, merged.withService("server", LOOSE))).containsExactly(Need.HELD);
    }

    @Test
    void whoChangesCodeByHandLooksAfterItsOwnServicesOnly() {
        Layout layout = new Layout(
                LAYOUT.systems(),
                LAYOUT.data(),
                List.of(LAYOUT.service("server"), new Layout.Service("worker", "portal", BOOKS, Set.of(), true)));
        Effect merge = deed(true, Set.of("jar"));
        assertThat(needs(merge, START, layout)).containsExactly(Need.NO_OLD_CODE);
        assertThat(needs(merge, START.withService("worker", ServiceState.HELD), layout))
                .isEmpty();
    }

    @Test
    void whatIsDoneThroughAServiceStandsOnNothingThatGoesBackBeforeIt() {
        Deed held = new Deed("earlier", "run `earlier`", BOOKS, Set.of(), Deed.Moment.HELD, true);
        assertThat(needs(deed(true, Set.of()), START)).isEmpty();
        assertThat(needs(deed(true, Set.of()), START.withDeed(held))).containsExactly(Need.IN_ORDER);
    }

    @Test
    void fromAPointOfNoReturnOnNothingIsOpenThatOnlyAWayBackMends() {
        NoReturn point = new NoReturn("the report is due");
        assertThat(needs(point, START)).isEmpty();
        assertThat(needs(point, START.withData(BOOKS, form -> DataForm.TOUCHED)))
                .containsExactly(Need.NO_RETURN);
        assertThat(needs(point, START.withTrust("ledger", Trust.NONE))).containsExactly(Need.NO_RETURN);
    }

    @Test
    void whatCannotBeTakenBackIsSentOnceAllOthersAreDone() {
        Request request = new Request(
                "POST", new Expression.Literal(new Value.Text("/report")), Map.of(), Optional.empty(), Set.of(200));
        Send send = new Send("report", request, true);
        State landed = START.withCode("jar", CodeForm.NEW);
        assertThat(needs(send, landed)).isEmpty();
        assertThat(needs(send, START)).containsExactly(Need.NO_RETURN);
        assertThat(needs(send, landed.withTrust("ledger", Trust.HEALTHY))).containsExactly(Need.NO_RETURN);
        assertThat(needs(send, landed.withData(BOOKS, form -> DataForm.TOUCHED)))
                .containsExactly(Need.NO_RETURN);
    }
}
