package dev.rung.runbooks.quickstart;

import dev.rung.engine.journal.Contents;
import dev.rung.engine.journal.Entry;
import dev.rung.engine.journal.Journal;
import dev.rung.engine.journal.Journals;
import dev.rung.engine.journal.Verified;
import dev.rung.repl.Main;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Rung with a journal that kills its process, with SIGKILL, right before or right after its Nth write. */
final class CrashingMain {
    static final String BEFORE = "CRASH_BEFORE_WRITE";
    static final String AFTER = "CRASH_AFTER_WRITE";

    private CrashingMain() {}

    public static void main(String[] words) {
        int before = number(BEFORE);
        int after = number(AFTER);
        Main.main(words, journals -> new CrashingJournals(journals, before, after));
    }

    private static int number(String variable) {
        String value = System.getenv(variable);
        return value == null ? -1 : Integer.parseInt(value);
    }

    private record CrashingJournals(Journals journals, int before, int after) implements Journals {
        @Override
        public Journal create(String run) {
            return new CrashingJournal(journals.create(run), before, after);
        }

        @Override
        public Journal open(String run, Contents before) {
            return journals.open(run, before);
        }

        @Override
        public Contents read(String run, Contents before) {
            return journals.read(run, before);
        }

        @Override
        public Verified verify(String run) {
            return journals.verify(run);
        }

        @Override
        public Optional<Ends> ends(String run) {
            return journals.ends(run);
        }

        @Override
        public boolean has(String run) {
            return journals.has(run);
        }

        @Override
        public List<String> runs() {
            return journals.runs();
        }

        @Override
        public String location(String run) {
            return journals.location(run);
        }

        @Override
        public String place() {
            return journals.place();
        }
    }

    private record CrashingJournal(Journal journal, int before, int after) implements Journal {
        @Override
        public void append(Entry entry) {
            int write = journal.entries().size();
            if (write == before) {
                die();
            }
            journal.append(entry);
            if (write == after) {
                die();
            }
        }

        private static void die() {
            try {
                new ProcessBuilder(
                                "kill",
                                "-9",
                                Long.toString(ProcessHandle.current().pid()))
                        .start()
                        .waitFor();
                Thread.sleep(60_000);
            } catch (IOException | InterruptedException failed) {
                throw new IllegalStateException("cannot die", failed);
            }
        }

        @Override
        public List<Stamped> entries() {
            return journal.entries();
        }

        @Override
        public void close() {
            journal.close();
        }
    }
}
