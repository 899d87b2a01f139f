package dev.rung.language.lint;

import dev.rung.model.diagnostic.Diagnostic;
import java.util.List;

/**
 * A rule of the linter: it finds mistakes, never matters of taste. It is one class, one line in {@link Rules} and one
 * page of the reference, whose examples are its test.
 */
public interface Rule {
    /** The name of what it finds, which reads well after {@code allow}; never reused for something else. */
    String name();

    /** Its page, from the folder of the reference. */
    default String page() {
        return "lint/" + name() + ".md";
    }

    /** All that it finds, each under its own name; some of it may sit in a file that the subject names. */
    List<Diagnostic> find(Subject subject);
}
