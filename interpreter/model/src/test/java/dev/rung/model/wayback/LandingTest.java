package dev.rung.model.wayback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.model.effect.Check;
import dev.rung.model.effect.Condition;
import dev.rung.model.effect.Effect;
import dev.rung.model.effect.Start;
import dev.rung.model.effect.Stop;
import dev.rung.model.effect.Wait;
import dev.rung.model.expression.Expression.Operator;
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

/** When a hop has landed, and who has to be asked for that. */
class LandingTest {
    private static final Set<String> BOOKS = Set.of("books");
    private static final Version NEXT = Version.of("1.9.4");
    private static final ServiceState UP = new ServiceState(Running.OLD, false);

    /** Both systems work on `books`; `worker` brings it into its new form. */
    private static final Layout LAYOUT = new Layout(
            List.of(
                    new Layout.CodeGroup("ledger", List.of("jar"), false),
                    new Layout.CodeGroup("portal", List.of("war"), false),
                    new Layout.CodeGroup("reports", List.of("templates"), false)),
            List.of(new DataPart("books", true)),
            List.of(
                    new Layout.Service("server", "ledger", BOOKS, Set.of(), true),
                    new Layout.Service("worker", "portal", BOOKS, BOOKS, true)));

    private static final State START = State.origin(LAYOUT, new TreeMap<>(Map.of("server", UP, "worker", UP)));
    private static final State CHANGED = START.withService("server", ServiceState.HELD)
            .withService("worker", ServiceState.HELD)
            .withCode("jar", CodeForm.NEW)
            .withCode("war", CodeForm.NEW)
            .withCode("templates", CodeForm.NEW);
    private static final Origin ORIGIN = new Origin(LAYOUT, START, Map.of());

    private static State after(State state, Effect... effects) {
        State now = state;
        for (Effect effect : effects) {
            now = effect.does(now, LAYOUT);
        }
        return now;
    }

    private static Effect well(String system) {
        return new Wait(new Condition.Healthy(system), Optional.empty());
    }

    private static Effect isNext(String system) {
        return new Check(new Condition.InstalledIs(system, Operator.EQUAL, NEXT), "");
    }

    private static State started() {
        return after(CHANGED, new Start("server"), new Start("worker"));
    }

    private static State landed() {
        return after(started(), well("ledger"), well("portal"), isNext("portal"), isNext("ledger"));
    }

    @Test
    void everythingIsNewAndSomebodyHasAsked() {
        assertThat(Landing.missing(landed(), ORIGIN)).isEmpty();
    }

    @Test
    void codeFromWhichNothingStartsIsChangedAsWell() {
        State old = landed().withCode("templates", CodeForm.OLD);
        assertThat(Landing.missing(old, ORIGIN).orElseThrow()).contains("not all code of `reports`");
    }

    @Test
    void whoIsHealthyHasNotSaidWhichVersionItIs() {
        State proven = after(started(), well("ledger"), well("portal"), isNext("portal"));
        assertThat(Landing.missing(proven, ORIGIN).orElseThrow()).contains("nobody has asked `ledger`");
    }

    @Test
    void whatIsLeftDownIsKeptDownOrNotAsItWas() {
        ServiceState loose = new ServiceState(Running.DOWN, false);
        assertThat(missing(ServiceState.HELD, ServiceState.HELD)).isEmpty();
        assertThat(missing(loose, loose)).isEmpty();
        assertThat(missing(ServiceState.HELD, loose)).contains("was kept down before it");
        assertThat(missing(loose, ServiceState.HELD)).contains("nothing kept `server` down before it");
    }

    private static String missing(ServiceState before, ServiceState now) {
        Origin origin = new Origin(LAYOUT, START.withService("server", before), Map.of());
        return Landing.missing(landed().withService("server", now), origin).orElse("");
    }

    /** Somebody who was down, and whom nothing keeps down, may have begun since everybody was asked. */
    @Test
    void dataThatMayBeHalfMigratedAreNoLanding() {
        State touched = landed().withData(BOOKS, form -> DataForm.TOUCHED);
        assertThat(Landing.missing(touched, ORIGIN).orElseThrow()).contains("migration of `books`");
    }

    @Test
    void aSystemVouchesForNoOtherThatMayStillBeMigrating() {
        State first = after(started(), well("ledger"), isNext("ledger"));
        assertThat(first.data()).containsEntry("books", DataForm.TOUCHED);
        assertThat(after(first, well("portal"), isNext("portal")).data()).containsEntry("books", DataForm.NEW);
    }

    /** Of one system, and `worker` is down from the start. */
    private static final Layout ONE = new Layout(
            List.of(new Layout.CodeGroup("ledger", List.of("jar"), false)),
            List.of(new DataPart("books", true), new DataPart("files", true)),
            List.of(
                    new Layout.Service("server", "ledger", Set.of("files"), Set.of("files"), true),
                    new Layout.Service("worker", "ledger", BOOKS, BOOKS, true)));

    private static State swapped() {
        return State.origin(ONE, new TreeMap<>(Map.of("server", UP, "worker", ServiceState.HELD)))
                .withService("server", ServiceState.HELD)
                .withCode("jar", CodeForm.NEW);
    }

    private static Optional<String> missing(Effect... effects) {
        State state = swapped();
        for (Effect effect : effects) {
            state = effect.does(state, ONE);
        }
        Origin origin = new Origin(
                ONE, State.origin(ONE, new TreeMap<>(Map.of("server", UP, "worker", ServiceState.HELD))), Map.of());
        return Landing.missing(state, origin);
    }

    @Test
    void whoIsKeptDownAndHasNothingOpenNeedNotBeAsked() {
        assertThat(missing(new Start("server"), well("ledger"), isNext("ledger")))
                .isEmpty();
    }

    @Test
    void whoIsKeptDownInTheMiddleOfItsMigrationHasToBeAsked() {
        assertThat(missing(
                        new Start("server"), new Start("worker"), new Stop("worker"), well("ledger"), isNext("ledger")))
                .hasValueSatisfying(missing -> assertThat(missing).contains("the migration of `books`"));
    }

    @Test
    void whoeverIsKeptDownHasNotSaidThatAMigrationIsComplete() {
        State touched =
                swapped().withData(Set.of("files"), form -> DataForm.TOUCHED).withTrust("ledger", Trust.HEALTHY);
        assertThat(isNext("ledger").does(touched, ONE).data()).containsEntry("files", DataForm.TOUCHED);
        State migratesNothing = isNext("portal")
                .does(
                        CHANGED.withData(BOOKS, form -> DataForm.TOUCHED).withTrust("portal", Trust.HEALTHY),
                        new Layout(
                                LAYOUT.systems(),
                                LAYOUT.data(),
                                List.of(
                                        LAYOUT.service("server"),
                                        new Layout.Service("worker", "portal", BOOKS, Set.of(), true))));
        assertThat(migratesNothing.data()).containsEntry("books", DataForm.TOUCHED);
    }
}
