package dev.rung.engine.run;

import dev.rung.engine.journal.Contents;
import dev.rung.engine.journal.Journal;
import dev.rung.engine.journal.Journals;
import dev.rung.engine.journal.Verified;
import java.util.List;
import java.util.Optional;

/**
 * Reads the journal of a run once, however often it is asked for while the run is taken up: asked again, only what was
 * added. Remembers the one that was read last.
 */
final class Readings implements Journals {
    private final Journals journals;
    private String run = "";
    private Contents contents = Contents.NOTHING;

    Readings(Journals journals) {
        this.journals = journals;
    }

    private Contents known(String asked) {
        return asked.equals(run) ? contents : Contents.NOTHING;
    }

    @Override
    public synchronized Contents read(String asked, Contents before) {
        Contents behind = before.length() > 0 ? before : known(asked);
        contents = journals.read(asked, behind);
        run = asked;
        return contents;
    }

    @Override
    public synchronized Journal open(String asked, Contents before) {
        Journal journal = journals.open(asked, before.length() > 0 ? before : known(asked));
        // From here on the journal itself knows more, and what it holds need not be held twice.
        run = "";
        contents = Contents.NOTHING;
        return journal;
    }

    @Override
    public Journal create(String asked) {
        return journals.create(asked);
    }

    @Override
    public Verified verify(String asked) {
        return journals.verify(asked);
    }

    @Override
    public Optional<Ends> ends(String asked) {
        return journals.ends(asked);
    }

    @Override
    public boolean has(String asked) {
        return journals.has(asked);
    }

    @Override
    public List<String> runs() {
        return journals.runs();
    }

    @Override
    public String location(String asked) {
        return journals.location(asked);
    }

    @Override
    public String place() {
        return journals.place();
    }
}
