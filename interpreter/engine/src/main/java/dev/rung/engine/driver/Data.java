package dev.rung.engine.driver;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What users wrote: it can be backed up, brought back, and told apart by its content. */
public sealed interface Data extends Part permits Config, Database, FileTree {
    /** Whether {@link #size} and {@link #fingerprint} have an answer: not for what commands alone know. */
    default boolean tellsContent() {
        return true;
    }

    /** Whether {@link #tryRestore} can be done. */
    default boolean canBeTried() {
        return true;
    }

    /** In bytes, of the files as they lie, so that a running service does not matter. */
    long size() throws Trouble;

    /** Of the content, not of its order or its form on disk. */
    Fingerprint fingerprint() throws Trouble;

    /**
     * Writes a backup into an empty folder, in the ecosystem's own format.
     *
     * @param folder exists; what is written there is made durable by the caller
     */
    Captured backUp(Path folder, Progress progress) throws Trouble;

    /** Restores a backup into a scratch place and tells what is in it; leaves nothing there. */
    Fingerprint tryRestore(Path folder, Captured captured, Path scratch, Progress progress) throws Trouble;

    /**
     * Restores beside, compares with the fingerprint that was captured, and changes over by renames. The state before is
     * kept until {@link #discardKept}. Once more is harmless from wherever a cut left it.
     */
    void restore(Path folder, Captured captured, Progress progress) throws Trouble;

    /** Removes former states that restores and imports have kept. */
    void discardKept() throws Trouble;

    /**
     * What a backup of this part is.
     *
     * @param format in the ecosystem's words: {@code h2-file+zstd}
     * @param files relative to the part's folder in the backup
     * @param tool what wrote it, with its version
     * @param engine the version of the database engine, if there is one
     */
    record Captured(
            String format,
            List<String> files,
            String tool,
            Optional<String> engine,
            Fingerprint fingerprint,
            Map<String, String> details) {
        public Captured {
            files = List.copyOf(files);
            details = Map.copyOf(details);
        }
    }

    /**
     * @param digest equal for equal content
     * @param items how many rows or files it was made of, for people
     */
    record Fingerprint(String digest, long items) {}
}
