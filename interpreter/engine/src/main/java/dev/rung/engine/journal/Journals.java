package dev.rung.engine.journal;

import dev.rung.engine.journal.Journal.Stamped;
import java.util.List;
import java.util.Optional;

/** Where journals are kept. A test puts one in front of it that kills the interpreter at a certain write. */
public interface Journals {
    /** @throws JournalException if it cannot be made, or there is one */
    Journal create(String run);

    /**
     * Opens a journal to go on with it.
     *
     * @param before what was read of it a while ago, or {@link Contents#NOTHING}
     * @throws JournalException if there is none, or it is broken
     */
    Journal open(String run, Contents before);

    /** Reads and verifies a journal without opening it for writing. @param before as for {@link #open} */
    Contents read(String run, Contents before);

    default Contents read(String run) {
        return read(run, Contents.NOTHING);
    }

    /** Looks at every line, also behind the first that is wrong. */
    Verified verify(String run);

    /** The first and the last whole line, without what is between. Nothing is verified but these lines themselves. */
    Optional<Ends> ends(String run);

    boolean has(String run);

    /** Newest first. */
    List<String> runs();

    /** Where one lies, for messages. */
    String location(String run);

    /** Where they all lie, for messages and as a name for the place: no secret is in it. */
    String place();

    /**
     * @param lines the number of the last line
     * @param hash of the last line
     */
    record Ends(Stamped first, Stamped last, long lines, String hash) {}
}
