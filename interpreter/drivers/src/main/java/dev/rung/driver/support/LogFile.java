package dev.rung.driver.support;

import dev.rung.engine.driver.Trouble;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** What a service writes. Lines have no common form of time, so a start notes how long the file was then. */
public record LogFile(Path file, Path beginning) {
    private static final int NEWEST = 1024 * 1024;

    public void noteBeginning() throws Trouble {
        try {
            long length = Files.exists(file) ? Files.size(file) : 0;
            Disk.write(beginning, (length + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw Troubles.of("note the beginning of the log in " + beginning, failed);
        }
    }

    /** From the last start that was noted on; a file that has been rotated since is read from its top. */
    public String sinceStart() throws Trouble {
        try {
            if (!Files.exists(file)) {
                return "";
            }
            long size = Files.size(file);
            long from = start();
            return read(from > size ? 0 : from, size);
        } catch (IOException failed) {
            throw Troubles.of("read the log " + file, failed);
        }
    }

    private long start() throws IOException {
        String noted =
                Files.exists(beginning) ? Files.readString(beginning).strip().split(" ")[0] : "";
        return noted.matches("\\d+") ? Long.parseLong(noted) : 0;
    }

    /** The last lines that are not blank, in one. */
    public String lastLines(int count) throws Trouble {
        String[] lines = sinceStart().strip().split("\n");
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
