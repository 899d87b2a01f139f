package dev.rung.repl.shell;

import dev.rung.repl.work.Questions;
import java.util.Optional;

/** Where the REPL's lines come from: a person at a terminal, or a pipe. */
interface Lines extends Questions, AutoCloseable {
    /**
     * The next thing that was typed, with as many lines as it takes to be complete.
     *
     * @return empty when nothing more will come
     */
    Optional<String> next(String prompt);

    /** Whether a question was asked and nobody answered it. */
    default boolean leftUnanswered() {
        return false;
    }

    @Override
    void close();
}
