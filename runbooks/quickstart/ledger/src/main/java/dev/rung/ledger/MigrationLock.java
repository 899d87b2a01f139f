package dev.rung.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * The row that keeps two processes from migrating at once. It is data like any other: a process killed in its migration
 * leaves it behind, in the file, and whoever starts next waits for somebody who will never come back.
 */
final class MigrationLock {

    static final String FREE = "free";

    private static final long POLL_MILLIS = 200;
    private static final long REMIND_MILLIS = 30_000;

    private final Connection connection;
    private final Log log;

    MigrationLock(Connection connection, Log log) {
        this.connection = connection;
        this.log = log;
    }

    static void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                CREATE TABLE IF NOT EXISTS migration_lock (
                    id INTEGER PRIMARY KEY,
                    locked BOOLEAN NOT NULL,
                    locked_by VARCHAR(100),
                    locked_since TIMESTAMP(0) WITH TIME ZONE)\
                """);
            statement.execute("""
                INSERT INTO migration_lock (id, locked)
                SELECT 1, FALSE WHERE NOT EXISTS (SELECT 1 FROM migration_lock)\
                """);
        }
    }

    void acquire(Edition edition, Duration timeout) throws SQLException {
        String owner = edition + " (pid " + ProcessHandle.current().pid() + ")";
        long start = System.nanoTime();
        long nextReminder = 0;
        while (!tryAcquire(owner)) {
            long waited = (System.nanoTime() - start) / 1_000_000;
            if (waited >= timeout.toMillis()) {
                throw new LedgerException("Gave up waiting for the migration lock after " + Durations.format(timeout)
                        + ": it is " + heldBy());
            }
            if (waited >= nextReminder) {
                log.line("Waiting for the migration lock " + heldBy());
                nextReminder = waited + REMIND_MILLIS;
            }
            sleep();
        }
    }

    private boolean tryAcquire(String owner) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
            UPDATE migration_lock SET locked = TRUE, locked_by = ?, locked_since = CURRENT_TIMESTAMP
            WHERE id = 1 AND NOT locked\
            """)) {
            update.setString(1, owner);
            return update.executeUpdate() == 1;
        }
    }

    void release() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("UPDATE migration_lock SET locked = FALSE, locked_by = NULL, locked_since = NULL");
        }
    }

    /** Who has the lock, as "held by … since …", or "free". */
    String heldBy() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT locked_by, CAST(locked_since AS VARCHAR) FROM migration_lock WHERE locked")) {
            return row.next() ? "held by " + row.getString(1) + " since " + row.getString(2) : FREE;
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LedgerException("Interrupted while waiting for the migration lock", e);
        }
    }
}
