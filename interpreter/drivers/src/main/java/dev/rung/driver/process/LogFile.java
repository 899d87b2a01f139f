package dev.rung.driver.process;

import dev.rung.driver.support.Disk;
import dev.rung.driver.support.Troubles;
import dev.rung.engine.driver.Trouble;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/** What a service writes. Lines have no common form of time, so a start notes how long the file was then. */
record LogFile(Path file, Path beginning) {
    private static final int NEWEST = 1024 * 1024;
    private static final Duration SLACK = Duration.ofSeconds(5);

    void noteBeginning(Instant at) throws Trouble {
        try {
            long length = Files.exists(file) ? Files.size(file) : 0;
            Disk.write(beginning, (length + " " + at + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw Troubles.of("note the beginning of the log in " + beginning, failed);
        }
    }

    /**
     * From the last start on if the moment is not before it, else all there is; a file that has been rotated since is
     * read from its top.
     */
    String since(Instant moment) throws Trouble {
        try {
            if (!Files.exists(file)) {
                return "";
            }
            long size = Files.size(file);
            long from = start(moment);
            return read(from > size ? 0 : from, size);
        } catch (IOException failed) {
            throw Troubles.of("read the log " + file, failed);
        }
    }

    private long start(Instant moment) throws IOException {
        if (!Files.exists(beginning)) {
            return 0;
        }
        String[] noted = Files.readString(beginning).strip().split(" ");
        return noted.length == 2
                        && noted[0].matches("\\d+")
                        && Instant.parse(noted[1]).isBefore(moment.plus(SLACK))
                ? Long.parseLong(noted[0])
                : 0;
    }

    /** The last lines that are not blank, in one. */
    String lastLines(int count) throws Trouble {
        String[] lines = since(Instant.MAX.minus(SLACK)).strip().split("\n");
        return String.join(" / ", Arrays.asList(lines).subList(Math.max(0, lines.length - count), lines.length))
                .strip();
    }

    private String read(long from, long to) throws IOException {
        long start = Math.max(from, to - NEWEST);
        ByteBuffer buffer = ByteBuffer.allocate((int) (to - start));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            while (buffer.hasRemaining() && channel.read(buffer, start + buffer.position()) >= 0) {
                // until it is full or the file ends
            }
        }
        return new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
    }
}
