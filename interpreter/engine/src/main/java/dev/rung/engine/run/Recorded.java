package dev.rung.engine.run;

import dev.rung.engine.driver.Trouble;
import dev.rung.engine.journal.Contents;
import dev.rung.engine.journal.Entry;
import dev.rung.engine.journal.Flaw;
import dev.rung.engine.journal.Journal.Stamped;
import dev.rung.engine.journal.JournalFile;
import dev.rung.engine.journal.Journals;
import dev.rung.model.plan.Premises;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a journal says of a run: enough to make its plan again without any file of it on disk.
 *
 * @param sources the texts of the runbook and all that it includes, by name
 * @param inputs as given
 * @param installed the version of each system at its beginning, as written
 * @param premises what else its plan rests on
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
        Premises premises,
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

    /** @throws Trouble if there is no such run, or its journal is broken */
    static Recorded read(String run, Journals journals) throws Trouble {
        if (!journals.has(run)) {
            throw new Trouble("there is no run `" + run + "`", "`rung history` lists them");
        }
        Contents contents = journals.read(run);
        if (contents.broken().isPresent()) {
            throw broken(run, contents.broken().get(), journals);
        }
        if (contents.entries().isEmpty() || !(contents.entries().getFirst().entry() instanceof Entry.RunBegan began)) {
            throw new Trouble("the run `" + run + "` ended before its journal began; nothing was changed");
        }
        return new Recorded(
                run,
                began.title(),
                began.system(),
                began.from(),
                began.to(),
                began.runbook(),
                sources(contents.entries(), began),
                began.inputs(),
                Path.of(began.folder()),
                began.installed(),
                LocalDate.parse(began.day()),
                began.premises(),
                contents.entries().getFirst().at(),
                closed(contents.entries()));
    }

    /** Those that what was changed in the middle of the run was made of. */
    private static Map<String, String> sources(List<Stamped> entries, Entry.RunBegan began) {
        return entries.stream()
                .flatMap(stamped ->
                        stamped.entry() instanceof Entry.Edited edited ? Stream.of(edited.sources()) : Stream.of())
                .reduce((first, second) -> second)
                .orElse(began.sources());
    }

    private static Trouble broken(String run, Flaw flaw, Journals journals) {
        if (flaw instanceof Flaw.Newer newer) {
            return new Trouble(
                    "the journal of `" + run + "` was written by a newer Rung (" + newer.tool() + ") in format "
                            + newer.format() + "; this Rung reads up to format " + JournalFile.FORMAT,
                    "take the run up with that Rung, or a newer one");
        }
        return new Trouble(
                "the journal of `" + run + "` is broken: line " + flaw.line() + " " + flaw.words(),
                "nothing can rest on it any more; `rung history " + run + " --verify` looks at all of "
                        + journals.location(run));
    }

    /** Whether a journal here says that a run is over, or has not even begun. */
    static boolean isKnownToBeOver(String run, Journals journals) {
        try {
            return journals.has(run)
                    && (journals.read(run).entries().isEmpty()
                            || !read(run, journals).isResumable());
        } catch (Trouble broken) {
            return false;
        }
    }

    /** Whether a run whose journal ends so is over. */
    static boolean isResumable(Stamped last) {
        return closed(List.of(last)).filter(Closed::isFinal).isEmpty();
    }

    private static Optional<Recorded.Closed> closed(List<Stamped> entries) {
        Stamped last = entries.getLast();
        return last.entry() instanceof Entry.Ended ended
                ? Optional.of(new Recorded.Closed(
                        ended.kind(), ended.exitCode(), ended.words(), last.at(), Endings.isFinal(ended)))
                : Optional.empty();
    }
}
