package dev.rung.repl.work;

import dev.rung.engine.run.Operator;
import dev.rung.model.effect.Ask;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Answers for a run: with what was given up front, else by asking the person at the terminal.
 *
 * @param given the names of confirmations that were given up front
 * @param user whose word it is
 * @param pause lets go of the terminal before a question
 * @param goOn takes it again
 * @param stop whether the person wants the run to stop
 */
public record Answers(
        Set<String> given, String user, Questions questions, Runnable pause, Runnable goOn, BooleanSupplier stop)
        implements Operator {
    public Answers {
        given = Set.copyOf(given);
    }

    @Override
    public Optional<String> answer(Ask question) {
        if (given.contains(question.name())) {
            return Optional.of(user);
        }
        if (!questions.somebodyIsThere()) {
            return Optional.empty();
        }
        pause.run();
        try {
            String ending = question.deed() ? " Is it done?" : "";
            return questions.yes("  " + question.name() + ": " + question.text() + ending)
                    ? Optional.of(user)
                    : Optional.empty();
        } finally {
            goOn.run();
        }
    }

    @Override
    public boolean wantsToStop() {
        return stop.getAsBoolean();
    }
}
