package dev.rung.engine.run;

import dev.rung.engine.journal.Entry;
import dev.rung.engine.journal.Journal;
import java.util.List;

/** A journal that is looked at and not gone on with. */
record ReadJournal(List<Stamped> entries) implements Journal {
    @Override
    public void append(Entry entry) {
        throw new IllegalStateException("a bug: this journal is only read");
    }

    @Override
    public void close() {}
}
