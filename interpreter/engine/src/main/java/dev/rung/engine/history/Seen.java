package dev.rung.engine.history;

import dev.rung.engine.journal.Flaw;
import dev.rung.engine.journal.Verified;
import java.util.Optional;

/**
 * What a history has once seen of a journal. The journal cannot tell by itself that lines were taken off its end.
 *
 * @param lines how many there were
 * @param head the hash of the last of them
 */
public record Seen(long lines, String head) {
    /** What of it is not in the journal any more. */
    public Optional<Flaw> missingIn(Verified journal) {
        if (journal.lines() < lines) {
            return Optional.of(new Flaw.CutOff(journal.lines() + 1, lines));
        }
        boolean same =
                lines == 0 || journal.hashes().get(Math.toIntExact(lines) - 1).equals(head);
        return same ? Optional.empty() : Optional.of(new Flaw.Rewritten(lines));
    }
}
