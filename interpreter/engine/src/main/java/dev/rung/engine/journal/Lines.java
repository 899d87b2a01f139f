package dev.rung.engine.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.Optional;

/** The lines of a stream, one after the other, as bytes. */
final class Lines {
    private static final int BLOCK = 1 << 16;

    private final InputStream in;
    private final byte[] buffer = new byte[BLOCK];
    private int start;
    private int end;
    private boolean whole;

    Lines(InputStream in) {
        this.in = in;
    }

    /** Without its line break; empty at the end. */
    Optional<byte[]> next() throws IOException {
        ByteArrayOutputStream front = new ByteArrayOutputStream(0);
        while (start < end || fill()) {
            int stop = start;
            while (stop < end && buffer[stop] != '\n') {
                stop++;
            }
            whole = stop < end;
            if (whole && front.size() == 0) {
                byte[] line = Arrays.copyOfRange(buffer, start, stop);
                start = stop + 1;
                return Optional.of(line);
            }
            front.write(buffer, start, stop - start);
            start = whole ? stop + 1 : stop;
            if (whole) {
                return Optional.of(front.toByteArray());
            }
        }
        return front.size() == 0 ? Optional.empty() : Optional.of(front.toByteArray());
    }

    private boolean fill() throws IOException {
        start = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }

    /** Whether the line that was given last has its line break. */
    boolean isWhole() {
        return whole;
    }

    /** The last line of a file that has its line break, without it; empty if there is none. What is in front is not read. */
    static Optional<byte[]> last(FileChannel channel) throws IOException {
        long stop = lineBreakBefore(channel, channel.size());
        if (stop < 0) {
            return Optional.empty();
        }
        long begin = lineBreakBefore(channel, stop) + 1;
        ByteBuffer line = ByteBuffer.allocate(Math.toIntExact(stop - begin));
        while (line.hasRemaining() && channel.read(line, begin + line.position()) >= 0) {
            continue;
        }
        return Optional.of(line.array());
    }

    /** Where the last line break in front of a place is; less than 0 if there is none. */
    private static long lineBreakBefore(FileChannel channel, long place) throws IOException {
        byte[] block = new byte[BLOCK];
        long stop = place;
        while (stop > 0) {
            int length = (int) Math.min(BLOCK, stop);
            ByteBuffer into = ByteBuffer.wrap(block, 0, length);
            while (into.hasRemaining() && channel.read(into, stop - length + into.position()) >= 0) {
                continue;
            }
            for (int i = length - 1; i >= 0; i--) {
                if (block[i] == '\n') {
                    return stop - length + i;
                }
            }
            stop -= length;
        }
        return -1;
    }
}
