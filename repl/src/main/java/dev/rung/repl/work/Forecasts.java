package dev.rung.repl.work;

import dev.rung.engine.history.Experience;
import dev.rung.engine.history.History;
import dev.rung.engine.history.HistoryException;
import dev.rung.engine.journal.JournalException;
import dev.rung.engine.journal.JournalFolder;
import dev.rung.engine.journal.Journals;
import dev.rung.engine.run.Forecast;
import dev.rung.model.plan.Plan;

/** How long a plan will take, as far as the runs in the state folder tell. */
public final class Forecasts {
    private Forecasts() {}

    /** Never in the way of a run: where no history can be had, nothing is known. */
    public static Forecast of(Plan plan, Desk desk) {
        Journals journals = new JournalFolder(desk.stateFolder(), desk.clock());
        try {
            return journals.runs().isEmpty() ? Forecast.NONE : Forecast.of(plan, experience(plan, journals, desk));
        } catch (JournalException unreadable) {
            return Forecast.NONE;
        }
    }

    private static Experience experience(Plan plan, Journals journals, Desk desk) {
        try (History history = History.open(desk.stateFolder(), journals)) {
            return history.experience(plan.title());
        } catch (HistoryException useless) {
            return fromJournals(plan, journals);
        }
    }

    private static Experience fromJournals(Plan plan, Journals journals) {
        try (History history = History.inMemory(journals)) {
            return history.experience(plan.title());
        }
    }
}
