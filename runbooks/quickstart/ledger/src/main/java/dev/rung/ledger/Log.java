package dev.rung.ledger;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Plain lines with a timestamp, always UTF-8, to standard output and, if asked for, to a file as well. */
final class Log implements AutoCloseable {

    private final OutputStream console = new FileOutputStream(FileDescriptor.out);
    private final OutputStream file;

    private Log(OutputStream file) {
        this.file = file;
    }

    static Log open(Path file) {
        if (file == null) {
            return new Log(OutputStream.nullOutputStream());
        }
        try {
            return new Log(Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
        } catch (IOException e) {
            throw new LedgerException("Cannot write the log file " + file + ": " + e.getMessage(), e);
        }
    }

    synchronized void line(String sentence) {
        byte[] line =
                (Instant.now().truncatedTo(ChronoUnit.MILLIS) + " " + sentence + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            console.write(line);
            file.write(line);
        } catch (IOException e) {
            // A closed terminal or a full disk under the log is no reason to stop keeping books.
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            line("The log file cannot be closed: " + e.getMessage());
        }
    }
}
