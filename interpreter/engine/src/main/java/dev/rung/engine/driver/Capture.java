package dev.rung.engine.driver;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What a program says, in a file whose name is taken away once the program has it open. */
final class Capture implements Closeable {
    private static final int KEPT = 64 * 1024;
    private static final long LONGEST = 16L * 1024 * 1024;

    private final Path file;
    private final FileChannel channel;
    private byte[] before = new byte[0];

    private Capture(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static Capture open() throws IOException {
        Path file = Files.createTempFile("rung-output-", ".txt");
        return new Capture(file, FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE));
    }

    Path file() {
        return file;
    }

    void hide() throws IOException {
        Files.deleteIfExists(file);
    }

    /** Keeps the file from growing without end: the program appends, so cutting it to nothing is safe under its hands. */
    void trim() throws IOException {
        if (channel.size() > LONGEST) {
            before = newest();
            channel.truncate(0);
        }
    }

    String tail() throws IOException {
        byte[] newest = newest();
        int missing = Math.min(KEPT - newest.length, before.length);
        byte[] whole = new byte[missing + newest.length];
        System.arraycopy(before, before.length - missing, whole, 0, missing);
        System.arraycopy(newest, 0, whole, missing, newest.length);
        return new String(whole, StandardCharsets.UTF_8);
    }

    private byte[] newest() throws IOException {
        long size = channel.size();
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(KEPT, size));
        long position = size - buffer.capacity();
        while (buffer.hasRemaining()) {
            int count = channel.read(buffer, position + buffer.position());
            if (count < 0) {
                break;
            }
        }
        byte[] bytes = new byte[buffer.position()];
        buffer.flip().get(bytes);
        return bytes;
    }

    @Override
    public void close() throws IOException {
        channel.close();
        hide();
    }
}
