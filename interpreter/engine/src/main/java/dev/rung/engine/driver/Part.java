package dev.rung.engine.driver;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A part of a system as its driver reaches it. */
public sealed interface Part extends AutoCloseable permits Artifact, Data, Service {
    /** The folder beside which its system's lock can lie; empty if the part is no file. */
    default Optional<Path> folder() {
        return Optional.empty();
    }

    /**
     * What would go wrong with this part as things are, looked for before anything is stopped: a missing tool, a folder
     * that cannot be written, a port that somebody else has.
     */
    default List<Trouble> preflight() {
        return List.of();
    }

    /** Ends the helpers that the driver keeps for this part, and waits until they are gone. It may be used again. */
    @Override
    default void close() {}
}
