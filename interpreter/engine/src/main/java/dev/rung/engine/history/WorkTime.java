package dev.rung.engine.history;

import dev.rung.engine.journal.Entry;
import dev.rung.engine.journal.Journal.Stamped;
import java.time.Duration;
import java.util.List;

/**
 * How long a run worked. What is no work: the time in which it waited for a person's answer or deed, and the time in which
 * it lay interrupted or stopped.
 */
public final class WorkTime {
    private final List<Stamped> entries;

    private WorkTime(List<Stamped> entries) {
        this.entries = entries;
    }

    /** @param entries of one run, the oldest first */
    public static WorkTime of(List<Stamped> entries) {
        return new WorkTime(entries);
    }

    /** From the first line to the newest, without {@link #waited}. */
    public Duration worked() {
        return entries.isEmpty()
                ? Duration.ZERO
                : between(0, entries.size() - 1).minus(waited());
    }

    /** All waiting together. */
    public Duration waited() {
        Duration waited = Duration.ZERO;
        for (int line = 1; line < entries.size(); line++) {
            Entry entry = entries.get(line).entry();
            if (entry instanceof Entry.Answered || entry instanceof Entry.Resumed) {
                waited = waited.plus(between(line - 1, line));
            }
        }
        return waited;
    }

    /** How long an effect worked. @param line where its outcome stands, from 0 */
    public Duration worked(int line, Entry.Done done) {
        Duration waited = Duration.ZERO;
        for (int i = line - 1; i > 0 && belongsTo(done, entries.get(i).entry()); i--) {
            if (entries.get(i).entry() instanceof Entry.Answered) {
                waited = waited.plus(between(i - 1, i));
            }
        }
        Duration worked = Duration.ofMillis(done.millis()).minus(waited);
        return worked.isNegative() ? Duration.ZERO : worked;
    }

    private static boolean belongsTo(Entry.Done done, Entry before) {
        return switch (before) {
            case Entry.Answered answered -> answered.step().equals(done.step());
            case Entry.Intended intended -> intended.step().equals(done.step()) && intended.effect() == done.effect();
            case Entry.Kept _ -> true;
            case Entry.CodeChanged _ -> true;
            default -> false;
        };
    }

    private Duration between(int line, int other) {
        Duration between =
                Duration.between(entries.get(line).at(), entries.get(other).at());
        return between.isNegative() ? Duration.ZERO : between;
    }
}
