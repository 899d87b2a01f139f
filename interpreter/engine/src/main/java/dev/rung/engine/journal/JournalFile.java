package dev.rung.engine.journal;

import dev.rung.engine.journal.EntryCodec.BrokenLine;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A journal as a file of lines, each with the hash of the one before. Nobody but its owner can read it. */
public final class JournalFile implements Journal {
    /** The newest format of a log that this Rung writes and reads. */
    public static final int FORMAT = 1;

    private final FileChannel channel;
    private final Clock clock;
    private final EntryCodec codec = new EntryCodec();
    private final List<Stamped> entries;
    private String previous;
    private long end;

    private JournalFile(FileChannel channel, Clock clock, Contents contents) {
        this.channel = channel;
        this.clock = clock;
        this.entries = new ArrayList<>(contents.entries);
        this.previous = contents.lastHash;
        this.end = contents.length;
    }

    /** What a log holds. @param broken what is wrong with its first bad line; the entries are those in front of it */
    public record Contents(
            List<Stamped> entries, String lastHash, long length, Optional<String> broken, boolean torn) {}

    /** @throws JournalException if the file exists or cannot be made */
    public static JournalFile create(Path path, Clock clock) {
        try {
            Files.createDirectories(path.getParent());
            FileChannel channel = FileChannel.open(
                    path,
                    java.util.Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            syncFolder(path.getParent());
            return new JournalFile(
                    channel, clock, new Contents(List.of(), EntryCodec.FIRST, 0, Optional.empty(), false));
        } catch (IOException failed) {
            throw new JournalException("the journal " + path + " cannot be made: " + reason(failed), failed);
        }
    }

    /**
     * Opens a log to go on with it. A torn last line is what a crash in the middle of writing leaves; it says nothing and
     * is cut off.
     *
     * @throws JournalException if any other line is broken: then the log was tampered with, and nothing may rest on it
     */
    public static JournalFile open(Path path, Clock clock) {
        Contents contents = read(path);
        if (contents.broken.isPresent() && !contents.torn) {
            throw new JournalException("the journal " + path + " is broken: " + contents.broken.get(), null);
        }
        try {
            FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE);
            channel.truncate(contents.length);
            channel.force(true);
            return new JournalFile(channel, clock, contents);
        } catch (IOException failed) {
            throw new JournalException("the journal " + path + " cannot be written: " + reason(failed), failed);
        }
    }

    /** Reads a log and verifies its chain, without opening it for writing. */
    public static Contents read(Path path) {
        String text;
        try {
            text = Files.readString(path, StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new JournalException("the journal " + path + " cannot be read: " + reason(failed), failed);
        }
        EntryCodec codec = new EntryCodec();
        List<Stamped> entries = new ArrayList<>();
        String hash = EntryCodec.FIRST;
        long bytes = 0;
        int start = 0;
        while (start < text.length()) {
            int stop = text.indexOf('\n', start);
            boolean last = stop < 0 || stop == text.length() - 1;
            String line = stop < 0 ? text.substring(start) : text.substring(start, stop);
            try {
                if (stop < 0) {
                    throw new BrokenLine("line " + (entries.size() + 1) + " is not whole");
                }
                EntryCodec.Read read = codec.read(line, entries.size() + 1L, hash);
                entries.add(new Stamped(read.at(), read.entry()));
                hash = read.hash();
                bytes += line.getBytes(StandardCharsets.UTF_8).length + 1;
            } catch (BrokenLine broken) {
                boolean torn = last && broken.getMessage().endsWith("is not whole");
                return new Contents(entries, hash, bytes, Optional.of(broken.getMessage()), torn);
            }
            start = stop + 1;
        }
        return new Contents(entries, hash, bytes, Optional.empty(), false);
    }

    @Override
    public synchronized void append(Entry entry) {
        EntryCodec.Line line = codec.write(entries.size() + 1L, clock.instant(), entry, previous);
        byte[] bytes = (line.text() + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer, end + buffer.position());
            }
            channel.force(false);
        } catch (IOException failed) {
            throw new JournalException("the journal cannot be written: " + reason(failed), failed);
        }
        end += bytes.length;
        previous = line.hash();
        entries.add(new Stamped(clock.instant(), entry));
    }

    @Override
    public synchronized List<Stamped> entries() {
        return List.copyOf(entries);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failed) {
            throw new JournalException("the journal cannot be closed: " + reason(failed), failed);
        }
    }

    private static void syncFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static String reason(IOException failed) {
        return failed.getMessage() == null ? failed.getClass().getSimpleName() : failed.getMessage();
    }
}
