package dev.rung.language.check;

import dev.rung.language.syntax.SyntaxTree;
import dev.rung.model.expression.Type;
import dev.rung.model.text.SourceFile;
import java.util.List;
import java.util.Optional;

/**
 * A runbook with what its names mean. The meaning stands beside the tree, never in it.
 *
 * @param tree what was written
 * @param inputs what a run has to be given, in the order of the file
 */
public record CheckedRunbook(SyntaxTree tree, List<Input> inputs) {
    public CheckedRunbook {
        inputs = List.copyOf(inputs);
    }

    /** What stands behind {@code runbook}; the file's name if nothing does. */
    public String title() {
        return tree.title().flatMap(text -> text.fixed()).orElse(tree.file().name());
    }

    public SourceFile file() {
        return tree.file();
    }

    /**
     * An input of a runbook.
     *
     * @param defaultText the default as it is written; empty if the input has to be given
     * @param documentation what the {@code ##} lines above it say, or empty
     */
    public record Input(String name, Type type, Optional<String> defaultText, String documentation) {}
}
