package dev.rung.driver.support;

import dev.rung.engine.driver.Trouble;
import dev.rung.model.expression.Durations;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The mark of a hold: a small JSON file that also an administrator's own start script can look for.
 *
 * @param killed how long it was asked in vain before it was killed
 */
public record Mark(Instant at, Optional<Duration> killed) {
    private static final Pattern AT = Pattern.compile("\"at\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern KILLED = Pattern.compile("\"killed_after_ms\"\\s*:\\s*(\\d+)");

    public String words() {
        return "stopped at " + at.truncatedTo(ChronoUnit.SECONDS)
                + killed.map(after -> ", killed because it did not stop within " + Durations.shown(after))
                        .orElse("");
    }

    public static void write(Path file, Mark mark) throws Trouble {
        String json = "{\"held_by\": \"rung\", \"user\": \"" + plain(System.getProperty("user.name", ""))
                + "\", \"process\": "
                + ProcessHandle.current().pid() + ", \"at\": \"" + mark.at + "\""
                + mark.killed
                        .map(after -> ", \"killed_after_ms\": " + after.toMillis())
                        .orElse("") + "}\n";
        try {
            Disk.write(file, json.getBytes(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw Troubles.of("write the mark " + file, failed);
        }
    }

    /** Empty if there is none, or if a person wrote something else there; the mark holds all the same. */
    public static Optional<Mark> read(Path file) throws Trouble {
        try {
            String json = Files.readString(file);
            Matcher at = AT.matcher(json);
            Matcher killed = KILLED.matcher(json);
            return at.find()
                    ? Optional.of(new Mark(
                            Instant.parse(at.group(1)),
                            killed.find()
                                    ? Optional.of(Duration.ofMillis(Long.parseLong(killed.group(1))))
                                    : Optional.empty()))
                    : Optional.empty();
        } catch (java.nio.file.NoSuchFileException
                | java.time.format.DateTimeParseException
                | NumberFormatException other) {
            return Optional.empty();
        } catch (IOException failed) {
            throw Troubles.of("read the mark " + file, failed);
        }
    }

    private static String plain(String text) {
        return text.replaceAll("[^A-Za-z0-9._@-]", "_");
    }
}
