package dev.rung.repl;

import dev.rung.engine.journal.Contents;
import dev.rung.engine.journal.Entry;
import dev.rung.engine.journal.Journal;
import dev.rung.engine.journal.Journals;
import dev.rung.engine.journal.Verified;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Journals of runs that come to nothing more at one write, and do nothing more behind it. */
record CutJournals(Journals journals, Moment moment) implements Journals {
    /** @param after whether what is written there is on disk */
    record Moment(int write, boolean after) {
        /** Both sides of each write. */
        static List<Moment> each(int writes) {
            List<Moment> all = new ArrayList<>();
            for (int write = 0; write < writes; write++) {
                all.add(new Moment(write, false));
                all.add(new Moment(write, true));
            }
            return all;
        }
    }

    /** Nobody catches it. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public Journal create(String run) {
        return new Cut(journals.create(run), moment);
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
    public String place() {
        return journals.place();
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

    private record Cut(Journal journal, Moment moment) implements Journal {
        @Override
        public void append(Entry entry) {
            int write = journal.entries().size();
            boolean isDead = write > moment.write() || write == moment.write() && !moment.after();
            if (isDead) {
                throw new Killed();
            }
            journal.append(entry);
            if (write == moment.write()) {
                throw new Killed();
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
