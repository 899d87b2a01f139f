package dev.rung.model.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.model.state.BackupSet.Level;
import dev.rung.model.state.ServiceState.Running;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StateTest {
    private static final Set<String> BOOKS = Set.of("books");
    private static final Set<String> BOTH = Set.of("books", "files");
    private static final Layout LAYOUT = new Layout(
            List.of(new Layout.CodeGroup("ledger", List.of("jar"), false)),
            List.of(new DataPart("books", true), new DataPart("files", true)),
            List.of(new Layout.Service("server", "ledger", BOOKS, BOOKS, true)));
    private static final State START =
            State.origin(LAYOUT, new TreeMap<>(Map.of("server", new ServiceState(Running.OLD, false))));

    private static BackupSet set(String id, Set<String> data, Set<String> behind) {
        return new BackupSet(id, data, Level.RESTORED, true, true, behind, false, List.of());
    }

    /** Nobody loses what was written meanwhile without need. */
    @Test
    void anEvenSetComesBeforeANewerOneThatIsBehind() {
        State state = START.withSets(
                List.of(set("first", BOOKS, Set.of()), set("even", BOOKS, Set.of()), set("behind", BOTH, BOTH)));
        assertThat(state.cover(BOOKS)).map(BackupSet::id).hasValue("even");
        assertThat(state.cover(BOTH)).map(BackupSet::id).hasValue("behind");
        State landed =
                START.withSets(List.of(set("outlived", BOOKS, Set.of()).afterLanding(), set("behind", BOTH, BOTH)));
        assertThat(landed.cover(BOOKS)).map(BackupSet::id).hasValue("outlived");
    }

    @Test
    void ofSetsIsBelievedWhatIsTrueInBothCases() {
        State taken = START.withSets(List.of(set("set", BOOKS, Set.of())));
        State behind = START.withSets(List.of(set("set", BOOKS, BOOKS)));
        assertThat(START.worse(taken).sets()).isEmpty();
        assertThat(taken.worse(START).sets()).isEmpty();
        assertThat(taken.worse(behind).sets()).containsExactly(set("set", BOOKS, BOOKS));
        assertThat(behind.worse(taken).sets()).containsExactly(set("set", BOOKS, BOOKS));
    }

    /** Who was well before its data were touched has to be asked again. */
    @Test
    void whatIsTouchedNobodyHasAskedAbout() {
        assertThat(START.touched(BOOKS, LAYOUT).trust()).containsEntry("ledger", Trust.NONE);
        assertThat(START.touched(Set.of("files"), LAYOUT).trust()).containsEntry("ledger", Trust.PROVEN);
    }
}
