package dev.rung.ledger;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;

/**
 * Trouble on demand: the properties file {@code ledger.faults} beside the database, read once at each start. It lets a
 * demo break a version without changing the command line of its service.
 */
final class Faults {

    static final String FILE = "ledger.faults";

    private final Properties entries;
    private final String version;

    private Faults(Properties entries, String version) {
        this.entries = entries;
        this.version = version;
    }

    /** A pause within a migration: in its middle, or before its first statement. */
    record Pause(Duration duration, boolean beforeFirstStatement) {}

    static Faults none(String version) {
        return new Faults(new Properties(), version);
    }

    static Faults beside(Path data, String version) {
        Path file = data.resolveSibling(FILE);
        if (!Files.exists(file)) {
            return none(version);
        }
        Properties entries = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            entries.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new LedgerException("Cannot read " + file + ": " + e.getMessage(), e);
        }
        return new Faults(entries, version);
    }

    boolean failMigration() {
        return valueOf("fail-migration-to") != null;
    }

    boolean failStart() {
        return valueOf("fail-start-of") != null;
    }

    /** The pause of this version's migration, or null. */
    Pause slowMigration() {
        String value = valueOf("slow-migration-to");
        if (value == null) {
            return null;
        }
        boolean before = value.endsWith(":before");
        return new Pause(
                Durations.parse(before ? value.substring(0, value.length() - ":before".length()) : value), before);
    }

    /** How long this version lives once it is healthy, or null. */
    Duration dieAfterHealthy() {
        String value = valueOf("die-after-healthy");
        return value == null ? null : Durations.parse(value);
    }

    /** An entry is {@code key=VERSION[:value][,VERSION[:value]…]}: what it says for this version, or null. */
    private String valueOf(String key) {
        String entry = entries.getProperty(key, "");
        int start = 0;
        while (start < entry.length()) {
            int comma = entry.indexOf(',', start);
            int end = comma < 0 ? entry.length() : comma;
            String part = entry.substring(start, end).strip();
            if (part.equals(version)) {
                return "";
            }
            if (part.startsWith(version + ":")) {
                return part.substring(version.length() + 1).strip();
            }
            start = end + 1;
        }
        return null;
    }
}
