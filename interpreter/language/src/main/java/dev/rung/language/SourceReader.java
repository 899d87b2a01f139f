package dev.rung.language;

import dev.rung.model.text.SourceFile;
import java.util.Optional;

/** The only way in which the front end gets at files: a test replaces it by a map. */
@FunctionalInterface
public interface SourceReader {
    /**
     * @param path as the including file writes it
     * @param from the file that names it; a relative path starts at its folder
     * @return empty if there is no such file
     */
    Optional<SourceFile> read(String path, SourceFile from);
}
