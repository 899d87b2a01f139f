package dev.rung.model.prove;

import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.plan.Item;
import dev.rung.model.text.Location;
import java.util.List;

/**
 * A statement that could not begin where it stands, or that nothing would bring back if it failed.
 *
 * @param hop in the words of a plan: {@code 1.8.2 → 1.9.4}
 * @param why one sentence without a full stop
 */
public record NoWayBack(Item.Step step, String hop, String why) implements Diagnostic {
    @Override
    public String name() {
        return "no-way-back";
    }

    @Override
    public Location at() {
        return step.at();
    }

    @Override
    public String summary() {
        return "from here on nothing would bring it back: " + why;
    }

    @Override
    public String label() {
        return "in the hop " + hop;
    }

    @Override
    public List<String> notes() {
        return List.of("nothing was changed: this was seen ahead of the run");
    }

    @Override
    public String help() {
        return "back up what this changes, behind the stop of its services and before this statement";
    }
}
