package dev.rung.model.prove;

import dev.rung.model.plan.Item;
import dev.rung.model.text.Location;
import java.util.Optional;

/** A hop that does not come to its end although nothing fails: some part is not in its goal state behind the last statement. */
public sealed interface NeverLands extends Gap {
    /**
     * Something is missing in the end.
     *
     * @param place what to look at
     * @param isOnlyUnproved whether it may well be done, and nothing has shown that it is
     * @param why one sentence without a full stop
     */
    record HopNeverLands(Trace trace, Item.Step place, boolean isOnlyUnproved, String why, String label, String help)
            implements NeverLands {
        @Override
        public Location at() {
            return place.at();
        }

        @Override
        public String summary() {
            String whole = "this " + (hops().isEmpty() ? "run" : "hop");
            return (isOnlyUnproved ? "nothing shows that " + whole + " is done: " : whole + " is never done: ") + why;
        }
    }

    /** @param stop the statement that stops it, if one does */
    record ServiceLeftDown(Trace trace, String service, Optional<Item.Step> stop, String label, String help)
            implements NeverLands {
        @Override
        public Location at() {
            return stop.orElse(step()).at();
        }

        @Override
        public String summary() {
            String whole = hops().isEmpty() ? "run" : "hop";
            return "`" + service + "` is up before this " + whole + ", and stays down after it";
        }
    }
}
