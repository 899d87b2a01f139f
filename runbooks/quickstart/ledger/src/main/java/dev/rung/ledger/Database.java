package dev.rung.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.h2.Driver;
import org.h2.api.ErrorCode;

/**
 * The embedded H2 database: open as long as this object is. WRITE_DELAY=0 makes H2 write each commit out before it
 * returns, so that an acknowledged posting survives {@code kill -9}. Ledger closes the database itself, at SIGTERM too.
 */
final class Database implements AutoCloseable {

    private static final String SETTINGS =
            ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;MAX_COMPACT_TIME=50;TRACE_LEVEL_FILE=0";

    private final Driver driver = new Driver();
    private final String url;
    private final Connection keeper;

    private Database(String url) throws SQLException {
        this.url = url;
        this.keeper = connect();
    }

    static boolean exists(Path data) {
        return Files.exists(data.resolveSibling(data.getFileName() + ".mv.db"));
    }

    static Database openExisting(Path data) {
        if (!exists(data)) {
            throw new LedgerException("There is no database " + data + ".mv.db");
        }
        return open(data);
    }

    /** Opens the database, which H2 creates empty if there is none. */
    static Database open(Path data) {
        try {
            Files.createDirectories(data.getParent());
            return new Database("jdbc:h2:file:" + data + SETTINGS);
        } catch (IOException e) {
            throw new LedgerException("Cannot create the folder " + data.getParent() + ": " + e.getMessage(), e);
        } catch (SQLException e) {
            String reason = e.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1
                    ? "it is in use by another process"
                    : e.getMessage();
            throw new LedgerException("Cannot open the database " + data + ".mv.db: " + reason, e);
        }
    }

    /** One more connection: cheap, since the database is open. The user is the one H2's own tools take by default. */
    Connection connect() throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", "sa");
        login.setProperty("password", "");
        return driver.connect(url, login);
    }

    /** Closes the file as small as it gets, which takes too long for a service that is told to stop. */
    void closeCompacted() throws SQLException {
        shutdown("SHUTDOWN COMPACT");
    }

    /** Closes the file properly, whatever other connections are still doing. */
    @Override
    public void close() throws SQLException {
        if (!keeper.isClosed()) {
            shutdown("SHUTDOWN");
        }
    }

    private void shutdown(String command) throws SQLException {
        try (Statement statement = keeper.createStatement()) {
            statement.execute(command);
        }
    }
}
