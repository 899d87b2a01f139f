package dev.rung.model.wayback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.model.effect.BackUp;
import dev.rung.model.effect.ChangeOver;
import dev.rung.model.effect.Changes;
import dev.rung.model.effect.Command;
import dev.rung.model.effect.Effect;
import dev.rung.model.effect.NoReturn;
import dev.rung.model.effect.Restore;
import dev.rung.model.effect.Run;
import dev.rung.model.effect.Start;
import dev.rung.model.effect.Stop;
import dev.rung.model.effect.Undo;
import dev.rung.model.effect.Unmet;
import dev.rung.model.effect.Unmet.Need;
import dev.rung.model.state.BackupSet.Level;
import dev.rung.model.state.CodeForm;
import dev.rung.model.state.DataForm;
import dev.rung.model.state.DataPart;
import dev.rung.model.state.Layout;
import dev.rung.model.state.ServiceState;
import dev.rung.model.state.ServiceState.Running;
import dev.rung.model.state.State;
import dev.rung.model.version.Version;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What authors take back themselves: when that is asked for, when it can be, and when a restore has done it already. */
class DeedsTest {
    private static final Set<String> BOOKS = Set.of("books");
    private static final Layout LAYOUT = new Layout(
            List.of(new Layout.CodeGroup("ledger", List.of("jar"), false)),
            List.of(new DataPart("books", false)),
            List.of(new Layout.Service("server", "ledger", BOOKS, BOOKS, true)));
    private static final ServiceState UP = new ServiceState(Running.OLD, false);
    private static final State START = State.origin(LAYOUT, new TreeMap<>(Map.of("server", UP)));
    private static final State HELD = START.withService("server", ServiceState.HELD);
    private static final Origin ORIGIN = new Origin(LAYOUT, START, Map.of("ledger", Version.of("1.8.2")));
    private static final BackUp BACKUP = new BackUp(BOOKS, "b", Level.RESTORED);

    private static Run deed(String id, boolean undoable) {
        Command command = new Command(List.of(), Optional.empty(), Map.of(), Set.of(0));
        return new Run(id, command, new Changes(id, BOOKS, Set.of(), true, undoable, false));
    }

    /** @param covered whether it is asked for what it needs */
    private static State after(State state, Effect effect, boolean covered) {
        return covered ? after(state, effect) : effect.does(state, LAYOUT);
    }

    private static State after(State state, Effect... effects) {
        State now = state;
        for (Effect effect : effects) {
            assertThat(effect.unmet(now, LAYOUT)).as(effect.words()).isEmpty();
            now = effect.does(now, LAYOUT);
        }
        return now;
    }

    private static List<String> wayBack(State state) {
        return switch (Wayback.from(state, ORIGIN)) {
            case Route.Back(List<Effect> effects) ->
                effects.stream().map(Effect::words).toList();
            case Route.None(List<String> parts, String why) -> List.of("none: " + why);
            case Route.Forward(String why) -> List.of("forward: " + why);
        };
    }

    @Test
    void whatWasDoneWhileHeldIsTakenBackLatestFirstBeforeAnythingStarts() {
        State state = after(HELD, deed("a", true), deed("b", true));
        assertThat(wayBack(state).subList(0, 3))
                .containsExactly("take back: run `b`", "take back: run `a`", "start `server`");
        assertThat(new Start("server").unmet(state, LAYOUT))
                .extracting(Unmet::need)
                .containsOnly(Need.DATA_OLD);
        assertThat(after(state, new Undo("b", "run `b`"), new Undo("a", "run `a`")))
                .isEqualTo(HELD);
    }

    @Test
    void aRestoreFromBeforeADeedHasTakenItBack() {
        State before = after(HELD, BACKUP, deed("a", true)).withData(BOOKS, form -> DataForm.TOUCHED);
        assertThat(wayBack(before)).startsWith("restore `books`", "start `server`");
        State behind = after(HELD, deed("a", true), BACKUP).withData(BOOKS, form -> DataForm.TOUCHED);
        assertThat(wayBack(behind)).startsWith("restore `books`", "take back: run `a`", "start `server`");
        Restore restore = new Restore(BOOKS, "b");
        assertThat(restore.does(before, LAYOUT).deeds()).isEmpty();
        assertThat(restore.does(behind, LAYOUT).deeds()).hasSize(1);
    }

    @Test
    void whatWasDoneThroughTheServiceIsTakenBackOnceItRunsAgain() {
        State state = after(START, deed("a", true)).withService("server", ServiceState.HELD);
        assertThat(wayBack(state).getFirst()).isEqualTo("start `server`");
        assertThat(wayBack(state).getLast()).isEqualTo("take back: run `a`");
        Undo undo = new Undo("a", "run `a`");
        assertThat(undo.unmet(state, LAYOUT)).extracting(Unmet::need).containsExactly(Need.UP_WITH_OLD);
        assertThat(after(state.withService("server", UP), undo)).isEqualTo(START);
    }

    @Test
    void throughARunningServiceItLeavesTheSetsBehind() {
        State state = after(after(START.withService("server", ServiceState.HELD), BACKUP), deed("a", true));
        assertThat(state.sets().getFirst().writtenSince()).isEmpty();
        State through = after(after(HELD, BACKUP).withService("server", UP), deed("a", true));
        assertThat(through.sets().getFirst().writtenSince()).containsExactly("books");
        assertThat(through.data()).containsEntry("books", DataForm.OLD);
    }

    @Test
    void withoutCoverAndWithoutUndoNothingMayBeChanged() {
        assertThat(deed("a", false).unmet(HELD, LAYOUT)).extracting(Unmet::need).containsExactly(Need.COVER);
        assertThat(deed("a", false).unmet(START, LAYOUT))
                .extracting(Unmet::need)
                .containsExactly(Need.UNDO);
        assertThat(deed("a", true).unmet(HELD, LAYOUT)).isEmpty();
    }

    @Test
    void itCannotBeTakenBackOverWhatNewerCodeHasMade() {
        State migrated = after(HELD, deed("a", true)).withData(BOOKS, form -> DataForm.TOUCHED);
        assertThat(new Undo("a", "run `a`").unmet(migrated, LAYOUT))
                .extracting(Unmet::need)
                .containsExactly(Need.DATA_OLD);
    }

    @Test
    void whoeverChangesCodeAndDataTogetherTakesBothBackWhateverRuns() {
        Changes both = new Changes("merge", BOOKS, Set.of("jar"), true, true, false);
        Run merge = new Run("merge", deed("x", true).command(), both);
        State state = after(START, merge);
        assertThat(state.code()).containsEntry("jar", CodeForm.NEW);
        assertThat(state.data()).containsEntry("books", DataForm.TOUCHED);
        assertThat(wayBack(state)).startsWith("stop and hold `server`", "take back: run `merge`");
        State back = after(state, new Stop("server"), new Undo("merge", "run `merge`"));
        assertThat(back.code()).containsEntry("jar", CodeForm.OLD);
        assertThat(back.data()).containsEntry("books", DataForm.OLD);
    }

    @Test
    void whatChangedTheDataBesideItIsNotTakenBackWithIt() {
        Run convert = deed("convert", false);
        Changes both = new Changes("merge", BOOKS, Set.of("jar"), true, true, false);
        Run merge = new Run("merge", convert.command(), both);
        assertThat(wayBack(after(HELD, BACKUP, convert, merge)))
                .startsWith("take back: run `merge`", "restore `books`");
        assertThat(wayBack(after(HELD, BACKUP, merge, new Start("server"))))
                .startsWith("stop and hold `server`", "take back: run `merge`", "restore `books`");
    }

    @Test
    void aNamedRollbackIsNotTakenOverWhatADeedHasLeftHalfDone() {
        Changes both = new Changes("merge", BOOKS, Set.of("jar"), true, true, false);
        State state = after(HELD, BACKUP, new Run("merge", deed("x", true).command(), both));
        assertThat(Wayback.whyNot(state, ORIGIN, new Wayback.Named("down", BOOKS)))
                .hasValueSatisfying(why -> assertThat(why).contains("may be half"));
    }

    @Test
    void aDeedOfALaterHopBringsNothingBackToAnEarlierStart() {
        Changes both = new Changes("merge", BOOKS, Set.of("jar"), true, true, false);
        Run merge = new Run("merge", deed("x", true).command(), both);
        State landed =
                after(HELD, BACKUP, new ChangeOver("jar", Version.of("1.9.4"))).withData(BOOKS, form -> DataForm.NEW);
        State later = Threshold.seenFrom(landed, LAYOUT, after(HELD, merge));
        assertThat(wayBack(later)).contains("take back: run `merge`", "put the former `jar` back", "restore `books`");
        State before =
                Threshold.seenFrom(after(HELD, BACKUP, merge), LAYOUT, after(HELD, deed("convert", false), false));
        assertThat(wayBack(before)).contains("take back: run `merge`", "restore `books`");
    }

    @Test
    void aCutDeedWasPerhapsDone() {
        assertThat(deed("a", true).mayLeave(HELD, LAYOUT))
                .anySatisfy(left -> assertThat(left.deeds()).isEmpty())
                .anySatisfy(left -> assertThat(left.deeds())
                        .singleElement()
                        .satisfies(deed -> assertThat(deed.sure()).isFalse()));
    }

    @Test
    void beyondAPointOfNoReturnTheWayIsForward() {
        State state = after(HELD, new NoReturn("the report was sent"));
        assertThat(wayBack(state)).containsExactly("forward: the report was sent");
    }
}
