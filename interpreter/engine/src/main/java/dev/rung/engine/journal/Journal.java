package dev.rung.engine.journal;

import java.time.Instant;
import java.util.List;

/** A run's log: entries are appended, each on disk before {@link #append} returns, and never changed. */
public interface Journal extends AutoCloseable {
    /** @throws JournalException if the entry could not be made durable */
    void append(Entry entry);

    /** All entries so far, oldest first. */
    List<Stamped> entries();

    @Override
    void close();

    /** @param at when it was written */
    record Stamped(Instant at, Entry entry) {}
}
