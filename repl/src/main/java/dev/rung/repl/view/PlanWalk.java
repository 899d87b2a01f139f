package dev.rung.repl.view;

import dev.rung.model.effect.Effect;
import dev.rung.model.plan.Item;
import dev.rung.model.plan.Plan;
import dev.rung.model.state.Layout;
import dev.rung.model.state.State;
import dev.rung.model.version.Version;
import dev.rung.model.wayback.Origin;
import dev.rung.model.wayback.Route;
import dev.rung.model.wayback.Wayback;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Walks through a plan as if everything in it went well, and asks at each statement for the way back from there: the same
 * function that the engine asks when something does not go well.
 */
final class PlanWalk {
    private final List<PlanLine> lines = new ArrayList<>();
    private final Map<String, Version> versions;
    private Origin origin;
    private State state;
    private String phase = "";
    private int number;

    private PlanWalk(Plan plan) {
        this.versions = new TreeMap<>(plan.installed());
        begin(plan.layout());
    }

    static List<PlanLine> through(Plan plan) {
        PlanWalk walk = new PlanWalk(plan);
        walk.items(plan.items(), 0);
        return List.copyOf(walk.lines);
    }

    /** All services are taken to be up with what is installed: what the engine finds is decided when it looks. */
    private void begin(Layout layout) {
        origin = Origin.running(layout, versions);
        state = origin.state();
    }

    private void items(List<Item> items, int depth) {
        for (Item item : items) {
            switch (item) {
                case Item.Step step -> step(step, depth);
                case Item.Choice choice -> choice(choice, depth);
                case Item.Ladder ladder -> ladder(ladder);
            }
        }
    }

    private void step(Item.Step step, int depth) {
        phaseOf(List.of(step));
        Set<String> gaps = new LinkedHashSet<>();
        for (Effect effect : step.effects()) {
            if (effect.mutates()) {
                effect.mayLeave(state, origin.layout()).forEach(left -> gap(left, gaps));
            }
            state = effect.does(state, origin.layout());
        }
        number++;
        lines.add(new PlanLine.Statement(number, step, Wayback.from(state, origin), List.copyOf(gaps), depth));
    }

    private void gap(State left, Set<String> gaps) {
        if (Wayback.from(left, origin) instanceof Route.None none) {
            gaps.add(none.why());
        }
    }

    private void choice(Item.Choice choice, int depth) {
        State before = state;
        phaseOf(choice.then());
        lines.add(new PlanLine.When(choice.text(), depth));
        items(choice.then(), depth + 1);
        State then = state;
        state = before;
        if (!choice.otherwise().isEmpty()) {
            lines.add(new PlanLine.Otherwise(depth));
            items(choice.otherwise(), depth + 1);
        }
        state = then.equals(state) ? state : then.worse(state);
    }

    private void ladder(Item.Ladder ladder) {
        if (ladder.hops().isEmpty()) {
            lines.add(new PlanLine.NothingToDo(ladder));
            return;
        }
        Origin outer = origin;
        State outerState = state;
        int count = 0;
        for (Item.Hop hop : ladder.hops()) {
            count++;
            phaseOf(hop.body());
            lines.add(new PlanLine.Hop(hop, count, ladder.hops().size()));
            begin(hop.layout());
            items(hop.body(), 0);
            versions.put(hop.system(), hop.to().version());
        }
        origin = outer;
        state = outerState;
    }

    /** The phase that what follows stands in is told ahead of it. */
    private void phaseOf(List<Item> items) {
        items.stream()
                .filter(Item.Step.class::isInstance)
                .map(item -> ((Item.Step) item).phase())
                .findFirst()
                .filter(title -> !title.equals(phase))
                .ifPresent(title -> {
                    phase = title;
                    lines.add(new PlanLine.Phase(title));
                });
    }
}
