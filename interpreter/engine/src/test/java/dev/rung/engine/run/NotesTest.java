package dev.rung.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.engine.journal.Entry;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NotesTest {
    private final Notes notes = new Notes();

    @Test
    void forwardTheLastCounts() {
        rows(10);
        notes.began("hop/1");
        rows(12);
        assertThat(notes.latest()).isEqualTo(Map.of("ledger", Map.of("rows", "12")));
        assertThat(notes.latest("other")).isEmpty();
    }

    /** What users add between two hops is gone with the backup from before it, and must not be asked for then. */
    @Test
    void aWayBackIsHeldToWhatWasNotedFirstInTheHopToWhoseStartItLeads() {
        notes.began("hop/1");
        rows(10);
        notes.began("hop/2");
        rows(12);
        notes.began("hop/3");
        rows(15);
        assertThat(notes.atStartOf("hop/1")).isEqualTo(Map.of("ledger", Map.of("rows", "10")));
        assertThat(notes.atStartOf("hop/2")).isEqualTo(Map.of("ledger", Map.of("rows", "12")));
        assertThat(notes.atStartOf("")).isEqualTo(Map.of("ledger", Map.of("rows", "10")));
    }

    @Test
    void aHopThatNotesNothingIsHeldToWhatWasNotedBeforeIt() {
        rows(10);
        rows(11);
        notes.began("hop/1");
        assertThat(notes.atStartOf("hop/1")).isEqualTo(Map.of("ledger", Map.of("rows", "11")));
    }

    private void rows(int count) {
        notes.take(new Entry.Noted("ledger", Map.of("rows", Integer.toString(count))));
    }
}
