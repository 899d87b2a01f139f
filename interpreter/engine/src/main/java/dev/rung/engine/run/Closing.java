package dev.rung.engine.run;

import dev.rung.engine.driver.Data;
import dev.rung.engine.driver.Part;
import dev.rung.engine.driver.Trouble;
import dev.rung.engine.journal.JournalException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Brings a run to an end: writes it down, and lets go of what nothing leads back to any more. */
record Closing(Equipment equipment, Instant began) {
    private static final String LEFT_EARLY = "it was left before anything was changed";

    /** Writes it down and tells it. A final one gives the lock back. */
    Ending with(Ending how) {
        if (how instanceof Ending.Upgraded) {
            new Retention(equipment).prune();
        }
        equipment.log().append(Endings.entry(how));
        if (Endings.isFinal(how)) {
            if (!(how instanceof Ending.Abandoned)) {
                discardKept();
            }
            equipment.bench().tidyAtLast().forEach(left -> equipment.events().accept(new Event.Said(left)));
            equipment.lock().release();
        }
        Instant now = equipment.clock().instant();
        equipment
                .events()
                .accept(new Event.RunEnded(
                        equipment.log().run(),
                        how,
                        Duration.between(began, now),
                        equipment.downtime().total()));
        return how;
    }

    /** Somebody wants it to stop. What has changed nothing has nothing to be resumed for. */
    Ending asAsked() {
        String words = "it was asked to stop";
        return equipment.log().hasChangedAnything()
                ? new Ending.StoppedSafe(words)
                : new Ending.Refused(List.of(new Ending.Reason(words, "")));
    }

    Ending unanswered(Unanswered missing) {
        String words = missing.getMessage();
        String give = missing.give();
        return equipment.log().hasChangedAnything()
                ? new Ending.StoppedSafe(words + "; it is given with `rung resume " + give + "`, or at a terminal")
                : new Ending.Refused(
                        List.of(new Ending.Reason(words, "give it with `" + give + "`, or run this at a terminal")));
    }

    /** Between hops all parts are consistent: there a run waits for the next window. */
    Ending outside(OutsideWindow tooLate) {
        return equipment.log().hasChangedAnything()
                ? new Ending.StoppedSafe(tooLate.getMessage() + "; `rung resume` goes on once it is open")
                : new Ending.Refused(List.of(new Ending.Reason(tooLate.getMessage(), tooLate.help())));
    }

    /** One that has changed nothing is over when it is left; any other can be resumed. */
    void leave() {
        RunLog log = equipment.log();
        if (log.hasChangedAnything() || log.homeBound().isPresent()) {
            return;
        }
        try {
            with(new Ending.Refused(List.of(new Ending.Reason(LEFT_EARLY, ""))));
        } catch (JournalException lost) {
            // Then it can be resumed like any other that was cut off.
        }
    }

    /** The run is over, and nothing leads back to the former states of data that restores and imports have kept. */
    private void discardKept() {
        for (Part part : equipment.world().parts().values()) {
            try {
                if (part instanceof Data data) {
                    data.discardKept();
                }
            } catch (Trouble left) {
                equipment.events().accept(new Event.Said(left.words()));
            }
        }
    }
}
