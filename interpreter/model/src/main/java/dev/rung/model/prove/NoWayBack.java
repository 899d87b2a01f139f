package dev.rung.model.prove;

import dev.rung.model.effect.Unmet.Need;
import dev.rung.model.plan.Item;
import dev.rung.model.state.State;
import dev.rung.model.state.StateInWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A statement that could not begin where it stands, or that nothing would bring back if it failed.
 *
 * @param hops in which it is so, in the words of a plan: {@code 1.8.2 → 1.9.4}; none if it stands outside of them
 * @param left what a cut in it may leave; empty if it could not even begin
 * @param need which need of an effect was not met, if it was one
 * @param why one sentence without a full stop
 */
public record NoWayBack(Item.Step step, List<String> hops, Optional<State> left, Optional<Need> need, String why)
        implements Gap {
    public NoWayBack {
        hops = List.copyOf(hops);
    }

    @Override
    public String name() {
        return "no-way-back";
    }

    @Override
    public String summary() {
        return "from here on nothing would bring it back: " + why;
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        left.ifPresent(state -> {
            notes.add("cut off here, it may leave");
            StateInWords.of(state).forEach(line -> notes.add("  " + line));
        });
        notes.add("nothing was changed: this was seen ahead of any run");
        return notes;
    }

    @Override
    public String help() {
        return need.map(NoWayBack::cure).orElse("");
    }

    private static String cure(Need need) {
        return switch (need) {
            case COVER ->
                "back up what this changes: after the stop of its services, since a backup under a running one does not"
                        + " count, and before this statement";
            case HELD -> "stop the service before this statement, and start it behind it";
            case UNDO ->
                "say behind it how it is taken back: `undo { … }`; or do it while the service is stopped; or give it"
                        + " `changes nothing` if that is so";
            case NO_OLD_CODE -> "stop the service before this statement";
            case WHOLE_GROUP -> "change all code of the system over before anything starts from it";
            case DATA_OLD -> "nothing but a restore brings these data back: see that none of it is in the way";
            case NOTHING_IN_FLIGHT -> "let the statement before end by itself, or declare what it changes";
            case NO_RETURN ->
                "move it behind all else, say how it is taken back with `undo { … }`, or write"
                        + " `point-of-no-return \"why\"` before it";
            case UP_WITH_NEW, UP_WITH_OLD -> "start the service before this statement";
        };
    }
}
