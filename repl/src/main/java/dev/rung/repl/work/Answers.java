package dev.rung.repl.work;

import dev.rung.engine.run.Failure;
import dev.rung.engine.run.Operator;
import dev.rung.model.effect.Ask;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Answers for a run: with what was given up front, else by asking the person at the terminal. */
public final class Answers implements Operator {
    private final Set<String> given;
    private final String user;
    private final Talk talk;
    private final Supplier<Interrupts> interrupts;
    private final Function<Failure, Failure.Remedy> afterFailure;
    private final boolean inShell;

    /**
     * @param given the names of confirmations that were given up front; what changes something is done anew each time, so
     *     its name is used up by the first time that it is asked for
     * @param user whose word it is
     * @param interrupts what the person's Ctrl-C asks for; it may be another one each time
     * @param afterFailure says what is done about one
     * @param inShell whether a prompt follows, at which the person says what comes next
     */
    public Answers(
            Set<String> given,
            String user,
            Talk talk,
            Supplier<Interrupts> interrupts,
            Function<Failure, Failure.Remedy> afterFailure,
            boolean inShell) {
        this.given = new HashSet<>(given);
        this.user = user;
        this.talk = talk;
        this.interrupts = interrupts;
        this.afterFailure = afterFailure;
        this.inShell = inShell;
    }

    @Override
    public boolean isThereFor(Ask question) {
        return given.contains(question.name()) || talk.questions().canSayYes();
    }

    @Override
    public Optional<String> answer(Ask question) {
        boolean once = !question.changes().isNothing();
        if (once ? given.remove(question.name()) : given.contains(question.name())) {
            return Optional.of(user);
        }
        if (!talk.questions().canSayYes()) {
            return Optional.empty();
        }
        String ending = question.deed() ? isItDone(question) : "";
        return talk.yes("  " + question.name() + ": " + question.text() + ending)
                ? Optional.of(user)
                : Optional.empty();
    }

    private static String isItDone(Ask question) {
        return (question.text().matches("(?s).*[.!?]\\s*") ? "" : ".") + " Is it done?";
    }

    @Override
    public Failure.Remedy afterFailure(Failure failure) {
        return afterFailure.apply(failure);
    }

    @Override
    public Wish wish() {
        return inShell ? interrupts.get().wishInShell() : interrupts.get().wish();
    }

    @Override
    public boolean wantsToEnd() {
        return interrupts.get().wantsToEnd();
    }
}
