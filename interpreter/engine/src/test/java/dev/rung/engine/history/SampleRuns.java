package dev.rung.engine.history;

import dev.rung.engine.journal.Contents;
import dev.rung.engine.journal.Entry;
import dev.rung.engine.journal.Journal;
import dev.rung.engine.journal.JournalFolder;
import dev.rung.engine.journal.Journals;
import dev.rung.engine.journal.SampleEntries;
import dev.rung.model.state.State;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;

/** Journals of runs that never were, written at whatever moment is wanted. */
final class SampleRuns {
    private static final State STATE = SampleEntries.state();

    private final Function<Clock, Journals> store;

    /** @param store where they are kept, written by a clock */
    SampleRuns(Function<Clock, Journals> store) {
        this.store = store;
    }

    static SampleRuns in(Path folder) {
        return new SampleRuns(clock -> new JournalFolder(folder, clock));
    }

    Journals journals() {
        return store.apply(Clock.systemUTC());
    }

    /** A run that stops a service in its 90th second. */
    void write(String run, Instant at, boolean ends) {
        try (Journal journal = at(at).create(run)) {
            journal.append(SampleEntries.began(1));
        }
        add(run, at.plusSeconds(90), new Entry.Done("upgrade/stop", 0, true, "stop `server`", "", 250, STATE));
        if (ends) {
            add(run, at.plusSeconds(90), new Entry.Ended("upgraded", 0, "upgraded to 2.4.0", List.of()));
        }
    }

    void add(String run, Instant at, Entry entry) {
        try (Journal journal = at(at).open(run, Contents.NOTHING)) {
            journal.append(entry);
        }
    }

    private Journals at(Instant moment) {
        return store.apply(Clock.fixed(moment, ZoneOffset.UTC));
    }

    static Entry.Done done(String step, long millis) {
        return new Entry.Done(step, 0, true, "do it", "", millis, STATE);
    }
}
