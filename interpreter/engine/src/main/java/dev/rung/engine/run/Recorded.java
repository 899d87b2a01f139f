package dev.rung.engine.run;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * What a journal says of a run: enough to make its plan again without any file of it on disk.
 *
 * @param sources the texts of the runbook and all that it includes, by name
 * @param inputs as given
 * @param installed the version of each system at its beginning, as written
 * @param day decided which releases were old enough
 * @param ending the words and the exit code of its end; empty if it has none, or can still be resumed
 */
public record Recorded(
        String run,
        String title,
        String system,
        String from,
        String to,
        String runbook,
        Map<String, String> sources,
        Map<String, String> inputs,
        Path folder,
        Map<String, String> installed,
        LocalDate day,
        Instant began,
        Optional<Closed> ending) {
    public Recorded {
        sources = Map.copyOf(sources);
        inputs = Map.copyOf(inputs);
        installed = Map.copyOf(installed);
    }

    /** @param isFinal whether nothing is left to resume */
    public record Closed(String kind, int exitCode, String words, Instant at, boolean isFinal) {}

    public boolean isResumable() {
        return ending.filter(Closed::isFinal).isEmpty();
    }

    /** Whether there is anything that a way back could undo: not of a run that was refused or has gone back already. */
    public boolean isUndoable() {
        return isResumable()
                || ending.filter(closed -> closed.kind().equals("upgraded")).isPresent();
    }
}
