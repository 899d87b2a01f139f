package dev.rung.model.prove;

import dev.rung.model.plan.Item;
import java.util.List;

/**
 * A hop that does not come to its end although nothing fails: some part is not in its goal state behind the last statement.
 *
 * @param step the last one
 * @param why one sentence without a full stop
 */
public record NeverLands(Item.Step step, List<String> hops, String why) implements Gap {
    public NeverLands {
        hops = List.copyOf(hops);
    }

    @Override
    public String name() {
        return "hop-never-lands";
    }

    @Override
    public String summary() {
        return "behind this statement the hop has not landed: " + why;
    }

    @Override
    public String help() {
        return "a hop ends with all code changed over, its services up, `wait for healthy` and `require-version =="
                + " next`";
    }
}
