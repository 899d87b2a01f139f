package dev.rung.engine.run;

import dev.rung.model.effect.Ask;
import java.util.Optional;

/** Who answers while a run goes on: a person at a terminal, or what was given up front. */
public interface Operator {
    /**
     * A person's yes to a {@code confirm}, or word that a {@code manual} deed is done.
     *
     * @return who said yes; empty if nobody is there to answer, or the answer is no
     */
    Optional<String> answer(Ask question);

    /** Whether somebody asked the run to stop behind the statement that is going on. */
    default boolean wantsToStop() {
        return false;
    }
}
