package dev.rung.engine.journal;

import dev.rung.model.plan.Premises;
import dev.rung.model.state.State;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One line of a run's log. What can leave a part changed is written twice: the intention, with the worst that must be
 * believed should nothing follow, before the effect's first system call; the outcome behind it. So the newest line that
 * has a state says all that is believed of the parts, and nothing has to be replayed.
 */
public sealed interface Entry {
    /** The newest state that a line tells, if it tells one. */
    default Optional<State> believed() {
        return Optional.empty();
    }

    /**
     * The first line of a log.
     *
     * @param format of the log; a reader refuses a newer one
     * @param sources the texts of the runbook and all that it includes, by name
     * @param folder where relative paths start
     * @param day decides which releases were old enough
     * @param installed the version of each system then
     * @param state every part as it was found
     * @param premises what else the plan rests on; a log of an older Rung has none
     */
    record RunBegan(
            int format,
            String tool,
            String title,
            String system,
            String from,
            String to,
            String runbook,
            Map<String, String> sources,
            Map<String, String> inputs,
            String folder,
            String day,
            Map<String, String> installed,
            String host,
            long pid,
            String user,
            State state,
            Premises premises)
            implements Entry {
        public RunBegan {
            premises = premises == null ? Premises.NONE : premises;
        }

        @Override
        public Optional<State> believed() {
            return Optional.of(state);
        }
    }

    /** A release's file lies beside its artifact and has this digest. */
    record Staged(String artifact, String version, String digest, String location) implements Entry {}

    /** @param old how each artifact and key that the hop changes was, and each key that has to stay: digests, keyed for keys */
    record HopBegan(String hop, String system, String from, String to, State state, Map<String, String> old)
            implements Entry {
        @Override
        public Optional<State> believed() {
            return Optional.of(state);
        }
    }

    /** @param effect its number within the step, from 0 */
    record Intended(String step, int effect, String words, State state) implements Entry {
        @Override
        public Optional<State> believed() {
            return Optional.of(state);
        }
    }

    /** @param last whether the step is done with it */
    record Done(String step, int effect, boolean last, String words, String note, long millis, State state)
            implements Entry {
        @Override
        public Optional<State> believed() {
            return Optional.of(state);
        }
    }

    record Failed(String step, int effect, String words, String help, State state) implements Entry {
        @Override
        public Optional<State> believed() {
            return Optional.of(state);
        }
    }

    /** A step failed, and its runbook says to go on. */
    record Waived(String step, String words) implements Entry {}

    /** A person has left a step out. @param reason in that person's words */
    record Skipped(String step, String reason, String by) implements Entry {}

    /** A person takes back what a step has done, or has begun. @param state what is believed at that moment */
    record BackBegan(String step, State state) implements Entry {
        @Override
        public Optional<State> believed() {
            return Optional.of(state);
        }
    }

    /** Everything is as it was before the step, which is ahead again. */
    record TakenBack(String step, State state) implements Entry {
        @Override
        public Optional<State> believed() {
            return Optional.of(state);
        }
    }

    /** What is ahead was changed by a person. @param sources the texts from here on, by name */
    record Edited(Map<String, String> sources, String by) implements Entry {
        public Edited {
            sources = Map.copyOf(sources);
        }
    }

    /** @param by who said so */
    record Answered(String step, String name, String by) implements Entry {}

    /** A person has read what is noted on a release. @param sha256 of the note */
    record Acknowledged(String step, String system, String release, String sha256, String by) implements Entry {}

    record Decided(String choice, boolean yes) implements Entry {}

    /** A statement is about to bring a file. */
    record Downloading(String step, String path) implements Entry {}

    /** What was read once. @param statement the one that has read it, or the repetition that it is for */
    record Kept(String statement, String name, WrittenValue value) implements Entry {}

    /**
     * A database is about to be sent SQL.
     *
     * @param marked whether a mark of it is left there with it, by which it is known whether it was carried out
     */
    record SqlSent(String step, String database, boolean marked) implements Entry {}

    /** No mark of what was sent is left in a database. */
    record MarksRemoved(String database) implements Entry {}

    /** A backup is about to be removed: there are as many newer ones as its runbook has kept. */
    record Pruned(String backup) implements Entry {}

    record Noted(String system, Map<String, String> invariants) implements Entry {}

    /**
     * A deed has changed code, and this is what stands there now; or a key is about to be edited, and this is how it will be.
     *
     * @param artifact or key
     * @param digest of a key a keyed one
     */
    record CodeChanged(String hop, String artifact, String digest) implements Entry {}

    /**
     * @param state at the landing, still seen from this hop: what a way back to its start begins with, days later
     * @param around what stands around the hop, which takes the landing for its start
     */
    record HopLanded(String hop, State state, State around) implements Entry {
        @Override
        public Optional<State> believed() {
            return Optional.of(around);
        }
    }

    /**
     * @param hop whose start is the goal; empty for the run's own
     * @param versions of that start, by system; none in what was written before this was known
     * @param state seen from that hop
     */
    record WayBackBegan(String hop, String to, Map<String, String> versions, String reason, State state)
            implements Entry {
        public WayBackBegan {
            versions = versions == null ? Map.of() : Map.copyOf(versions);
        }

        @Override
        public Optional<State> believed() {
            return Optional.of(state);
        }
    }

    record WayBackEnded(String hop, String to, State state) implements Entry {
        @Override
        public Optional<State> believed() {
            return Optional.of(state);
        }
    }

    record Resumed(String how, String host, long pid, String user) implements Entry {}

    /** @param kind the kind of ending, in the words of the reference: {@code upgraded}, {@code rolled-back} */
    record Ended(String kind, int exitCode, String words, List<String> details) implements Entry {}
}
