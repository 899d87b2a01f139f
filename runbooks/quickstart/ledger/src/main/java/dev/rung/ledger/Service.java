package dev.rung.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** Ledger as a service: opens the port, migrates, serves, until it is told to stop. */
final class Service {

    private final Edition edition;
    private final Options options;
    private final Log log;
    private WebServer web;
    private Database database;
    private boolean healthy;
    private volatile boolean stopping;

    Service(Edition edition, Options options, Log log) {
        this.edition = edition;
        this.options = options;
        this.log = log;
    }

    /** Returns when Ledger is healthy, or has been stopped before. */
    void start() throws SQLException {
        long start = System.nanoTime();
        log.line(edition + " starting");
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        try {
            initialize(start);
        } catch (SQLException | LedgerException e) {
            // Once stop() has closed the database, whatever was being done fails, and that is nobody's fault.
            if (!stopping) {
                throw e;
            }
        }
    }

    private void initialize(long start) throws SQLException {
        keep(WebServer.open(edition, options.port(), log));
        Faults faults = Faults.beside(options.data(), edition.version());
        keep(Database.open(options.data()));
        try (Connection connection = database.connect()) {
            new Migrator(edition, faults, options.lockTimeout(), log).up(connection);
        }
        if (faults.failStart()) {
            throw new LedgerException("Start failed: " + Faults.FILE + " says fail-start-of=" + edition.version());
        }
        serve();
        log.line(edition + " ready on port " + options.port() + " after " + (System.nanoTime() - start) / 1_000_000
                + " ms");
        Duration life = faults.dieAfterHealthy();
        if (life != null) {
            Thread.ofVirtual().start(() -> die(life));
        }
    }

    private synchronized void keep(WebServer opened) {
        web = opened;
    }

    private synchronized void keep(Database opened) {
        database = opened;
    }

    private synchronized void serve() {
        web.serve(new Site(edition, database));
        healthy = true;
    }

    /** The shutdown hook: runs at SIGTERM, and after a failed start. A migration's lock stays if it had not ended. */
    private synchronized void stop() {
        stopping = true;
        if (web != null) {
            web.close();
        }
        try {
            if (database != null) {
                database.close();
            }
            log.line(edition + (healthy ? " stopped" : " stopped before it was ready"));
        } catch (SQLException e) {
            log.line(edition + " could not close its database: " + Migrator.reason(e));
        }
        log.close();
    }

    private void die(Duration life) {
        try {
            Thread.sleep(life);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        log.line(edition + " died: " + Faults.FILE + " says die-after-healthy=" + edition.version());
        Runtime.getRuntime().halt(1);
    }
}
