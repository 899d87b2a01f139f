package dev.rung.repl.work;

import dev.rung.engine.driver.Trouble;
import dev.rung.engine.journal.JournalException;
import dev.rung.engine.run.Ending;
import dev.rung.engine.run.Event;
import dev.rung.engine.run.Operator;
import dev.rung.engine.run.Session;
import dev.rung.model.effect.BackUp;
import dev.rung.model.expression.Durations;
import dev.rung.repl.view.ClosedPipe;
import dev.rung.repl.view.EndingView;
import dev.rung.repl.view.ProgressView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Takes a session to its end before a person's eyes: progress, questions, interrupts, and how it ended. */
public final class Conductor {
    private final Desk desk;
    private final Set<String> confirmed;

    /** @param confirmed the names of confirmations that were given up front */
    public Conductor(Desk desk, Set<String> confirmed) {
        this.desk = desk;
        this.confirmed = Set.copyOf(confirmed);
    }

    /** Makes the session to be taken to its end. */
    @FunctionalInterface
    public interface Opening {
        Session open(Operator operator, Consumer<Event> events) throws Trouble;
    }

    /** What to do with the session: {@code Session::run} or {@code Session::rollBack}. */
    @FunctionalInterface
    public interface Way {
        Ending take(Session session);
    }

    /** @return the exit code */
    public int conduct(Opening opening, Way way) throws Trouble {
        Summary summary = new Summary();
        ProgressView progress =
                new ProgressView(desk.console().out(), desk.console().output(), desk.clock());
        Ending ending;
        String run;
        try (progress;
                Interrupts interrupts = Interrupts.listening(progress::say)) {
            Operator operator = new Answers(
                    confirmed,
                    desk.user(),
                    Questions.at(desk.console()),
                    progress::pause,
                    progress::goOn,
                    interrupts::wantsToStop);
            try (Session session = opening.open(operator, progress.andThen(summary))) {
                run = session.runId();
                ending = toItsEnd(session, way);
            }
        } catch (JournalException lost) {
            throw new Trouble(
                    lost.getMessage(), "see to the disk under " + desk.stateFolder() + "; nothing was changed", lost);
        }
        try {
            new EndingView(desk.console().out(), desk.console().output()).show(ending, run, summary.lines());
        } catch (ClosedPipe nobodyReads) {
            // The exit code and the journal say it.
        }
        return ending.exitCode();
    }

    /** What is not journaled is not done: without a journal the run stays where it is, and can be taken up from there. */
    private static Ending toItsEnd(Session session, Way way) {
        try {
            return session.ending().isPresent() ? session.ending().get() : way.take(session);
        } catch (JournalException lost) {
            return new Ending.StoppedSafe(lost.getMessage());
        }
    }

    /** Keeps what is worth saying once more at the end. */
    private static final class Summary implements Consumer<Event> {
        private final List<String> backups = new ArrayList<>();
        private String journal = "";
        private String times = "";

        @Override
        public void accept(Event event) {
            switch (event) {
                case Event.RunBegan began -> journal = began.journal();
                case Event.RunResumed resumed -> journal = resumed.journal();
                case Event.StepEnded step
                when step.step().effects().stream().anyMatch(BackUp.class::isInstance) -> backups.add(step.note());
                case Event.RunEnded ended -> times = times(ended.took(), ended.downtime());
                default -> {}
            }
        }

        private static String times(Duration took, Duration downtime) {
            String down = downtime.isZero() ? "" : ", of which " + Durations.shown(downtime) + " without the service";
            return "took " + Durations.shown(took) + down;
        }

        List<String> lines() {
            List<String> lines = new ArrayList<>();
            if (!times.isEmpty()) {
                lines.add(times);
            }
            backups.stream().filter(note -> !note.isEmpty()).forEach(note -> lines.add("backup: " + note));
            if (!journal.isEmpty()) {
                lines.add("journal: " + journal);
            }
            return lines;
        }
    }
}
