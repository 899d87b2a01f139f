package dev.rung.engine.history;

import dev.rung.engine.history.HistoryException.Kind;
import dev.rung.engine.journal.JournalAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;

/** Where a history is kept. */
public sealed interface HistoryPlace {
    /** Beside the journals that are files. */
    static HistoryPlace folder(Path stateFolder) {
        return new Folder(stateFolder);
    }

    /** Beside the journals in a PostgreSQL. */
    static HistoryPlace database(JournalAddress address) {
        return new Database(address);
    }

    /** Nowhere: it is gone when it is closed. */
    static HistoryPlace memory() {
        return new Memory();
    }

    /** @throws HistoryException if it cannot be opened */
    Connection connect();

    /** For messages, in which no secret is. */
    String words();

    /** Whether there may be one already. */
    boolean isThere();

    /** @param doing what did not work, without the reason */
    HistoryException failure(String doing, SQLException failed);

    /** What keeps others from it while it takes in; empty where nobody else can be. */
    default Optional<String> lock() {
        return Optional.empty();
    }

    /** Puts what cannot be used away. @return where it is now */
    default Path setAside(Clock clock) {
        throw new IllegalStateException("a bug: nothing is set aside there");
    }

    /** A file of H2. */
    record Folder(Path stateFolder) implements HistoryPlace {
        @Override
        public Connection connect() {
            return HistoryFile.open(stateFolder);
        }

        @Override
        public String words() {
            return "the history " + HistoryFile.of(stateFolder);
        }

        @Override
        public boolean isThere() {
            return Files.exists(HistoryFile.of(stateFolder));
        }

        @Override
        public HistoryException failure(String doing, SQLException failed) {
            return HistoryFile.failure(doing, failed);
        }

        @Override
        public Path setAside(Clock clock) {
            return HistoryFile.setAside(stateFolder, clock);
        }
    }

    /** Tables beside those of the journals. */
    record Database(JournalAddress address) implements HistoryPlace {
        private static final long TAKING_IN = 0x52554E48L;

        @Override
        public Connection connect() {
            try {
                return address.connect();
            } catch (SQLException failed) {
                throw failure(words() + " cannot be opened", failed);
            }
        }

        @Override
        public String words() {
            return "the history in " + address.place();
        }

        @Override
        public boolean isThere() {
            return true;
        }

        @Override
        public HistoryException failure(String doing, SQLException failed) {
            return new HistoryException(
                    Kind.OUT_OF_REACH, address.failure(doing, failed), address.help(failed), failed);
        }

        @Override
        public Optional<String> lock() {
            return Optional.of("select pg_advisory_lock(" + TAKING_IN + ")");
        }
    }

    /** No file at all. */
    record Memory() implements HistoryPlace {
        @Override
        public Connection connect() {
            return HistoryFile.inMemory();
        }

        @Override
        public String words() {
            return "the history";
        }

        @Override
        public boolean isThere() {
            return false;
        }

        @Override
        public HistoryException failure(String doing, SQLException failed) {
            throw new IllegalStateException("a bug: a database in memory needs nothing", failed);
        }
    }
}
