package dev.rung.engine.driver;

import dev.rung.model.version.Version;
import java.util.Optional;

/** Code that a system starts from. Changing over and putting back are one rename each, so no moment lacks the file. */
public non-sealed interface Artifact extends Part {
    /** In bytes, of what is in place; 0 if nothing is. */
    long size() throws Trouble;

    /** The digest of what is in place; empty if nothing is. */
    Optional<String> inPlace() throws Trouble;

    /**
     * Fetches a release beside the artifact and checks it. What is there already with the right digest is not fetched
     * again.
     *
     * @param source a URL, or a path
     * @param sha256 the digest that it must have, if it is known; another is {@link Trouble}, and nothing is left
     */
    Staged stage(Version version, String source, Optional<String> sha256, Progress progress) throws Trouble;

    /** Puts what is staged in place and keeps the former file. Once more is harmless. */
    void changeOver(Staged staged) throws Trouble;

    /**
     * Keeps a copy of what is in place, for {@link #putBack}, before somebody else changes it: whatever is written to what
     * is in place does not reach the copy. Once more is harmless.
     */
    void keep() throws Trouble;

    /** Puts the kept file with this digest back in place. Once more is harmless. */
    void putBack(String digest) throws Trouble;

    /**
     * @param digest of what is staged
     * @param location where it lies, for messages and for {@link #changeOver}
     */
    record Staged(Version version, String digest, String location) {}
}
