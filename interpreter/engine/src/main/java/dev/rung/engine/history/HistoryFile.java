package dev.rung.engine.history;

import dev.rung.engine.history.HistoryException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** The file of the embedded database that a history is kept in. */
final class HistoryFile {
    private static final String FILE = "history.mv.db";
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    /** What H2 says by number. */
    private static final int ALREADY_OPEN = 90020;

    private static final String DAMAGED = "its file is damaged";
    private static final Map<Integer, String> UNUSABLE = Map.of(
            28000, "it is the database of another program",
            90048, "it was made by another version of H2",
            90049, "its file is encrypted");

    private HistoryFile() {}

    static Path of(Path stateFolder) {
        return stateFolder.resolve(FILE);
    }

    /** H2 loses what it acknowledged when the process is killed, unless it writes at once. */
    static Connection open(Path stateFolder) {
        String url = "jdbc:h2:file:" + stateFolder.resolve("history").toAbsolutePath()
                + ";WRITE_DELAY=0;TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0";
        try {
            Connection connection = connect(url);
            mustNotBeForeign(connection, stateFolder);
            return connection;
        } catch (SQLException failed) {
            throw failure("the history " + of(stateFolder) + " cannot be opened", failed);
        }
    }

    /** One that is gone when it is closed. */
    static Connection inMemory() {
        try {
            return connect("jdbc:h2:mem:");
        } catch (SQLException bug) {
            throw new IllegalStateException("a bug: a database in memory needs nothing", bug);
        }
    }

    /** The driver itself is asked, so that no other one is looked for and loaded. */
    private static Connection connect(String url) throws SQLException {
        Properties who = new Properties();
        who.setProperty("user", "sa");
        who.setProperty("password", "");
        return new org.h2.Driver().connect(url, who);
    }

    /** Somebody else's tables are not added to. Those of an early Rung stood where everybody's stand. */
    private static void mustNotBeForeign(Connection connection, Path stateFolder) throws SQLException {
        String foreign =
                "select count(*) from information_schema.tables where table_schema = 'PUBLIC' and table_name not in"
                        + " ('RUNS', 'EFFECTS') and not exists (select 1 from information_schema.schemata where"
                        + " schema_name = 'RUNG')";
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery(foreign)) {
            if (rows.next() && rows.getLong(1) > 0) {
                connection.close();
                throw unusable("the history " + of(stateFolder), "it is the database of another program", null);
            }
        }
    }

    /** @param history for messages */
    static HistoryException unusable(String history, String why, SQLException cause) {
        return new HistoryException(
                Kind.UNUSABLE,
                history + " cannot be used: " + why,
                "`rung history --rebuild` sets it aside and makes it anew; nothing is lost by that",
                cause);
    }

    /** @param doing what did not work, without the reason */
    static HistoryException failure(String doing, SQLException failed) {
        if (failed.getErrorCode() == ALREADY_OPEN) {
            return new HistoryException(
                    Kind.IN_USE, doing + ": another process has it open", "wait until that has ended", failed);
        }
        Optional<String> full = causes(failed, "No space left").map(_ -> "no space left on the disk");
        Optional<String> forbidden = causes(failed, "Permission denied")
                .or(() -> causes(failed, "AccessDenied"))
                .or(() -> causes(failed, "read only"))
                .map(_ -> "this user may not write there");
        Optional<String> outside = full.or(() -> forbidden);
        if (outside.isPresent()) {
            return new HistoryException(Kind.OUT_OF_REACH, doing + ": " + outside.get(), "", failed);
        }
        return new HistoryException(
                Kind.UNUSABLE,
                doing + ": " + UNUSABLE.getOrDefault(failed.getErrorCode(), DAMAGED),
                "`rung history --rebuild` sets it aside and makes it anew; nothing is lost by that",
                failed);
    }

    private static Optional<String> causes(Throwable failed, String words) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause.toString().contains(words)) {
                return Optional.of(words);
            }
        }
        return Optional.empty();
    }

    /** Another name for a file that cannot be used, so that a new one can be made. @return where it is now */
    static Path setAside(Path stateFolder, Clock clock) {
        Path file = of(stateFolder);
        Path aside = file.resolveSibling(FILE + ".set-aside-" + MOMENT.format(clock.instant()));
        try {
            return Files.move(file, aside);
        } catch (IOException failed) {
            throw new HistoryException(
                    Kind.OUT_OF_REACH,
                    "the history " + file + " cannot be set aside: " + failed.getMessage(),
                    "move it away, and try again",
                    failed);
        }
    }
}
