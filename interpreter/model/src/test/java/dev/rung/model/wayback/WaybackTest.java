package dev.rung.model.wayback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.model.effect.Effect;
import dev.rung.model.effect.PutBack;
import dev.rung.model.effect.ReleaseHold;
import dev.rung.model.effect.Restore;
import dev.rung.model.effect.Revert;
import dev.rung.model.state.BackupSet;
import dev.rung.model.state.BackupSet.Level;
import dev.rung.model.state.CodeForm;
import dev.rung.model.state.DataForm;
import dev.rung.model.state.DataPart;
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

class WaybackTest {
    private static final String WELL = "wait until `ledger` is healthy";
    private static final String PROVEN = "check that the invariants of `ledger` hold and `ledger` is 1.8.2";
    private static final Set<String> BOOKS = Set.of("books");
    private static final Set<String> BOTH = Set.of("books", "files");
    private static final Layout LAYOUT = new Layout(
            List.of(new Layout.CodeGroup("ledger", List.of("jar", "plugin"), false)),
            List.of(new DataPart("books", false), new DataPart("files", false)),
            List.of(
                    new Layout.Service("gateway", "ledger", Set.of(), Set.of(), true),
                    new Layout.Service("server", "ledger", BOOKS, BOOKS, true)));
    private static final ServiceState UP = new ServiceState(Running.OLD, false);
    private static final State START = State.origin(LAYOUT, new TreeMap<>(Map.of("gateway", UP, "server", UP)));
    private static final Origin ORIGIN = new Origin(LAYOUT, START, Map.of("ledger", Version.of("1.8.2")));
    private static final BackupSet SET =
            new BackupSet("set", BOOKS, Level.RESTORED, true, true, Set.of(), false, List.of());

    private static List<String> words(State state) {
        return switch (Wayback.from(state, ORIGIN)) {
            case Route.Back(List<Effect> effects) ->
                effects.stream().map(Effect::words).toList();
            case Route.None(List<String> parts, String why) -> List.of("none: " + why);
            case Route.Forward(String why) -> List.of("forward: " + why);
        };
    }

    private static State held(State state) {
        return state.withService("gateway", ServiceState.HELD).withService("server", ServiceState.HELD);
    }

    @Test
    void fromTheStartThereIsNothingToDo() {
        assertThat(words(START)).isEmpty();
    }

    @Test
    void whatIsMerelyStoppedIsStartedInReverseOrder() {
        assertThat(words(held(START))).containsExactly("start `server`", "start `gateway`", WELL, PROVEN);
    }

    @Test
    void whatMayBeMigratedComesBackFromTheSetAndTheWholeGroupOfCode() {
        State state = START.withService("gateway", ServiceState.HELD)
                .withSets(List.of(SET))
                .withCode("jar", CodeForm.NEW)
                .withCode("plugin", CodeForm.MIXED)
                .withData(BOOKS, form -> DataForm.TOUCHED)
                .withService("server", new ServiceState(Running.NEW, false));
        assertThat(words(state))
                .containsExactly(
                        "stop and hold `server`",
                        "put the former `plugin` back",
                        "put the former `jar` back",
                        "restore `books`",
                        "start `server`",
                        "start `gateway`",
                        WELL,
                        PROVEN);
    }

    @Test
    void looseCountsAsHavingRun() {
        State state = held(START)
                .withSets(List.of(SET))
                .withCode("jar", CodeForm.NEW)
                .withCode("plugin", CodeForm.NEW)
                .withService("server", new ServiceState(Running.DOWN, false));
        assertThat(words(state)).contains("stop and hold `server`", "restore `books`");
    }

    @Test
    void withoutABackupThereIsNone() {
        State state = held(START).withData(BOOKS, form -> DataForm.TOUCHED);
        assertThat(words(state)).singleElement().asString().startsWith("none: `books` may be changed");
    }

    @Test
    void aSetThatWasTakenOfTouchedDataDoesNotCount() {
        BackupSet late = new BackupSet("late", BOOKS, Level.RESTORED, false, true, Set.of(), false, List.of());
        State state = held(START).withData(BOOKS, form -> DataForm.TOUCHED).withSets(List.of(late));
        assertThat(Wayback.from(state, ORIGIN)).isInstanceOf(Route.None.class);
    }

    @Test
    void whatIsStillWorkingIsSettledBeforeAnythingElse() {
        State state = held(START).withInFlight(List.of("restore `books`"));
        assertThat(words(state)).containsExactly("wait for what is still at work, or end it");
    }

    @Test
    void aNamedRollbackIsTakenOverWholeDataOnly() {
        State migrated = held(START)
                .withSets(List.of(SET))
                .withCode("jar", CodeForm.NEW)
                .withCode("plugin", CodeForm.NEW)
                .withData(BOOKS, form -> DataForm.NEW);
        Optional<Wayback.Named> down = Optional.of(new Wayback.Named("migrate-down", BOOKS));
        assertThat(firstOf(Wayback.from(migrated, ORIGIN, down))).isEqualTo(new Revert("migrate-down", BOOKS));
        State half = migrated.withData(BOOKS, form -> DataForm.TOUCHED);
        assertThat(firstOf(Wayback.from(half, ORIGIN, down))).isEqualTo(new PutBack("plugin"));
        assertThat(Wayback.whyNot(migrated, ORIGIN, down.get())).isEmpty();
        assertThat(Wayback.whyNot(half, ORIGIN, down.get())).hasValue("`books` may be half migrated");
        State olderCode = migrated.withCode("jar", CodeForm.OLD);
        assertThat(Wayback.whyNot(olderCode, ORIGIN, down.get()).orElseThrow()).contains("newer release");
        State unchanged = migrated.withData(BOOKS, form -> DataForm.OLD);
        assertThat(Wayback.whyNot(unchanged, ORIGIN, down.get()).orElseThrow()).contains("nothing that it brings back");
    }

    @Test
    void aNamedRollbackIsNotTakenIfItLeavesSomethingOrNothingCoversIt() {
        Layout shared = sharing();
        Origin origin = new Origin(shared, START, ORIGIN.versions());
        BackupSet whole = new BackupSet("whole", BOTH, Level.RESTORED, true, true, Set.of(), false, List.of());
        State migrated = held(START)
                .withCode("jar", CodeForm.NEW)
                .withCode("plugin", CodeForm.NEW)
                .withData(BOTH, form -> DataForm.NEW);
        Wayback.Named some = new Wayback.Named("migrate-down", BOOKS);
        assertThat(Wayback.whyNot(migrated.withSets(List.of(whole)), origin, some)
                        .orElseThrow())
                .contains("`files` goes back together");
        Wayback.Named all = new Wayback.Named("migrate-down", BOTH);
        assertThat(Wayback.whyNot(migrated.withSets(List.of(whole)), origin, all))
                .isEmpty();
        assertThat(Wayback.whyNot(migrated.withSets(List.of(SET)), origin, all).orElseThrow())
                .contains("no backup");
    }

    @Test
    void whereNothingKeepsAServiceDownThereIsNone() {
        Layout loose = new Layout(
                LAYOUT.systems(),
                LAYOUT.data(),
                List.of(
                        new Layout.Service("gateway", "ledger", Set.of(), Set.of(), true),
                        new Layout.Service("server", "ledger", BOOKS, BOOKS, false)));
        State state = START.withSets(List.of(SET)).withCode("jar", CodeForm.MIXED);
        assertThat(Wayback.from(state, new Origin(loose, START, ORIGIN.versions())))
                .isInstanceOfSatisfying(
                        Route.None.class, none -> assertThat(none.parts()).containsExactly("server"));
    }

    /** What came up while code was being replaced may be of neither release, and is replaced in its turn. */
    @Test
    void whoMayRunAMixtureIsStartedAnew() {
        State state = START.withService("gateway", new ServiceState(Running.UNKNOWN, false));
        assertThat(words(state)).containsExactly("start `gateway`", WELL, PROVEN);
    }

    private static Effect firstOf(Route route) {
        return ((Route.Back) route).effects().getFirst();
    }

    @Test
    void noMarkStaysThatWasNotThere() {
        State loose = State.origin(
                LAYOUT, new TreeMap<>(Map.of("gateway", UP, "server", new ServiceState(Running.DOWN, false))));
        State state = loose.withService("server", ServiceState.HELD);
        Route route = Wayback.from(state, new Origin(LAYOUT, loose, ORIGIN.versions()));
        assertThat(route).isEqualTo(new Route.Back(List.of(new ReleaseHold("server"))));
    }

    private static Layout sharing() {
        return new Layout(
                LAYOUT.systems(),
                LAYOUT.data(),
                List.of(
                        new Layout.Service("gateway", "ledger", Set.of(), Set.of(), true),
                        new Layout.Service("server", "ledger", BOTH, BOOKS, true)));
    }

    @Test
    void whatSharesAWriterGoesBackTogether() {
        Origin origin = new Origin(sharing(), START, ORIGIN.versions());
        State onlyBooks = held(START).withSets(List.of(SET)).withData(BOOKS, form -> DataForm.TOUCHED);
        assertThat(Wayback.from(onlyBooks, origin)).isInstanceOf(Route.None.class);
        BackupSet whole = new BackupSet("whole", BOTH, Level.RESTORED, true, true, Set.of(), false, List.of());
        assertThat(firstOf(Wayback.from(onlyBooks.withSets(List.of(whole)), origin)))
                .isEqualTo(new Restore(BOTH, "whole"));
    }

    @Test
    void theWayBackFromEveryStateThatACutOfItMayLeaveArrives() {
        State deep = held(START)
                .withSets(List.of(SET))
                .withCode("jar", CodeForm.NEW)
                .withCode("plugin", CodeForm.NEW)
                .withData(BOOKS, form -> DataForm.TOUCHED)
                .withService("server", new ServiceState(Running.NEW, false))
                .withTrust("ledger", Trust.NONE);
        assertThat(arrives(deep, 0)).isTrue();
    }

    /** Every effect is cut once in every way that it may be, at every depth, and the way goes on from there. */
    private static boolean arrives(State state, int depth) {
        assertThat(depth).isLessThan(40);
        Route route = Wayback.from(state, ORIGIN);
        assertThat(route).isInstanceOf(Route.Back.class);
        Route.Back back = (Route.Back) route;
        if (back.arrived()) {
            return state.equals(START.withSets(state.sets()));
        }
        Effect next = back.effects().getFirst();
        assertThat(next.unmet(state, LAYOUT)).isEmpty();
        boolean onward = arrives(next.does(state, LAYOUT), depth + 1);
        for (State left : next.mayLeave(state, LAYOUT)) {
            Route again = Wayback.from(left, ORIGIN);
            assertThat(again).as("cut in " + next.words()).isInstanceOf(Route.Back.class);
        }
        return onward;
    }
}
