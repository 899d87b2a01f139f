package dev.rung.engine.journal;

import java.util.List;
import java.util.Optional;

/**
 * What a look at every line of a log has found.
 *
 * @param lines the number of whole lines
 * @param hashes by the number of a line, less 1, as far as they are known: whoever has noted one can compare it
 * @param flaws in the order of the lines
 */
public record Verified(long lines, List<String> hashes, List<Flaw> flaws) {
    public Verified {
        hashes = List.copyOf(hashes);
        flaws = List.copyOf(flaws);
    }

    /** The hash of the last line, which stands for all of them; empty if there is none. */
    public Optional<String> head() {
        return hashes.isEmpty() ? Optional.empty() : Optional.of(hashes.getLast());
    }

    /** Whether anything was found that a crash cannot have made. */
    public boolean isBroken() {
        return flaws.stream().anyMatch(Flaw::isFinding);
    }
}
