package dev.rung.engine.run;

import dev.rung.engine.journal.Entry;
import java.util.List;
import java.util.Optional;

/**
 * A run that was left before it came to an end.
 *
 * @param inHand the effect that was begun and has no outcome, in words; empty if there is none
 * @param parts what has to be believed of every part: of what is in hand the worst, until somebody looks
 */
public record Interrupted(String run, Optional<String> inHand, List<String> parts) {
    public Interrupted {
        parts = List.copyOf(parts);
    }

    static Interrupted of(RunLog log) {
        return new Interrupted(log.run(), log.open().map(Entry.Intended::words), PartsInWords.of(log.believed()));
    }
}
