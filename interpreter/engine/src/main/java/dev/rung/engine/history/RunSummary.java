package dev.rung.engine.history;

import dev.rung.engine.journal.Entry;
import dev.rung.engine.journal.Journal.Stamped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A run in a line.
 *
 * @param ended the kind of its ending, such as {@code upgraded}; {@code interrupted} if it has none
 * @param took to its end, or to the newest line of its journal
 */
public record RunSummary(
        String run, String title, String system, String from, String to, Instant began, Duration took, String ended) {
    static final String INTERRUPTED = "interrupted";

    /** Empty if the journal has no first line. */
    static Optional<RunSummary> of(String run, List<Stamped> entries) {
        if (entries.isEmpty() || !(entries.getFirst().entry() instanceof Entry.RunBegan began)) {
            return Optional.empty();
        }
        Instant first = entries.getFirst().at();
        Stamped last = entries.getLast();
        String ended = last.entry() instanceof Entry.Ended end ? end.kind() : INTERRUPTED;
        Duration took = Duration.between(first, last.at());
        return Optional.of(
                new RunSummary(run, began.title(), began.system(), began.from(), began.to(), first, took, ended));
    }
}
