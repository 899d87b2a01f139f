package dev.rung.engine.history;

import dev.rung.engine.journal.Contents;
import dev.rung.engine.journal.JournalException;
import dev.rung.engine.journal.Journals;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The history over all runs, in a database beside the journals. It holds nothing that the journals do not: it takes in
 * what they have grown by whenever it is opened, and can be thrown away and rebuilt at any time. Only what needs it opens
 * it. All that it knows of its own is how much of each journal it has seen, which tells when lines are gone at its end.
 */
public final class History implements AutoCloseable {
    private final HistoryTables tables;
    private final Journals journals;
    private final HistoryPlace place;
    private final List<Unread> unread = new ArrayList<>();

    private History(HistoryPlace place, Journals journals) {
        this.tables = new HistoryTables(place.connect());
        this.journals = journals;
        this.place = place;
    }

    /** A journal that could not be read, and so is not in the history. */
    public record Unread(String run, String words) {}

    /** @param step the statement, or {@code way-back} @param worked without waiting for people */
    public record EffectLine(String step, String words, Instant at, Duration worked) {}

    /** What is done with a connection, and fails as a history does. */
    @FunctionalInterface
    private interface Asking<T> {
        T ask() throws SQLException;
    }

    /**
     * Opens the history and takes in what is new in the journals.
     *
     * @throws HistoryException if it is of no use now; one in memory gives the same answers then
     */
    public static History open(HistoryPlace place, Journals journals) {
        return takenIn(new History(place, journals));
    }

    /** How a history was made anew, and what had to give way to it. */
    public record Rebuilt(int runs, Optional<Path> setAside, List<Unread> unread) {}

    /**
     * Makes the history anew from the journals alone. A file that cannot be used is set aside.
     *
     * @throws HistoryException if another process has it open, or it cannot be written
     */
    public static Rebuilt rebuild(HistoryPlace place, Journals journals, Clock clock) {
        try {
            return anew(place, journals, Optional.empty());
        } catch (HistoryException failed) {
            if (failed.kind() != HistoryException.Kind.UNUSABLE || !(place instanceof HistoryPlace.Folder)) {
                throw failed;
            }
            return anew(place, journals, Optional.of(place.setAside(clock)));
        }
    }

    private static Rebuilt anew(HistoryPlace place, Journals journals, Optional<Path> aside) {
        try (History history = new History(place, journals)) {
            history.asking("rebuilt", () -> {
                history.lock();
                history.format();
                history.tables.make();
                history.takeIn();
                return true;
            });
            return new Rebuilt(history.list().size(), aside, history.unread());
        }
    }

    /**
     * What the history has seen of each journal, without taking in what is new. A history that is not there has seen nothing.
     *
     * @throws HistoryException as {@link #open}
     */
    public static Map<String, Seen> seen(HistoryPlace place) {
        if (!place.isThere()) {
            return Map.of();
        }
        try (Connection connection = place.connect()) {
            HistoryTables tables = new HistoryTables(connection);
            return tables.format().equals(OptionalInt.of(HistoryTables.FORMAT)) ? tables.seen() : Map.of();
        } catch (SQLException failed) {
            throw place.failure(place.words() + " cannot be read", failed);
        }
    }

    private static History takenIn(History history) {
        try {
            history.asking("written", () -> {
                history.lock();
                history.makeTables();
                history.takeIn();
                return true;
            });
            return history;
        } catch (HistoryException failed) {
            history.abandon();
            throw failed;
        }
    }

    /** Until the connection is closed. */
    private void lock() throws SQLException {
        if (place.lock().isPresent()) {
            tables.execute(place.lock().get());
        }
    }

    private void makeTables() throws SQLException {
        OptionalInt format = format();
        if (format.isEmpty() || format.getAsInt() < HistoryTables.FORMAT) {
            tables.make();
        }
    }

    /** Of the tables that are there. What a newer Rung has made is not touched. */
    private OptionalInt format() throws SQLException {
        OptionalInt format = tables.format();
        if (format.isPresent() && format.getAsInt() > HistoryTables.FORMAT) {
            throw HistoryFile.unusable(place.words(), "it was made by a newer Rung", null);
        }
        return format;
    }

    private void takeIn() throws SQLException {
        tables.connection().setAutoCommit(false);
        Map<String, String> heads = tables.heads();
        Map<String, Seen> seen = tables.seen();
        List<String> runs = journals.runs();
        for (String run : runs) {
            try {
                takeIn(run, Optional.ofNullable(heads.get(run)), Optional.ofNullable(seen.get(run)));
            } catch (JournalException unreadable) {
                unread.add(new Unread(run, unreadable.getMessage()));
            }
        }
        Set<String> gone = new HashSet<>(heads.keySet());
        runs.forEach(gone::remove);
        for (String run : gone) {
            tables.forget(run);
        }
        tables.connection().commit();
        tables.connection().setAutoCommit(true);
    }

    private void takeIn(String run, Optional<String> head, Optional<Seen> seen) throws SQLException {
        boolean known = journals.ends(run)
                .filter(ends -> head.equals(Optional.of(ends.hash())))
                .isPresent();
        if (known) {
            return;
        }
        Contents contents = journals.read(run);
        contents.broken()
                .ifPresent(flaw -> unread.add(new Unread(
                        run,
                        journals.location(run) + ":" + flaw.line() + ": line " + flaw.line() + " " + flaw.words())));
        Optional<RunSummary> summary = RunSummary.of(run, contents);
        if (summary.isEmpty()) {
            tables.forget(run);
            return;
        }
        tables.put(summary.get(), contents);
        boolean goesOn =
                seen.isEmpty() || seen.get().missingIn(journals.verify(run)).isEmpty();
        if (goesOn) {
            tables.put(run, new Seen(contents.entries().size(), contents.lastHash()));
        }
        tables.connection().commit();
    }

    /** All runs, newest first. */
    public List<RunSummary> list() {
        return asking("read", tables::runs);
    }

    /** The effects of a run in order. */
    public List<EffectLine> effects(String run) {
        return asking("read", () -> tables.effects(run));
    }

    /** What the earlier runs of a runbook took. @param title the runbook's */
    public Experience experience(String title) {
        return Experience.of(asking("read", () -> tables.took(title)));
    }

    /** What could not be taken in, or not to its end. */
    public List<Unread> unread() {
        return List.copyOf(unread);
    }

    private <T> T asking(String doing, Asking<T> question) {
        try {
            return question.ask();
        } catch (SQLException failed) {
            throw place.failure(place.words() + " cannot be " + doing, failed);
        }
    }

    private void abandon() {
        try {
            tables.connection().close();
        } catch (SQLException unusable) {
            // What was wrong with it is on its way already.
        }
    }

    @Override
    public void close() {
        asking("closed", () -> {
            tables.connection().close();
            return true;
        });
    }
}
