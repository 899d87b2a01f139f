package dev.rung.repl.work;

import dev.rung.engine.history.Experience;
import dev.rung.engine.history.History;
import dev.rung.engine.history.HistoryException;
import dev.rung.engine.history.HistoryPlace;
import dev.rung.engine.journal.JournalException;
import dev.rung.engine.run.Forecast;
import dev.rung.model.plan.Plan;

/** How long a plan will take, as far as the runs in the state folder tell. */
public final class Forecasts {
    private Forecasts() {}

    /** Never in the way of a run: where no history can be had, nothing is known. */
    public static Forecast of(Plan plan, Desk desk) {
        try {
            Store store = Store.at(desk);
            return store.journals().runs().isEmpty() ? Forecast.NONE : Forecast.of(plan, experience(plan, store));
        } catch (JournalException unreadable) {
            return Forecast.NONE;
        }
    }

    private static Experience experience(Plan plan, Store store) {
        try {
            return experience(plan, store.history(), store);
        } catch (HistoryException useless) {
            return experience(plan, HistoryPlace.memory(), store);
        }
    }

    private static Experience experience(Plan plan, HistoryPlace place, Store store) {
        try (History history = History.open(place, store.journals())) {
            return history.experience(plan.title());
        }
    }
}
