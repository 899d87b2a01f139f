package dev.rung.engine.history;

import dev.rung.engine.journal.Contents;
import dev.rung.engine.journal.Entry;
import dev.rung.engine.journal.Journal.Stamped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * A run in a line.
 *
 * @param newest when the newest line of its journal was written
 * @param worked how long it worked, without the time in which it waited for people or lay interrupted
 * @param ended the kind of its ending, such as {@code upgraded}; {@code interrupted} if it has none, {@code broken} if its
 *     journal cannot be believed
 */
public record RunSummary(
        String run,
        String title,
        String system,
        String from,
        String to,
        Instant began,
        Instant newest,
        Duration worked,
        String ended) {
    public static final String INTERRUPTED = "interrupted";
    public static final String BROKEN = "broken";

    /** Empty if the journal has no first line. */
    static Optional<RunSummary> of(String run, Contents contents) {
        List<Stamped> entries = contents.entries();
        if (entries.isEmpty() || !(entries.getFirst().entry() instanceof Entry.RunBegan began)) {
            return Optional.empty();
        }
        Stamped last = entries.getLast();
        String ended = last.entry() instanceof Entry.Ended end ? end.kind() : INTERRUPTED;
        return Optional.of(new RunSummary(
                run,
                began.title(),
                began.system(),
                began.from(),
                began.to(),
                entries.getFirst().at().truncatedTo(ChronoUnit.MICROS),
                last.at().truncatedTo(ChronoUnit.MICROS),
                WorkTime.of(entries).worked().truncatedTo(ChronoUnit.MILLIS),
                contents.broken().isPresent() ? BROKEN : ended));
    }

    /** How long it did not work between its beginning and its newest line. */
    public Duration waited() {
        return Duration.between(began, newest).minus(worked);
    }
}
