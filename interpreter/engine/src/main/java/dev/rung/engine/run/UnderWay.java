package dev.rung.engine.run;

import dev.rung.engine.journal.Contents;
import dev.rung.engine.journal.Entry;
import dev.rung.engine.journal.Flaw;
import dev.rung.engine.journal.Journal.Stamped;
import dev.rung.engine.journal.Journals;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A run that has not come to its end, as its journal has it.
 *
 * @param process which one began it, or took it up last
 * @param newest when the newest line of its journal was written
 * @param left what is in hand and what is believed of each part
 * @param stopped the words with which it stopped, if it did
 * @param flaw why its journal cannot be believed behind a certain line
 */
public record UnderWay(
        String run,
        String title,
        String system,
        String from,
        String to,
        Instant began,
        Process process,
        Instant newest,
        Interrupted left,
        Optional<String> stopped,
        Optional<Flaw> flaw) {
    /** A process is not older than the line that it has written; clocks are read in steps. */
    private static final Duration STEP = Duration.ofSeconds(2);

    /** @param presence whether it still is */
    public record Process(String host, long pid, String user, Presence presence) {}

    /** What is known of a process. */
    public enum Presence {
        RUNS,
        GONE,
        /** It is another machine's: whoever takes the run up looks at the heartbeat of its lock. */
        ELSEWHERE
    }

    /** Those that have not come to their end, the newest first. */
    static List<UnderWay> all(Journals journals, Machine machine) {
        return journals.runs().stream()
                .filter(run -> journals.ends(run)
                        .filter(ends -> Recorded.isResumable(ends.last()))
                        .isPresent())
                .flatMap(run -> of(run, journals.read(run), machine).stream())
                .toList();
    }

    private static Optional<UnderWay> of(String run, Contents contents, Machine machine) {
        List<Stamped> entries = contents.entries();
        if (entries.isEmpty() || !(entries.getFirst().entry() instanceof Entry.RunBegan began)) {
            return Optional.empty();
        }
        Stamped last = entries.getLast();
        Optional<String> stopped =
                last.entry() instanceof Entry.Ended ended ? Optional.of(ended.words()) : Optional.empty();
        return Optional.of(new UnderWay(
                run,
                began.title(),
                began.system(),
                began.from(),
                began.to(),
                entries.getFirst().at(),
                process(entries, machine),
                last.at(),
                Interrupted.of(new RunLog(run, new ReadJournal(entries))),
                stopped,
                contents.broken()));
    }

    private static Process process(List<Stamped> entries, Machine machine) {
        for (Stamped stamped : entries.reversed()) {
            if (stamped.entry() instanceof Entry.Resumed resumed) {
                return process(resumed.host(), resumed.pid(), resumed.user(), stamped.at(), machine);
            }
        }
        Entry.RunBegan began = (Entry.RunBegan) entries.getFirst().entry();
        return process(
                began.host(), began.pid(), began.user(), entries.getFirst().at(), machine);
    }

    private static Process process(String host, long pid, String user, Instant wrote, Machine machine) {
        if (!host.equals(machine.host())) {
            return new Process(host, pid, user, Presence.ELSEWHERE);
        }
        boolean runs = ProcessHandle.of(pid)
                .flatMap(process -> process.info().startInstant())
                .filter(start -> start.minus(STEP).isBefore(wrote))
                .isPresent();
        return new Process(host, pid, user, runs ? Presence.RUNS : Presence.GONE);
    }
}
