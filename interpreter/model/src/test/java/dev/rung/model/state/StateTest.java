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
    private static final Layout LAYOUT = new Layout(
            List.of(new Layout.CodeGroup("ledger", List.of("jar"), false)),
            List.of(new DataPart("books", true), new DataPart("files", true)),
            List.of(new Layout.Service("server", "ledger", BOOKS, BOOKS, true)));
    private static final State START =
            State.origin(LAYOUT, new TreeMap<>(Map.of("server", new ServiceState(Running.OLD, false))));

    private static BackupSet set(String id, boolean behind, Set<String> data) {
        return new BackupSet(id, data, Level.RESTORED, true, true, behind, List.of());
    }

    /** Nobody loses what was written meanwhile without need. */
    @Test
    void anEvenSetComesBeforeANewerOneThatIsBehind() {
        State state = START.withSets(List.of(
                set("first", false, BOOKS), set("even", false, BOOKS), set("behind", true, Set.of("books", "files"))));
        assertThat(state.cover(BOOKS)).map(BackupSet::id).hasValue("even");
        assertThat(state.cover(Set.of("files"))).map(BackupSet::id).hasValue("behind");
    }

    @Test
    void ofSetsIsBelievedWhatIsTrueInBothCases() {
        State taken = START.withSets(List.of(set("set", false, BOOKS)));
        State behind = START.withSets(List.of(set("set", true, BOOKS)));
        assertThat(START.worse(taken).sets()).isEmpty();
        assertThat(taken.worse(START).sets()).isEmpty();
        assertThat(taken.worse(behind).sets()).containsExactly(set("set", true, BOOKS));
        assertThat(behind.worse(taken).sets()).containsExactly(set("set", true, BOOKS));
    }

    /** Who was well before its data were touched has to be asked again. */
    @Test
    void whatIsTouchedNobodyHasAskedAbout() {
        assertThat(START.touched(BOOKS, LAYOUT).trust()).containsEntry("ledger", Trust.NONE);
        assertThat(START.touched(Set.of("files"), LAYOUT).trust()).containsEntry("ledger", Trust.PROVEN);
    }
}
