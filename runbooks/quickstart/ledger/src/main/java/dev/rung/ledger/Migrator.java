package dev.rung.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/** Brings a database to the schema an edition knows, and, where there is a way, back from it. */
final class Migrator {

    /** The only way down there is. */
    private static final String DOWN_FROM = "2.4.0";

    private static final String DOWN_TO = "2.0.1";

    private final Edition edition;
    private final Faults faults;
    private final Duration lockTimeout;
    private final Log log;

    Migrator(Edition edition, Faults faults, Duration lockTimeout, Log log) {
        this.edition = edition;
        this.faults = faults;
        this.lockTimeout = lockTimeout;
        this.log = log;
    }

    void up(Connection connection) throws SQLException {
        SchemaHistory.create(connection);
        MigrationLock.create(connection);
        SchemaHistory history = new SchemaHistory(connection);
        int found = history.schema();
        if (found > edition.schema() && edition.refusesNewerSchema()) {
            throw new LedgerException(
                    "schema " + found + " is newer than this Ledger knows (" + edition.schema() + ")");
        }
        MigrationLock lock = new MigrationLock(connection, log);
        lock.acquire(edition, lockTimeout);
        try {
            // Read again: whoever had the lock may have migrated meanwhile.
            for (int schema = history.schema(); schema < edition.schema(); schema++) {
                apply(Migrations.up().get(schema), history, connection);
            }
        } finally {
            lock.release();
        }
    }

    private void apply(Migration migration, SchemaHistory history, Connection connection) {
        log.line("Migrating schema " + (migration.schema() - 1) + " -> " + migration.schema() + ": "
                + migration.description());
        try {
            // Faults strike in the last migration of a version, the one that brings its very own schema.
            runSteps(migration, connection, migration.schema() == edition.schema());
            history.add(migration, edition);
        } catch (SQLException e) {
            throw new LedgerException("Migration " + migration.schema() + " failed: " + reason(e), e);
        }
    }

    private void runSteps(Migration migration, Connection connection, boolean faulty) throws SQLException {
        Faults.Pause pause = faulty ? faults.slowMigration() : null;
        if (pause != null && pause.beforeFirstStatement()) {
            sleep(pause.duration());
        }
        for (Migration.Step step : migration.steps()) {
            switch (step) {
                case Migration.Step.Sql(String statement) -> execute(connection, statement);
                case Migration.Step.Code(Migration.Conversion conversion) -> conversion.run(connection);
                case Migration.Step.Middle() when faulty -> strike(migration, pause);
                case Migration.Step.Middle() -> {}
            }
        }
    }

    private void strike(Migration migration, Faults.Pause pause) {
        if (pause != null && !pause.beforeFirstStatement()) {
            sleep(pause.duration());
        }
        if (faults.failMigration()) {
            throw new LedgerException("Migration " + migration.schema() + " failed: " + Faults.FILE
                    + " says fail-migration-to=" + edition.version());
        }
    }

    /** Schema and data back to an older version's. */
    void down(String target, Connection connection) throws SQLException {
        if (!edition.version().equals(DOWN_FROM) || !target.equals(DOWN_TO)) {
            throw new LedgerException(edition + " cannot migrate down to " + target + ": only " + DOWN_FROM
                    + " can, and only to " + DOWN_TO);
        }
        SchemaHistory history = new SchemaHistory(connection);
        MigrationLock lock = new MigrationLock(connection, log);
        requireSchemaForDown(history);
        requireEuros(connection);
        lock.acquire(edition, lockTimeout);
        try {
            for (Migration migration : Migrations.down()) {
                undo(migration, history, connection);
            }
        } finally {
            lock.release();
        }
        log.line("Migrated down to schema " + history.schema() + " of Ledger " + target);
    }

    private void undo(Migration migration, SchemaHistory history, Connection connection) throws SQLException {
        log.line("Migrating schema " + migration.schema() + " -> " + (migration.schema() - 1) + ": undo "
                + migration.description());
        runSteps(migration, connection, false);
        history.remove(migration.schema());
    }

    private void requireSchemaForDown(SchemaHistory history) throws SQLException {
        int found = history.schema();
        if (found != edition.schema()) {
            throw new LedgerException(
                    "Cannot migrate down from schema " + edition.schema() + ": the database is at " + found);
        }
    }

    /** Schema 5 knows one currency: going back with others would make dollars euros. */
    private static void requireEuros(Connection connection) throws SQLException {
        List<String> others = Books.column(connection, "SELECT code FROM accounts WHERE currency <> 'EUR' ORDER BY 1");
        if (!others.isEmpty()) {
            throw new LedgerException("Cannot migrate down: schema 5 has no currencies, and these accounts are not in "
                    + "euros: " + String.join(", ", others));
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void sleep(Duration duration) {
        log.line(Faults.FILE + " says slow-migration-to=" + edition.version() + ": sleeping "
                + Durations.format(duration));
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LedgerException("Interrupted in the migration", e);
        }
    }

    /** What went wrong, without the whole statement that H2 appends. */
    static String reason(SQLException e) {
        String message = e.getMessage();
        int end = message.indexOf("; SQL statement:");
        return end < 0 ? message : message.substring(0, end);
    }
}
