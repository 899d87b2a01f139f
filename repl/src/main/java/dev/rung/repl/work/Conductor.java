package dev.rung.repl.work;

import dev.rung.engine.driver.Trouble;
import dev.rung.engine.journal.JournalException;
import dev.rung.engine.run.Ending;
import dev.rung.engine.run.Engine;
import dev.rung.engine.run.Event;
import dev.rung.engine.run.Failure;
import dev.rung.engine.run.Interrupted;
import dev.rung.engine.run.Operator;
import dev.rung.engine.run.Session;
import dev.rung.repl.view.ClosedPipe;
import dev.rung.repl.view.EndingView;
import dev.rung.repl.view.ProgressView;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Takes a session to its end before a person's eyes: progress, questions, interrupts, and how it ended. */
public final class Conductor {
    private final Desk desk;
    private final Engine engine;
    private final Set<String> confirmed;
    private final boolean asksAfterFailure;

    /**
     * @param confirmed the names of confirmations that were given up front
     * @param asksAfterFailure whether the person at the terminal says what is done about a failure, if one is there
     */
    public Conductor(Desk desk, Engine engine, Set<String> confirmed, boolean asksAfterFailure) {
        this.desk = desk;
        this.engine = engine;
        this.confirmed = Set.copyOf(confirmed);
        this.asksAfterFailure = asksAfterFailure;
    }

    /** Makes the session to be taken to its end. */
    @FunctionalInterface
    public interface Opening {
        Session open(Operator operator, Consumer<Event> events) throws Trouble;
    }

    /** What to do with the session. */
    public enum Way {
        ONWARD,
        BACK,
        GIVE_UP;

        private Ending take(Session session, String user) {
            return switch (this) {
                case ONWARD -> session.run();
                case BACK -> session.rollBack();
                case GIVE_UP -> session.abandon(user);
            };
        }
    }

    /** @return the exit code */
    public int conduct(Opening opening, Way way) throws Trouble {
        Summary summary = new Summary(desk.clock().getZone());
        ProgressView progress =
                new ProgressView(desk.console().out(), desk.console().output(), desk.clock());
        Ending ending;
        String run;
        Talk talk = new Talk(Questions.at(desk.console()), progress::say, progress::pause, progress::goOn);
        try (progress;
                Interrupts interrupts = Interrupts.listening(talk, new Departure(desk, engine))) {
            if (way == Way.BACK) {
                interrupts.homeward();
            }
            Operator operator = new Answers(confirmed, desk.user(), talk, () -> interrupts, afterFailure(talk), false);
            Consumer<Event> events = interrupts.andThen(progress).andThen(summary);
            try (Session session = opening.open(operator, events)) {
                run = session.runId();
                ending = toItsEnd(session, way, desk.user());
                summary.take(session);
            }
        } catch (JournalException lost) {
            String help = lost.help().isEmpty() ? "see to where it is kept" : lost.help();
            throw new Trouble(lost.getMessage(), help + "; nothing was changed", lost);
        }
        try {
            new EndingView(desk.console().out(), desk.console().output()).show(ending, run, summary.lines());
        } catch (ClosedPipe nobodyReads) {
            // The exit code and the journal say it.
        }
        return ending.exitCode();
    }

    private Function<Failure, Failure.Remedy> afterFailure(Talk talk) {
        return asksAfterFailure
                ? new AfterFailure(talk, desk.clock().getZone())
                : failure -> new Failure.Remedy.AsSet();
    }

    /**
     * What is not journaled is not done: without a journal the run stays where it is, and can be taken up from there. If
     * something was begun that has no outcome in the journal, a person has to know.
     */
    private static Ending toItsEnd(Session session, Way way, String user) {
        try {
            return session.ending().isPresent() ? session.ending().get() : way.take(session, user);
        } catch (JournalException lost) {
            Interrupted left = session.interrupted();
            return left.inHand()
                    .<Ending>map(words -> new Ending.NeedsPerson(
                            lost.getMessage() + "; what was being done then has no outcome in it: " + words,
                            left.parts(),
                            lost.help().isEmpty() ? List.of() : List.of(lost.help())))
                    .orElseGet(() -> new Ending.StoppedSafe(lost.getMessage()));
        }
    }
}
