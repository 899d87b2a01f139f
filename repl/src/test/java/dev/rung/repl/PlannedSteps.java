package dev.rung.repl;

import dev.rung.model.effect.Effect;
import dev.rung.model.plan.Item;
import dev.rung.model.plan.Plan;
import dev.rung.model.text.Location;
import dev.rung.repl.view.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What a page shows of a plan: of each statement its words, its id, what it does and how its author takes it back. */
final class PlannedSteps {
    private final List<String> lines = new ArrayList<>();
    private final Predicate<Location> shown;

    private PlannedSteps(Predicate<Location> shown) {
        this.shown = shown;
    }

    /** @param shown which statements are looked at */
    static String of(Plan plan, Predicate<Location> shown) {
        PlannedSteps steps = new PlannedSteps(shown);
        steps.items(plan.items(), 0);
        return String.join("\n", steps.lines) + (steps.lines.isEmpty() ? "" : "\n");
    }

    private void items(List<Item> items, int depth) {
        for (Item item : items) {
            switch (item) {
                case Item.Step step -> step(step, depth);
                case Item.Choice choice -> {
                    add(choice.at(), depth, "when " + choice.text());
                    items(choice.then(), depth + 1);
                    if (!choice.otherwise().isEmpty()) {
                        add(choice.at(), depth, "else");
                        items(choice.otherwise(), depth + 1);
                    }
                }
                case Item.Each each -> {
                    add(each.at(), depth, each.text());
                    items(each.body(), depth + 1);
                }
                case Item.Ladder ladder -> ladder(ladder, depth);
            }
        }
    }

    private void ladder(Item.Ladder ladder, int depth) {
        if (ladder.hops().isEmpty()) {
            add(ladder.at(), depth, ladder.system() + " is at " + ladder.to() + " already");
        }
        for (Item.Hop hop : ladder.hops()) {
            add(ladder.at(), depth, "hop " + hop.words() + " of " + ladder.system() + ", " + hop.why());
            int inner = shown.test(ladder.at()) ? depth + 1 : depth;
            items(hop.body(), inner);
            for (Item.Rollback rollback : hop.rollbacks()) {
                List<Item.Step> steps = rollback.steps().stream()
                        .filter(step -> shown.test(step.at()))
                        .toList();
                if (!steps.isEmpty()) {
                    lines.add("  ".repeat(inner) + "rollback " + rollback.name());
                    steps.forEach(step -> step(step, inner + 1));
                }
            }
        }
    }

    private void step(Item.Step step, int depth) {
        add(step.at(), depth, step.text());
        add(step.at(), depth, "  id    " + step.id());
        for (Effect effect : step.effects()) {
            add(step.at(), depth, "  does  " + Words.of(effect));
        }
        for (Item.Step undo : step.undo()) {
            add(step.at(), depth, "  undo  " + undo.text());
        }
    }

    private void add(Location at, int depth, String line) {
        if (shown.test(at)) {
            lines.add("  ".repeat(depth) + line);
        }
    }
}
