package dev.rung.engine.journal;

import dev.rung.engine.journal.Journal.Stamped;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What a log holds. Whoever reads it once more gives this back, and only what was added since is read.
 *
 * @param entries those in front of the first flaw, the oldest first
 * @param lastHash of the last of them; it stands for all of them
 * @param length where they end, as the store counts: bytes of a file
 * @param flaw what is wrong with the line behind them
 */
public record Contents(List<Stamped> entries, String lastHash, long length, Optional<Flaw> flaw) {
    /** Of a log that nothing was read of yet. */
    public static final Contents NOTHING = new Contents(List.of(), EntryCodec.FIRST, 0, Optional.empty());

    public Contents {
        entries = Collections.unmodifiableList(entries);
    }

    /** Why nothing may rest on this log. A torn last line is what a crash leaves, and says nothing. */
    public Optional<Flaw> broken() {
        return flaw.filter(found -> !(found instanceof Flaw.Torn));
    }
}
