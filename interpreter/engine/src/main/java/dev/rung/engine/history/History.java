package dev.rung.engine.history;

import dev.rung.engine.journal.Entry;
import dev.rung.engine.journal.Journal.Stamped;
import dev.rung.engine.journal.JournalFile;
import dev.rung.engine.journal.Journals;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The history over all runs, in an embedded database beside the journals. It holds nothing that the journals do not: it
 * takes in what they have grown by whenever it is opened, and can be thrown away and rebuilt at any time. Only what needs
 * it opens it.
 */
public final class History implements AutoCloseable {
    private static final String SCHEMA = """
        create table if not exists runs (
            run varchar primary key, title varchar not null, system varchar not null,
            from_version varchar not null, to_version varchar not null,
            began timestamp with time zone not null, took_millis bigint not null,
            ended varchar not null, lines bigint not null, head varchar(64) not null);
        create table if not exists effects (
            run varchar not null references runs(run) on delete cascade, line bigint not null,
            step varchar not null, words varchar not null, at timestamp with time zone not null,
            millis bigint not null, primary key (run, line));
        """;

    private final Connection connection;
    private final Journals journals;

    private History(Connection connection, Journals journals) {
        this.connection = connection;
        this.journals = journals;
    }

    /** The database could not be opened, read or written. What it holds is in the journals all the same. */
    public static final class HistoryException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        HistoryException(String words, SQLException cause) {
            super(words + ": " + cause.getMessage(), cause);
        }
    }

    /**
     * Opens the history and takes in what is new in the journals.
     *
     * @throws HistoryException if another process has it open, or its file is damaged: then {@link #rebuild} helps
     */
    public static History open(Path stateFolder, Journals journals) {
        // H2 loses what it acknowledged when the process is killed, unless it writes at once.
        String url = "jdbc:h2:file:" + stateFolder.resolve("history").toAbsolutePath() + ";WRITE_DELAY=0";
        try {
            History history = new History(DriverManager.getConnection(url, "sa", ""), journals);
            try (Statement statement = history.connection.createStatement()) {
                statement.execute(SCHEMA);
            }
            history.takeIn();
            return history;
        } catch (SQLException failed) {
            throw new HistoryException("the history in " + stateFolder + " cannot be opened", failed);
        }
    }

    /** Forgets everything and reads all journals anew. @return the number of runs */
    public int rebuild() {
        try (Statement statement = connection.createStatement()) {
            statement.execute("delete from runs");
            takeIn();
            return list().size();
        } catch (SQLException failed) {
            throw new HistoryException("the history cannot be rebuilt", failed);
        }
    }

    private void takeIn() throws SQLException {
        connection.setAutoCommit(false);
        for (String run : journals.runs()) {
            JournalFile.Contents contents = journals.read(run);
            if (!head(run).equals(Optional.of(contents.lastHash()))) {
                takeIn(run, contents);
            }
        }
        connection.setAutoCommit(true);
    }

    private Optional<String> head(String run) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select head from runs where run = ?")) {
            query.setString(1, run);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        }
    }

    private void takeIn(String run, JournalFile.Contents contents) throws SQLException {
        Optional<RunSummary> summary = RunSummary.of(run, contents.entries());
        if (summary.isEmpty()) {
            return;
        }
        try (PreparedStatement forget = connection.prepareStatement("delete from runs where run = ?")) {
            forget.setString(1, run);
            forget.executeUpdate();
        }
        insert(summary.get(), contents);
        insertEffects(run, contents.entries());
        connection.commit();
    }

    private void insert(RunSummary summary, JournalFile.Contents contents) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into runs values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, summary.run());
            insert.setString(2, summary.title());
            insert.setString(3, summary.system());
            insert.setString(4, summary.from());
            insert.setString(5, summary.to());
            insert.setObject(6, summary.began().atOffset(ZoneOffset.UTC));
            insert.setLong(7, summary.took().toMillis());
            insert.setString(8, summary.ended());
            insert.setLong(9, contents.entries().size());
            insert.setString(10, contents.lastHash());
            insert.executeUpdate();
        }
    }

    private void insertEffects(String run, List<Stamped> entries) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into effects values (?, ?, ?, ?, ?, ?)")) {
            for (int line = 0; line < entries.size(); line++) {
                if (entries.get(line).entry() instanceof Entry.Done done) {
                    insert.setString(1, run);
                    insert.setLong(2, line + 1L);
                    insert.setString(3, done.step());
                    insert.setString(4, done.words());
                    insert.setObject(5, entries.get(line).at().atOffset(ZoneOffset.UTC));
                    insert.setLong(6, done.millis());
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    /** All runs, newest first. */
    public List<RunSummary> list() {
        String sql = "select run, title, system, from_version, to_version, began, took_millis, ended from runs"
                + " order by began desc, run desc";
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<RunSummary> all = new ArrayList<>();
            while (rows.next()) {
                Instant began = rows.getObject(6, OffsetDateTime.class).toInstant();
                Duration took = Duration.ofMillis(rows.getLong(7));
                all.add(new RunSummary(
                        rows.getString(1),
                        rows.getString(2),
                        rows.getString(3),
                        rows.getString(4),
                        rows.getString(5),
                        began,
                        took,
                        rows.getString(8)));
            }
            return all;
        } catch (SQLException failed) {
            throw new HistoryException("the history cannot be read", failed);
        }
    }

    /** The effects of a run in order. */
    public List<EffectLine> effects(String run) {
        try (PreparedStatement query = connection.prepareStatement(
                "select step, words, at, millis from effects where run = ? order by line")) {
            query.setString(1, run);
            List<EffectLine> all = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    Instant at = rows.getObject(3, OffsetDateTime.class).toInstant();
                    all.add(new EffectLine(
                            rows.getString(1), rows.getString(2), at, Duration.ofMillis(rows.getLong(4))));
                }
            }
            return all;
        } catch (SQLException failed) {
            throw new HistoryException("the history cannot be read", failed);
        }
    }

    /** @param step the statement, or {@code way-back} */
    public record EffectLine(String step, String words, Instant at, Duration took) {}

    /** Whether a journal is as it was written. Needs no database. @return what is wrong with it, or empty */
    public static Optional<String> verify(Journals journals, String run) {
        JournalFile.Contents contents = journals.read(run);
        return contents.torn()
                ? Optional.of(
                        "its last line is torn: the run was interrupted while it was written; the lines before it are"
                                + " whole")
                : contents.broken();
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failed) {
            throw new HistoryException("the history cannot be closed", failed);
        }
    }
}
