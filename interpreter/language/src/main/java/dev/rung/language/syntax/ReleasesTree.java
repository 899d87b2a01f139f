package dev.rung.language.syntax;

import dev.rung.model.text.SourceFile;
import java.util.List;
import java.util.stream.Stream;

/**
 * A release file as it was written. Parsing always gives one: what could not be read is missing from it, and a diagnostic
 * says so.
 *
 * @param entries all that could be read, in the order of the file
 * @param tokens one after the other, they are the file
 */
public record ReleasesTree(SourceFile file, List<ReleasesEntry> entries, List<Token> tokens) {
    public ReleasesTree {
        entries = List.copyOf(entries);
        tokens = List.copyOf(tokens);
    }

    /** The entries of one kind, in the order of the file. */
    public <E extends ReleasesEntry> Stream<E> all(Class<E> kind) {
        return entries.stream().filter(kind::isInstance).map(kind::cast);
    }
}
