package dev.rung.engine.run;

import dev.rung.model.effect.Ask;
import java.util.Optional;

/** Who answers while a run goes on: a person at a terminal, or what was given up front. */
public interface Operator {
    /**
     * A person's yes to a {@code confirm}, or word that a {@code manual} deed is done.
     *
     * <p>A person's deed that changes something is done when the run comes to it, and each time anew.
     *
     * @return who said yes; empty if nobody is there to answer, or the answer is no
     */
    Optional<String> answer(Ask question);

    /**
     * Whether {@link #answer} can be a yes at all. Where nobody is there, what a person was to do has not even begun.
     */
    default boolean isThereFor(Ask question) {
        return true;
    }

    /** What is to be done about a failure, before anything is. */
    default Failure.Remedy afterFailure(Failure failure) {
        return new Failure.Remedy.AsSet();
    }

    /** What somebody wants of the run, asked before each statement. */
    default Wish wish() {
        return Wish.GO_ON;
    }

    /**
     * Whether the statement that is going on is to be ended, as far as it can be, and the way back taken. Asked again and
     * again while it works, by any thread; not on the way back.
     */
    default boolean wantsToEnd() {
        return false;
    }

    enum Wish {
        GO_ON,
        /** Where the run is: it can be resumed. */
        STOP,
        GO_BACK
    }
}
