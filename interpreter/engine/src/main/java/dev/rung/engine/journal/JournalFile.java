package dev.rung.engine.journal;

import dev.rung.engine.journal.Journals.Ends;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A journal as a file of lines, each with the hash of the one before. Nobody but its owner can read it. */
public final class JournalFile implements Journal {
    /** The newest format of a log that this Rung writes and reads. */
    public static final int FORMAT = 1;

    private final Path path;
    private final FileChannel channel;
    private final Clock clock;
    private final EntryCodec codec = new EntryCodec();
    private final List<Stamped> entries;
    private String previous;
    private long end;

    private JournalFile(Path path, FileChannel channel, Clock clock, Contents contents) {
        this.path = path;
        this.channel = channel;
        this.clock = clock;
        this.entries = new ArrayList<>(contents.entries());
        this.previous = contents.lastHash();
        this.end = contents.length();
    }

    /** @throws JournalException if the file exists or cannot be made */
    public static JournalFile create(Path path, Clock clock) {
        try {
            Files.createDirectories(path.getParent());
            FileChannel channel = FileChannel.open(
                    path,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            syncFolder(path.getParent());
            return new JournalFile(path, channel, clock, Contents.NOTHING);
        } catch (IOException failed) {
            throw JournalException.of("the journal " + path + " cannot be made", failed);
        }
    }

    /**
     * Opens a log to go on with it. A torn last line is what a crash in the middle of writing leaves; it says nothing and
     * is cut off.
     *
     * @param before what was read of it a while ago, or {@link Contents#NOTHING}
     * @throws JournalException if any other line is broken: then the log was tampered with, and nothing may rest on it
     */
    public static JournalFile open(Path path, Clock clock, Contents before) {
        Contents contents = read(path, before);
        if (contents.broken().isPresent()) {
            Flaw flaw = contents.broken().get();
            throw new JournalException(
                    "the journal " + path + " is broken: line " + flaw.line() + " " + flaw.words(), null);
        }
        try {
            FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE);
            channel.truncate(contents.length());
            channel.force(true);
            return new JournalFile(path, channel, clock, contents);
        } catch (IOException failed) {
            throw JournalException.of("the journal " + path + " cannot be written", failed);
        }
    }

    /**
     * Reads a log and verifies its chain, without opening it for writing.
     *
     * @param before what was read of it a while ago: what it says is not read again, as long as the file has not become
     *     shorter
     */
    public static Contents read(Path path, Contents before) {
        try (FileChannel channel = FileChannel.open(path)) {
            Contents behind = channel.size() < before.length() ? Contents.NOTHING : before;
            channel.position(behind.length());
            LogReader reader = new LogReader(behind);
            Lines lines = new Lines(Channels.newInputStream(channel));
            long length = behind.length();
            for (Optional<byte[]> line = lines.next(); line.isPresent(); line = lines.next()) {
                if (!lines.isWhole()) {
                    reader.end(reader.next());
                } else if (reader.take(line.get())) {
                    length += line.get().length + 1L;
                    continue;
                }
                break;
            }
            return reader.contents(length);
        } catch (IOException failed) {
            throw JournalException.of("the journal " + path + " cannot be read", failed);
        }
    }

    /** Looks at every line of a log. */
    public static Verified verify(Path path) {
        LogCheck check = new LogCheck();
        try (InputStream in = Files.newInputStream(path)) {
            Lines lines = new Lines(in);
            for (Optional<byte[]> line = lines.next(); line.isPresent(); line = lines.next()) {
                if (lines.isWhole()) {
                    check.take(line.get());
                } else {
                    check.end();
                }
            }
            return check.verified();
        } catch (IOException failed) {
            throw JournalException.of("the journal " + path + " cannot be read", failed);
        }
    }

    /** The first and the last whole line; empty if they are none of a log. */
    static Optional<Ends> ends(Path path) {
        try (FileChannel channel = FileChannel.open(path)) {
            Optional<byte[]> last = Lines.last(channel);
            Lines lines = new Lines(Channels.newInputStream(channel.position(0)));
            Optional<byte[]> first = lines.next();
            return first.isEmpty() || last.isEmpty() ? Optional.empty() : ends(first.get(), last.get());
        } catch (IOException failed) {
            throw JournalException.of("the journal " + path + " cannot be read", failed);
        }
    }

    static Optional<Ends> ends(byte[] first, byte[] last) {
        EntryCodec codec = new EntryCodec();
        Optional<EntryCodec.Frame> begin = codec.frame(first).filter(EntryCodec.Frame::isWhole);
        Optional<EntryCodec.Frame> end = codec.frame(last).filter(EntryCodec.Frame::isWhole);
        if (begin.isEmpty() || end.isEmpty() || codec.newer(first, begin.get()).isPresent()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Ends(
                    codec.read(first, begin.get()),
                    codec.read(last, end.get()),
                    end.get().number(),
                    end.get().hash()));
        } catch (EntryCodec.Unreadable broken) {
            return Optional.empty();
        }
    }

    @Override
    public synchronized void append(Entry entry) {
        Instant now = clock.instant();
        EntryCodec.Line line = codec.write(entries.size() + 1L, now, entry, previous);
        byte[] bytes = (line.text() + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer, end + buffer.position());
            }
            channel.force(false);
        } catch (IOException failed) {
            throw JournalException.of("the journal " + path + " cannot be written", failed);
        }
        end += bytes.length;
        previous = line.hash();
        entries.add(new Stamped(now, entry));
    }

    @Override
    public synchronized List<Stamped> entries() {
        return Collections.unmodifiableList(new ArrayList<>(entries));
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failed) {
            throw JournalException.of("the journal " + path + " cannot be closed", failed);
        }
    }

    private static void syncFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
