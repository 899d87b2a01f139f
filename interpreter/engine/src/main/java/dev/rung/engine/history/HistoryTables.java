package dev.rung.engine.history;

import dev.rung.engine.history.History.EffectLine;
import dev.rung.engine.journal.Contents;
import dev.rung.engine.journal.Entry;
import dev.rung.engine.journal.Journal.Stamped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The tables of a history, in words that every database understands that it may lie in. */
record HistoryTables(Connection connection) {
    /** Raised whenever the tables change: they are made anew then, from the journals. */
    static final int FORMAT = 2;

    private static final String SCHEMA = """
        create table if not exists rung.history_format (format int not null);
        create table if not exists rung.runs (
            run varchar(255) primary key, title varchar not null, system varchar not null,
            from_version varchar not null, to_version varchar not null,
            began timestamp with time zone not null, newest timestamp with time zone not null,
            worked_millis bigint not null, ended varchar not null, head varchar(64) not null);
        create table if not exists rung.effects (
            run varchar(255) not null references rung.runs(run) on delete cascade, line bigint not null,
            step varchar not null, words varchar not null, at timestamp with time zone not null,
            worked_millis bigint not null, primary key (run, line));
        create table if not exists rung.seen (
            run varchar(255) primary key, lines bigint not null, head varchar(64) not null);
        """;
    private static final String NO_SCHEMA = """
        drop table if exists rung.effects;
        drop table if exists rung.runs;
        drop table if exists rung.seen;
        drop table if exists rung.history_format;
        """;

    /** The format of the tables that are there; empty if there are none. */
    OptionalInt format() throws SQLException {
        String exists = "select count(*) from information_schema.tables where lower(table_schema) = 'rung'"
                + " and lower(table_name) = 'history_format'";
        if (number(exists) == 0) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(Math.toIntExact(number("select coalesce(max(format), 0) from rung.history_format")));
    }

    private long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    void make() throws SQLException {
        // Even where it exists, making it asks for a right on the whole database.
        if (number("select count(*) from information_schema.schemata where lower(schema_name) = 'rung'") == 0) {
            execute("create schema rung");
        }
        execute(NO_SCHEMA);
        execute(SCHEMA);
        execute("insert into rung.history_format values (" + FORMAT + ")");
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    Map<String, String> heads() throws SQLException {
        Map<String, String> heads = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select run, head from rung.runs")) {
            while (rows.next()) {
                heads.put(rows.getString(1), rows.getString(2));
            }
        }
        return heads;
    }

    Map<String, Seen> seen() throws SQLException {
        Map<String, Seen> seen = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select run, lines, head from rung.seen order by run")) {
            while (rows.next()) {
                seen.put(rows.getString(1), new Seen(rows.getLong(2), rows.getString(3)));
            }
        }
        return seen;
    }

    void put(String run, Seen seen) throws SQLException {
        forget("seen", run);
        try (PreparedStatement insert = connection.prepareStatement("insert into rung.seen values (?, ?, ?)")) {
            insert.setString(1, run);
            insert.setLong(2, seen.lines());
            insert.setString(3, seen.head());
            insert.executeUpdate();
        }
    }

    void forget(String run) throws SQLException {
        forget("runs", run);
    }

    private void forget(String table, String run) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from rung." + table + " where run = ?")) {
            delete.setString(1, run);
            delete.executeUpdate();
        }
    }

    void put(RunSummary summary, Contents contents) throws SQLException {
        forget(summary.run());
        try (PreparedStatement insert =
                connection.prepareStatement("insert into rung.runs values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, summary.run());
            insert.setString(2, summary.title());
            insert.setString(3, summary.system());
            insert.setString(4, summary.from());
            insert.setString(5, summary.to());
            insert.setObject(6, summary.began().atOffset(ZoneOffset.UTC));
            insert.setObject(7, summary.newest().atOffset(ZoneOffset.UTC));
            insert.setLong(8, summary.worked().toMillis());
            insert.setString(9, summary.ended());
            insert.setString(10, contents.lastHash());
            insert.executeUpdate();
        }
        putEffects(summary.run(), contents.entries());
    }

    private void putEffects(String run, List<Stamped> entries) throws SQLException {
        WorkTime time = WorkTime.of(entries);
        try (PreparedStatement insert =
                connection.prepareStatement("insert into rung.effects values (?, ?, ?, ?, ?, ?)")) {
            int waiting = 0;
            for (int line = 0; line < entries.size(); line++) {
                if (entries.get(line).entry() instanceof Entry.Done done) {
                    insert.setString(1, run);
                    insert.setLong(2, line + 1L);
                    insert.setString(3, done.step());
                    insert.setString(4, done.words());
                    insert.setObject(5, entries.get(line).at().atOffset(ZoneOffset.UTC));
                    insert.setLong(6, time.worked(line, done).toMillis());
                    insert.addBatch();
                    waiting++;
                }
                if (waiting == 1000) {
                    insert.executeBatch();
                    waiting = 0;
                }
            }
            insert.executeBatch();
        }
    }

    List<RunSummary> runs() throws SQLException {
        String sql = "select run, title, system, from_version, to_version, began, newest, worked_millis, ended"
                + " from rung.runs order by began desc, run desc";
        List<RunSummary> all = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                all.add(new RunSummary(
                        rows.getString(1),
                        rows.getString(2),
                        rows.getString(3),
                        rows.getString(4),
                        rows.getString(5),
                        moment(rows, 6),
                        moment(rows, 7),
                        Duration.ofMillis(rows.getLong(8)),
                        rows.getString(9)));
            }
        }
        return all;
    }

    List<EffectLine> effects(String run) throws SQLException {
        List<EffectLine> all = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(
                "select step, words, at, worked_millis from rung.effects where run = ? order by line")) {
            query.setString(1, run);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    all.add(new EffectLine(
                            rows.getString(1), rows.getString(2), moment(rows, 3), Duration.ofMillis(rows.getLong(4))));
                }
            }
        }
        return all;
    }

    /** What each statement took in each run of a runbook, the newest runs first; on the way back each effect. */
    List<Experience.Took> took(String title) throws SQLException {
        String sql = "select r.run, e.step, case when e.step = ? then e.words else '' end as effect,"
                + " sum(e.worked_millis) from rung.effects e join rung.runs r on r.run = e.run where r.title = ?"
                + " group by r.began, r.run, e.step, effect order by r.began desc";
        List<Experience.Took> all = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, Experience.WAY_BACK);
            query.setString(2, title);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    Duration worked = Duration.ofMillis(rows.getLong(4));
                    all.add(new Experience.Took(rows.getString(2), rows.getString(3), worked));
                }
            }
        }
        return all;
    }

    private static Instant moment(ResultSet rows, int column) throws SQLException {
        return Optional.ofNullable(rows.getObject(column, OffsetDateTime.class))
                .orElseThrow()
                .toInstant();
    }
}
