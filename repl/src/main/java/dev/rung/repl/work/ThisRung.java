package dev.rung.repl.work;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Which Rung this is, as the build wrote it down. */
public final class ThisRung {
    private ThisRung() {}

    /** As the jar's manifest has it: the AOT cache knows that, and nothing has to be opened. */
    public static String version() {
        String ofJar = ThisRung.class.getPackage().getImplementationVersion();
        return ofJar == null ? versionOfClasses() : ofJar;
    }

    private static String versionOfClasses() {
        try (InputStream in = ThisRung.class.getResourceAsStream("version.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
