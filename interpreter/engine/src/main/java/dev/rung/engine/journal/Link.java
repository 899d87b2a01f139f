package dev.rung.engine.journal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** A connection to the server of journals, made when it is wanted and made again when it is lost. Not for several threads. */
final class Link implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final JournalAddress address;
    private final Failures failures;
    private final Persistence persistence;
    private Optional<Connection> connection = Optional.empty();
    private boolean given;

    /**
     * How long a connection that was lost is tried for.
     *
     * @param told what a person is told meanwhile
     */
    record Persistence(Duration longest, Clock clock, Pause pause, Consumer<String> told) {}

    /** Waits. */
    @FunctionalInterface
    interface Pause {
        void pause(Duration time) throws InterruptedException;
    }

    /** Something that is asked of the server, and may be asked again. */
    @FunctionalInterface
    interface Question<T> {
        T ask(Connection connection) throws SQLException;
    }

    Link(JournalAddress address, Persistence persistence) {
        this.address = address;
        this.failures = new Failures(address);
        this.persistence = persistence;
    }

    /** Asks once. @param doing what does not work if this fails, for the message */
    <T> T once(String doing, Question<T> question) {
        try {
            return question.ask(connected());
        } catch (SQLException failed) {
            drop();
            throw failures.of(doing, failed);
        }
    }

    /**
     * Asks, and asks again over a new connection where one is lost, for as long as it takes or is allowed. Once that was in
     * vain, whatever else is asked is tried once and not waited for.
     */
    <T> T persistently(String doing, Question<T> question) {
        Optional<Instant> lost = Optional.empty();
        while (true) {
            try {
                T answer = question.ask(connected());
                if (lost.isPresent()) {
                    persistence.told().accept("the journal " + address.place() + " answers again");
                }
                return answer;
            } catch (SQLException failed) {
                drop();
                if (given || !Failures.isLost(failed)) {
                    throw failures.of(doing, failed);
                }
                Instant since = lost.orElseGet(this::tellLost);
                lost = Optional.of(since);
                mayGoOn(since, doing, failed);
            }
        }
    }

    private Instant tellLost() {
        persistence
                .told()
                .accept("the journal " + address.place()
                        + " does not answer; nothing is begun until it does, for up to "
                        + persistence.longest().toSeconds() + " s");
        return persistence.clock().instant();
    }

    private void mayGoOn(Instant since, String doing, SQLException failed) {
        Duration tried = Duration.between(since, persistence.clock().instant());
        if (tried.compareTo(persistence.longest()) >= 0) {
            throw givenUp(doing, tried, failed);
        }
        try {
            persistence.pause().pause(PAUSE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw givenUp(doing, tried, failed);
        }
    }

    private JournalException givenUp(String doing, Duration tried, SQLException failed) {
        given = true;
        JournalException reason = failures.of(doing, failed);
        return new JournalException(
                reason.getMessage() + ", tried for " + tried.toSeconds() + " s", reason.help(), failed);
    }

    private Connection connected() throws SQLException {
        if (connection.isEmpty()) {
            Connection made = address.connect();
            connection = Optional.of(made);
            made.setAutoCommit(true);
            mustKeepWhatItTakes(made);
        }
        return connection.get();
    }

    /** What is acknowledged must be on disk there, whatever the server is set to. */
    private void mustKeepWhatItTakes(Connection made) throws SQLException {
        try (Statement statement = made.createStatement()) {
            statement.execute("select set_config('synchronous_commit', 'on', false)"
                    + " where current_setting('synchronous_commit') in ('off', 'local', 'remote_write')");
            try (ResultSet fsync = statement.executeQuery("show fsync")) {
                if (fsync.next() && fsync.getString(1).equals("off")) {
                    drop();
                    throw new JournalException(
                            "the journal " + address.place()
                                    + " cannot be used: its server acknowledges what is not on disk (`fsync = off`)",
                            "set `fsync = on` there",
                            null);
                }
            }
        }
    }

    private void drop() {
        try {
            if (connection.isPresent()) {
                connection.get().close();
            }
        } catch (SQLException gone) {
            // It was lost already.
        }
        connection = Optional.empty();
    }

    @Override
    public void close() {
        drop();
    }
}
