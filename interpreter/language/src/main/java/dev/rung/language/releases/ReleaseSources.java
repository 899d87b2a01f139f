package dev.rung.language.releases;

import dev.rung.model.text.SourceFile;
import java.util.Optional;

/** Gets at the files that a release file includes. */
@FunctionalInterface
public interface ReleaseSources {
    /** For a file that is looked at alone. */
    ReleaseSources NONE = (path, from) -> Optional.empty();

    /**
     * @param path as the including file writes it
     * @param from the file that names it; a relative path starts at its folder
     * @return empty if there is no such file
     */
    Optional<SourceFile> read(String path, SourceFile from);
}
