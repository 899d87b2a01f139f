package dev.rung.ledger;

import java.sql.Connection;
import java.sql.SQLException;

/** The entry point of all versions' jars. Exit codes: 0 done, 1 failed, 2 a wrong command line. */
public final class Ledger {

    private Ledger() {}

    public static void main(String[] arguments) {
        Options options;
        try {
            options = Options.parse(arguments);
        } catch (LedgerException e) {
            System.err.println(e.getMessage() + "\n" + Options.USAGE);
            System.exit(2);
            return;
        }
        // Only a service leaves main() with its work still going on, and its log open.
        if (!run(options)) {
            System.exit(1);
        }
    }

    private static boolean run(Options options) {
        Log log = null;
        try {
            log = Log.open(options.log());
            run(Edition.ofThisJar(), options, log);
            return true;
        } catch (LedgerException e) {
            say(log, e.getMessage());
        } catch (SQLException e) {
            say(log, "The database failed: " + Migrator.reason(e));
        } catch (RuntimeException e) {
            // Nobody foresaw it; still, a service must not linger on half started.
            say(log, "Failed: " + e);
        }
        return false;
    }

    private static void say(Log log, String sentence) {
        if (log == null) {
            System.err.println(sentence);
        } else {
            log.line(sentence);
        }
    }

    private static void run(Edition edition, Options options, Log log) throws SQLException {
        switch (options.command()) {
            case Options.Command.Serve() -> new Service(edition, options, log).start();
            case Options.Command.Fill(int postings) -> fill(postings, edition, options, log);
            case Options.Command.Down(String version) -> down(version, edition, options, log);
            case Options.Command.ReleaseLock() -> releaseLock(options, log);
            case Options.Command.Version() -> System.out.println(edition.version());
            case Options.Command.Help() -> System.out.println(Options.USAGE);
        }
    }

    private static void fill(int postings, Edition edition, Options options, Log log) throws SQLException {
        if (Database.exists(options.data())) {
            throw new LedgerException("There is a database " + options.data() + ".mv.db already: nothing filled");
        }
        try (Database database = Database.open(options.data());
                Connection connection = database.connect()) {
            new Migrator(edition, Faults.none(edition.version()), options.lockTimeout(), log).up(connection);
            SampleData.fill(edition, postings, connection);
            Totals totals = Books.of(edition.schema()).totals(connection);
            log.line("Filled schema " + edition.schema() + " with " + totals.accounts() + " accounts and "
                    + totals.postings() + " postings, turnover "
                    + totals.turnover().toPlainString());
            database.closeCompacted();
        }
    }

    private static void down(String version, Edition edition, Options options, Log log) throws SQLException {
        try (Database database = Database.openExisting(options.data());
                Connection connection = database.connect()) {
            new Migrator(edition, Faults.none(edition.version()), options.lockTimeout(), log).down(version, connection);
        }
    }

    private static void releaseLock(Options options, Log log) throws SQLException {
        try (Database database = Database.openExisting(options.data());
                Connection connection = database.connect()) {
            MigrationLock lock = new MigrationLock(connection, log);
            String state = lock.heldBy();
            lock.release();
            log.line(
                    state.equals(MigrationLock.FREE)
                            ? "The migration lock was free already"
                            : "Released the migration lock " + state);
        }
    }
}
