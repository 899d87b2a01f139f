package dev.rung.repl.work;

import dev.rung.engine.journal.JournalException;
import dev.rung.engine.run.Engine;
import dev.rung.engine.run.Interrupted;
import dev.rung.repl.view.ClosedPipe;
import dev.rung.repl.view.EndingView;
import java.util.Optional;
import java.util.function.Consumer;

/** Leaves a run at once, at a person's word: says how things are, as the journal has it, and ends the process. */
public record Departure(Desk desk, Engine engine) implements Consumer<Interrupts.Moment> {
    @Override
    public void accept(Interrupts.Moment moment) {
        int exitCode = moment.run().isEmpty() ? beforeItsBeginning() : exitCode(moment);
        // By a thread of its own, because this one must come back for the terminal to be put in order.
        Thread.ofPlatform().start(() -> System.exit(exitCode));
    }

    private int beforeItsBeginning() {
        desk.console().err().println("left before the run had begun: nothing was changed");
        desk.console().err().flush();
        return ExitCode.REFUSED;
    }

    /** What was about to begin is taken for begun: the run itself goes on for as long as it takes to say this. */
    private int exitCode(Interrupts.Moment moment) {
        try {
            Interrupted left = engine.interrupted(moment.run());
            Optional<String> inHand = moment.changing().or(left::inHand);
            new EndingView(desk.console().out(), desk.console().output())
                    .show(new Interrupted(left.run(), inHand, left.parts()));
            return inHand.isPresent() ? ExitCode.NEEDS_PERSON : ExitCode.RESUMABLE;
        } catch (JournalException | ClosedPipe nothingToBeSaid) {
            return ExitCode.NEEDS_PERSON;
        }
    }
}
