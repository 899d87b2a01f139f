package dev.rung.engine.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tables in which a PostgreSQL keeps journals: each line as it would stand in a file. Rows are added and never changed. */
record JournalTables(Connection connection) {
    /** Raised whenever the tables change. */
    static final int FORMAT = 1;

    /** Of a lock that who makes the tables holds; any number that nobody else uses. */
    private static final long MAKING = 0x52554E47L;

    private static final int FETCHED = 2000;

    private static final String SCHEMA = """
        create table if not exists rung.journal_format (format int primary key);
        create table if not exists rung.journals (
            run varchar(255) primary key, began timestamp with time zone not null default now());
        create table if not exists rung.lines (
            run varchar(255) not null references rung.journals(run), n bigint not null,
            line text not null, hash varchar(64) not null,
            written timestamp with time zone not null default now(), primary key (run, n));
        insert into rung.journal_format values (%d) on conflict do nothing;
        """.formatted(FORMAT);

    /** The format of the tables that are there; made if there are none. */
    int format() throws SQLException {
        if (!isThere()) {
            make();
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select max(format) from rung.journal_format")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private boolean isThere() throws SQLException {
        return is("select to_regclass('rung.journal_format') is not null");
    }

    private boolean is(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    private void make() throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(" + MAKING + ")");
            // Even where it exists, making it asks for a right on the whole database.
            if (!is("select to_regnamespace('rung') is not null")) {
                statement.execute("create schema rung");
            }
            statement.execute(SCHEMA);
            connection.commit();
        } catch (SQLException failed) {
            connection.rollback();
            throw failed;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /** @return whether it was made; not if there is one */
    boolean add(String run) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into rung.journals (run) values (?) on conflict do nothing")) {
            insert.setString(1, run);
            return insert.executeUpdate() == 1;
        }
    }

    /**
     * Adds a line, durably. Asked again because nobody knows what became of the first time, it finds that line.
     *
     * @return whether it stands there now; not if there is another one of that number
     */
    boolean add(String run, long number, EntryCodec.Line line) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into rung.lines (run, n, line, hash) values (?, ?, ?, ?) on conflict do nothing")) {
            insert.setString(1, run);
            insert.setLong(2, number);
            insert.setString(3, line.text());
            insert.setString(4, line.hash());
            return insert.executeUpdate() == 1 || line.hash().equals(hash(run, number));
        }
    }

    private String hash(String run, long number) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select hash from rung.lines where run = ? and n = ?")) {
            query.setString(1, run);
            query.setLong(2, number);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? rows.getString(1) : "";
            }
        }
    }

    boolean has(String run) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select 1 from rung.journals where run = ?")) {
            query.setString(1, run);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** What is done with each line; what it gives back says whether to go on. */
    @FunctionalInterface
    interface Taker {
        boolean take(String line);
    }

    /** The lines of a run behind one, in order, without holding all of them. */
    void each(String run, long behind, Taker taker) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement query =
                connection.prepareStatement("select line from rung.lines where run = ? and n > ? order by n")) {
            query.setFetchSize(FETCHED);
            query.setString(1, run);
            query.setLong(2, behind);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next() && taker.take(rows.getString(1))) {
                    continue;
                }
            }
        } finally {
            connection.setAutoCommit(true);
        }
    }

    Optional<String> end(String run, boolean first) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select line from rung.lines where run = ? order by n" + (first ? "" : " desc") + " limit 1")) {
            query.setString(1, run);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        }
    }

    /** By the newest line of each. */
    List<String> runs() throws SQLException {
        String sql = "select j.run from rung.journals j left join lateral (select l.written from rung.lines l"
                + " where l.run = j.run order by l.n desc limit 1) newest on true"
                + " order by coalesce(newest.written, j.began) desc, j.run desc";
        List<String> runs = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                runs.add(rows.getString(1));
            }
        }
        return runs;
    }
}
