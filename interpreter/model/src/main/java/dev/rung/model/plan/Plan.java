package dev.rung.model.plan;

import dev.rung.model.effect.Effect;
import dev.rung.model.state.Layout;
import dev.rung.model.version.Version;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a run will do, with concrete values: printable, comparable and executable without its source.
 *
 * @param title the runbook's title
 * @param installed the version of each system when the plan was made
 * @param layout the parts as they are outside of all hops: no artifact changes there
 * @param staging what is fetched and checked before the first stop
 */
public record Plan(
        String title,
        Installation installation,
        Map<String, Version> installed,
        Layout layout,
        List<Effect.Stage> staging,
        List<Item> items) {
    public Plan {
        installed = Map.copyOf(installed);
        staging = List.copyOf(staging);
        items = List.copyOf(items);
    }

    public Stream<Item.Ladder> ladders() {
        return items.stream().mapMulti((item, next) -> {
            if (item instanceof Item.Ladder ladder) {
                next.accept(ladder);
            }
        });
    }
}
