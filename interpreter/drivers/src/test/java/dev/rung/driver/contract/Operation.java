package dev.rung.driver.contract;

import dev.rung.engine.driver.Trouble;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Something that a driver does to the world, and what the contract says of it: wherever it is cut, the world is in one of
 * the states that are allowed, and once more brings it to its end.
 */
interface Operation {
    String name();

    /** How often it is cut. */
    int cuts();

    /** Lays out the world as it is before, in a folder that may have been used before. */
    void prepare(Path folder) throws IOException, Trouble;

    /** The deed. Runs in a process that is killed, and then once more in one that is not. */
    void perform(Path folder) throws IOException, Trouble;

    /** After a cut, before anything else: fails if this is no allowed state. */
    void allowed(Path folder) throws IOException, Trouble;

    /** After it was performed to its end. */
    void done(Path folder) throws IOException, Trouble;

    /** Leaves no process behind. */
    default void clean(Path folder) throws IOException, Trouble {}
}
