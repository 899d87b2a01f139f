package dev.rung.engine.journal;

import dev.rung.engine.journal.EntryCodec.Frame;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks at every line of a log for what is wrong with it, and goes on behind what it finds. What lines say is not read. */
final class LogCheck {
    private final EntryCodec codec = new EntryCodec();
    private final List<Placed> lines = new ArrayList<>();
    private final List<Flaw> flaws = new ArrayList<>();
    private long place;

    /** @param number the line's own, or that behind the line before where it cannot be trusted */
    private record Placed(long place, long number, Frame frame) {}

    void take(byte[] line) {
        place++;
        long expected = lines.isEmpty() ? 1 : lines.getLast().number() + 1;
        Optional<Frame> frame = codec.frame(line);
        if (frame.isEmpty()) {
            flaws.add(new Flaw.Foreign(place));
            return;
        }
        if (!frame.get().isWhole()) {
            flaws.add(new Flaw.Changed(place));
        } else if (place == 1 && frame.get().number() == 1) {
            codec.newer(line, frame.get()).ifPresent(flaws::add);
        }
        lines.add(new Placed(place, frame.get().isWhole() ? frame.get().number() : expected, frame.get()));
    }

    /** The log ends in the middle of a line. */
    void end() {
        flaws.add(new Flaw.Torn(++place));
    }

    Verified verified() {
        Map<Long, String> hashes = new HashMap<>();
        lines.forEach(line -> hashes.putIfAbsent(line.number(), line.frame().hash()));
        order(hashes.keySet());
        for (Placed line : lines) {
            String before = line.number() == 1 ? EntryCodec.FIRST : hashes.get(line.number() - 1);
            boolean judged = line.frame().isWhole() && before != null;
            if (judged && !line.frame().previous().equals(before)) {
                flaws.add(new Flaw.Unlinked(line.place()));
            }
        }
        flaws.sort(Comparator.comparingLong(Flaw::line));
        return new Verified(
                lines.size(), lines.stream().map(line -> line.frame().hash()).toList(), flaws);
    }

    /** A line that was moved is one mistake: that others have closed up around it is not said of them. */
    private void order(Set<Long> known) {
        Set<Long> seen = new HashSet<>();
        long highest = 0;
        for (Placed line : lines) {
            if (!seen.add(line.number())) {
                flaws.add(new Flaw.Twice(line.place(), line.number()));
            } else if (line.number() < highest) {
                flaws.add(new Flaw.Reordered(line.place(), line.number()));
            } else {
                missing(line, highest + 1, known).ifPresent(flaws::add);
                highest = line.number();
            }
        }
    }

    private Optional<Flaw> missing(Placed line, long first, Set<Long> known) {
        List<Long> absent = new ArrayList<>();
        for (long number = first; number < line.number() && absent.size() < 2; number++) {
            if (!known.contains(number)) {
                absent.add(number);
            }
        }
        boolean foreignBefore =
                flaws.stream().anyMatch(flaw -> flaw instanceof Flaw.Foreign && flaw.line() == line.place() - 1);
        if (absent.isEmpty() || foreignBefore && absent.size() == 1) {
            return Optional.empty();
        }
        long last = line.number() - 1;
        while (known.contains(last)) {
            last--;
        }
        return Optional.of(new Flaw.Missing(line.place(), Collections.min(absent), last));
    }
}
