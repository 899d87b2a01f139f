package dev.rung.engine.journal;

import java.util.List;

/** All journals of a state folder. A test puts one in front of it that kills the interpreter at a certain write. */
public interface Journals {
    /** @throws JournalException if it cannot be made, or there is one */
    Journal create(String run);

    /** Opens a journal to go on with it. @throws JournalException if there is none, or it is broken */
    Journal open(String run);

    /** Reads and verifies a journal without opening it for writing. */
    JournalFile.Contents read(String run);

    boolean has(String run);

    /** Newest first. */
    List<String> runs();

    /** Where it lies, for messages. */
    String location(String run);
}
