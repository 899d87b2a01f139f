package dev.rung.engine.run;

import dev.rung.engine.driver.Trouble;
import dev.rung.engine.run.Homeward.Arrival;
import java.util.List;
import java.util.Optional;

/** A whole way back: to the start that it leads to, then on through what stands around that, out to the run. */
record Returning(Equipment equipment, Goals goals, boolean isAsked) {
    /** @return how the run ends with it */
    Ending take(String reason) {
        try {
            Destination destination = equipment.settings().destination();
            Goals.Goal goal = isAsked ? goals.asked(destination) : goals.afterFailure(destination);
            equipment.verifier().remember(goals.noted(goal));
            return switch (legs(goal, reason)) {
                case Arrival.Stuck(String why, List<String> left) -> needsPerson(why, left);
                case Arrival.OnlyForward(String why) ->
                    new Ending.StoppedSafe(reason + "; nothing was taken back, because " + why);
                case Arrival.Home ignored ->
                    Endings.home(
                            goal.stretch(),
                            reason,
                            equipment.log().retrospect(),
                            equipment.clock().getZone());
            };
        } catch (Trouble trouble) {
            return needsPerson(trouble.words(), List.of());
        }
    }

    /** Why the way leads on from the start of a hop: what it was begun for was told. */
    private static final String AROUND = "what was done before this hop is taken back, too";

    private Arrival legs(Goals.Goal first, String reason) {
        Homeward homeward = equipment.homeward(goals.stretches().mustKeep());
        Arrival arrival = leg(homeward, first, reason);
        Optional<Goals.Goal> further = goals.beyond(first.stretch());
        while (arrival instanceof Arrival.Home && further.isPresent()) {
            arrival = leg(homeward, further.get(), AROUND);
            further = goals.beyond(further.get().stretch());
        }
        return arrival;
    }

    private Arrival leg(Homeward homeward, Goals.Goal goal, String reason) {
        equipment.bench().believe(goal.state());
        return homeward.take(goal.stretch(), reason);
    }

    private Ending needsPerson(String why, List<String> left) {
        return new Ending.NeedsPerson(why, PartsInWords.of(equipment.bench().believed()), left);
    }
}
