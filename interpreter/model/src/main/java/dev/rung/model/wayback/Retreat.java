package dev.rung.model.wayback;

import dev.rung.model.state.BackupSet;
import dev.rung.model.state.State;
import java.util.List;
import java.util.Optional;

/**
 * A start before that of the hop under way, to which a way back leads where none leads to the nearer one: a hop without a
 * backup of its own is no landing, and its failures go back to the last landing that has one.
 *
 * @param origin that start
 * @param before how everything was, seen from there, when the hop under way began
 * @param earlier a start still before that one
 */
public record Retreat(Origin origin, State before, Optional<Retreat> earlier) {
    /**
     * A start, and what is now as it is seen from there.
     *
     * @param beyond where the way leads if it cannot lead there
     * @param isEarlier whether it is an earlier one than that of the hop under way
     */
    public record Goal(Origin origin, State state, Optional<Retreat> beyond, boolean isEarlier) {
        private boolean isLost() {
            return Wayback.from(state.settled(), origin) instanceof Route.None;
        }
    }

    /** Where a way back from here leads: to the nearest start to which there is one; if there is none, to the nearest. */
    public static Goal goal(Origin here, State now, Optional<Retreat> earlier) {
        Goal nearest = new Goal(here, now, earlier, false);
        Goal goal = nearest;
        while (goal.isLost()) {
            if (goal.beyond().isEmpty()) {
                return nearest;
            }
            goal = goal.beyond().get().seen(goal);
        }
        return goal;
    }

    private Goal seen(Goal nearer) {
        Origin wider = origin.widened(nearer.origin().layout());
        State seen = Threshold.seenFrom(before, wider.layout(), nearer.state());
        return new Goal(wider, seen, earlier, true);
    }

    /**
     * Where the way back of the next hop of the same ladder leads if it cannot lead to its own start.
     *
     * @param here the start of the hop that has landed
     * @param landed as it left everything
     * @param earlier where its own way back could have led
     * @param aroundThen what stands around the ladder, as it was when this hop began
     * @param aroundNow the same, as it takes the landing for its start
     */
    public static Optional<Retreat> afterLanding(
            Origin here,
            State landed,
            Optional<Retreat> earlier,
            Optional<Retreat> aroundThen,
            Optional<Retreat> aroundNow) {
        Goal goal = goal(here, landed, earlier);
        if (landed.forward().isPresent() || goal.isLost()) {
            return aroundNow;
        }
        List<BackupSet> since = goal.state().sets().stream()
                .filter(BackupSet::counts)
                .map(BackupSet::afterLanding)
                .toList();
        Optional<Retreat> beyond = goal.isEarlier() ? goal.beyond() : aroundThen;
        return Optional.of(new Retreat(goal.origin(), goal.state().withSets(since), beyond));
    }
}
