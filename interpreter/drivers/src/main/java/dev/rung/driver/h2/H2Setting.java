package dev.rung.driver.h2;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A database as the runbook describes it.
 *
 * @param file absolute, with its ending
 * @param jar with the H2 that fits the file; our own if empty
 * @param lockedBy the service that has the file open while it runs
 * @param url of the database at its server, if a server serves it
 */
record H2Setting(
        String name,
        Path file,
        Optional<Path> jar,
        Optional<String> lockedBy,
        Optional<String> url,
        String user,
        String password) {
    static final String ENDING = ".mv.db";

    /** A file beside the database with a word of ours in its name; it has the ending that H2 wants. */
    Path beside(String word) {
        String name = file.getFileName().toString();
        return file.resolveSibling(name.substring(0, name.length() - ENDING.length()) + ".rung-" + word + ENDING);
    }

    /** Who keeps the file open, for messages. */
    String holder() {
        return lockedBy.map(service -> "`" + service + "`").orElse("whatever uses it");
    }
}
