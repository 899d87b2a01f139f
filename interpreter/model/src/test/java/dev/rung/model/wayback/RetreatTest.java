package dev.rung.model.wayback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.model.state.BackupSet;
import dev.rung.model.state.BackupSet.Level;
import dev.rung.model.state.CodeForm;
import dev.rung.model.state.DataForm;
import dev.rung.model.state.DataPart;
import dev.rung.model.state.Layout;
import dev.rung.model.state.ServiceState;
import dev.rung.model.state.ServiceState.Running;
import dev.rung.model.state.State;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** To which start a way back leads. */
class RetreatTest {
    private static final Set<String> BOOKS = Set.of("books");
    private static final BackupSet SET =
            new BackupSet("/backups/1", BOOKS, Level.READ_BACK, true, true, Set.of(), false, List.of());
    private static final Layout HOP = new Layout(
            List.of(new Layout.CodeGroup("ledger", List.of("jar"), false)),
            List.of(new DataPart("books", false)),
            List.of(new Layout.Service("server", "ledger", BOOKS, BOOKS, true)));
    private static final State FOUND =
            State.origin(HOP, new TreeMap<>(Map.of("server", new ServiceState(Running.OLD, false))));

    /** Two hops, and the start of the run; what a hop leaves is what the next one finds. */
    private static final Origin RUN = new Origin(HOP.withoutCode(), FOUND, Map.of());

    private static final Origin FIRST = new Origin(HOP, FOUND, Map.of());
    private static final Origin SECOND = new Origin(HOP, FOUND, Map.of());

    private static final State LANDED = FOUND.withCode("jar", CodeForm.NEW)
            .withData(BOOKS, form -> DataForm.NEW)
            .withService("server", new ServiceState(Running.NEW, false));
    private static final State HALFWAY = FOUND.withCode("jar", CodeForm.NEW)
            .withData(BOOKS, form -> DataForm.TOUCHED)
            .withService("server", ServiceState.HELD);

    private static final Optional<Retreat> RUN_THEN = Optional.of(new Retreat(RUN, FOUND, Optional.empty()));
    private static final Optional<Retreat> RUN_NOW = Optional.of(new Retreat(RUN, LANDED, Optional.empty()));

    private static Optional<Retreat> behindTheFirst(State landed) {
        return Retreat.afterLanding(FIRST, landed, RUN_THEN, RUN_THEN, RUN_NOW);
    }

    @Test
    void aHopWithABackupLeadsToItsOwnStart() {
        Retreat.Goal goal = Retreat.goal(SECOND, HALFWAY.withSet(SET), behindTheFirst(LANDED.withSet(SET)));
        assertThat(goal.isEarlier()).isFalse();
        assertThat(goal.state()).isEqualTo(HALFWAY.withSet(SET));
    }

    @Test
    void aHopWithoutOneLeadsToTheStartOfTheOneBefore() {
        Retreat.Goal goal = Retreat.goal(SECOND, HALFWAY, behindTheFirst(LANDED.withSet(SET)));
        assertThat(goal.isEarlier()).isTrue();
        assertThat(goal.state().cover(BOOKS))
                .hasValueSatisfying(set -> assertThat(set.outlived())
                        .as("what users have written through the release in between is not in it")
                        .isTrue());
    }

    @Test
    void whereNoneLeadsTheNearestOneIsNamed() {
        Retreat.Goal goal = Retreat.goal(SECOND, HALFWAY, Optional.empty());
        assertThat(goal.isEarlier()).isFalse();
        assertThat(goal.state()).isEqualTo(HALFWAY);
    }

    @Test
    void behindAPointOfNoReturnNoWayLeadsOverIt() {
        assertThat(behindTheFirst(LANDED.withSet(SET).beyondReturn("sent"))).isEqualTo(RUN_NOW);
    }

    @Test
    void aLandingFromWhichNothingLeadsBackIsNoStart() {
        assertThat(behindTheFirst(LANDED)).isEqualTo(RUN_NOW);
    }
}
