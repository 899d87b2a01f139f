package dev.rung.model.prove;

import dev.rung.model.effect.Effect;
import dev.rung.model.plan.Installation;
import dev.rung.model.plan.Item;
import dev.rung.model.plan.Plan;
import dev.rung.model.state.DataPart;
import dev.rung.model.state.Layout;
import dev.rung.model.text.Location;
import dev.rung.model.text.SourceFile;
import dev.rung.model.text.Span;
import dev.rung.model.version.Release;
import dev.rung.model.version.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Plans written by hand: a ladder of hops whose statements have one effect each, and what stands around it. */
final class Handmade {
    private static final SourceFile FILE = new SourceFile("handmade.runbook", "\n".repeat(200));

    private int line;

    static Item.Step step(String id, int line, Effect... effects) {
        Location at = new Location(FILE, Span.at(line));
        return new Item.Step(id, "Upgrade", id, at, List.of(effects), Optional.empty(), false, List.of());
    }

    /** One system `app` whose service `server` starts from `jar` and writes and migrates `db`. */
    static Layout layout(String... artifacts) {
        Set<String> data = Set.of("db");
        return new Layout(
                List.of(new Layout.CodeGroup("app", List.of(artifacts), false)),
                List.of(new DataPart("db", false)),
                List.of(new Layout.Service("server", "app", data, data, true)));
    }

    List<Item> items(String prefix, Effect... effects) {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < effects.length; i++) {
            items.add(step(prefix + "/" + (i + 1) + " " + effects[i].words(), line++, effects[i]));
        }
        return items;
    }

    /** @param to the number of the release that it leads to, from the one before */
    Item.Hop hop(String system, Layout layout, int to, List<Item> body) {
        Version next = Version.of(String.valueOf(to));
        Release release = new Release(next, next, Optional.empty(), Map.of(), Optional.empty());
        return new Item.Hop(
                system + "/" + to, system, Version.of(String.valueOf(to - 1)), release, "", layout, body, List.of());
    }

    Item.Ladder ladder(String system, Item.Hop... hops) {
        Version from = hops[0].from();
        Version to = hops[hops.length - 1].to().version();
        return new Item.Ladder(system, system, from, to, new Location(FILE, Span.at(line++)), List.of(hops));
    }

    static Plan plan(Layout layout, Item... items) {
        return new Plan("Handmade", new Installation(List.of()), Map.of(), layout, List.of(), List.of(items));
    }

    static Plan plan(Layout layout, List<Item> before, Item.Ladder ladder, List<Item> behind) {
        List<Item> all = new ArrayList<>(before);
        all.add(ladder);
        all.addAll(behind);
        return plan(layout, all.toArray(Item[]::new));
    }
}
