package dev.rung.engine.journal;

import dev.rung.engine.journal.EntryCodec.Frame;
import dev.rung.engine.journal.Journal.Stamped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a log line by line, each as it has to be behind the line before, until the first that is not. */
final class LogReader {
    private final EntryCodec codec = new EntryCodec();
    private final List<Stamped> entries;
    private String previous;
    private Optional<Flaw> flaw = Optional.empty();

    /** @param before what was read of it already */
    LogReader(Contents before) {
        this.entries = new ArrayList<>(before.entries());
        this.previous = before.lastHash();
    }

    /** @return whether to go on; what is given then is not read */
    boolean take(byte[] line) {
        flaw = read(line);
        return flaw.isEmpty();
    }

    /** The log ends in the middle of a line. */
    void end(long number) {
        flaw = Optional.of(new Flaw.Torn(number));
    }

    long next() {
        return entries.size() + 1L;
    }

    private Optional<Flaw> read(byte[] line) {
        Optional<Frame> found = codec.frame(line);
        if (found.isEmpty()) {
            return Optional.of(new Flaw.Foreign(next()));
        }
        Frame frame = found.get();
        if (!frame.isWhole()) {
            return Optional.of(new Flaw.Changed(next()));
        }
        if (frame.number() > next()) {
            return Optional.of(new Flaw.Missing(next(), next(), frame.number() - 1));
        }
        if (frame.number() < next()) {
            return Optional.of(new Flaw.Reordered(next(), frame.number()));
        }
        if (!frame.previous().equals(previous)) {
            return Optional.of(new Flaw.Unlinked(next()));
        }
        Optional<Flaw> newer = frame.number() == 1 ? codec.newer(line, frame) : Optional.empty();
        return newer.isPresent() ? newer : add(line, frame);
    }

    private Optional<Flaw> add(byte[] line, Frame frame) {
        try {
            entries.add(codec.read(line, frame));
            previous = frame.hash();
            return Optional.empty();
        } catch (EntryCodec.Unreadable unreadable) {
            return Optional.of(new Flaw.Unreadable(next(), unreadable.getMessage()));
        }
    }

    /** @param length where the entries end, as the store counts */
    Contents contents(long length) {
        return new Contents(entries, previous, length, flaw);
    }
}
