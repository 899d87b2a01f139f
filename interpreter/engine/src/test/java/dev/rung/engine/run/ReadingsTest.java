package dev.rung.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.engine.journal.Contents;
import dev.rung.engine.journal.Entry;
import dev.rung.engine.journal.Journal;
import dev.rung.engine.journal.JournalFolder;
import dev.rung.engine.journal.Journals;
import dev.rung.engine.journal.SampleEntries;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked of a journal again is not read again: what was read is the very same. */
class ReadingsTest {
    @TempDir
    Path folder;

    private Journals kept;
    private Journals readings;

    @BeforeEach
    void write() {
        kept = new JournalFolder(folder, Clock.systemUTC());
        readings = new Readings(kept);
        for (String run : new String[] {"one", "two"}) {
            try (Journal journal = kept.create(run)) {
                journal.append(SampleEntries.began(1));
                journal.append(new Entry.Decided(run, true));
            }
        }
    }

    private void add(String choice) {
        try (Journal journal = kept.open("one", Contents.NOTHING)) {
            journal.append(new Entry.Decided(choice, true));
        }
    }

    @Test
    void onlyWhatWasAddedIsReadAgain() {
        Contents first = readings.read("one");
        add("a");

        Contents second = readings.read("one");

        assertThat(second.entries()).hasSize(3).isEqualTo(kept.read("one").entries());
        assertThat(second.entries().get(1)).isSameAs(first.entries().get(1));
    }

    @Test
    void whoGoesOnReadsNothingAgain() {
        Contents first = readings.read("one");
        add("a");
        try (Journal journal = readings.open("one", Contents.NOTHING)) {
            assertThat(journal.entries()).hasSize(3);
            assertThat(journal.entries().get(1)).isSameAs(first.entries().get(1));
            journal.append(new Entry.Decided("b", true));
        }
        assertThat(readings.read("one").entries())
                .hasSize(4)
                .isEqualTo(kept.read("one").entries());
    }

    @Test
    void oneRunIsNotTakenForAnother() {
        assertThat(readings.read("one").entries().getLast().entry()).isEqualTo(new Entry.Decided("one", true));
        assertThat(readings.read("two").entries().getLast().entry()).isEqualTo(new Entry.Decided("two", true));
        assertThat(readings.read("one").entries().getLast().entry()).isEqualTo(new Entry.Decided("one", true));
    }
}
