package dev.rung.repl.view;

import dev.rung.model.plan.Item;
import dev.rung.model.plan.Plan;
import dev.rung.model.prove.Cut;
import dev.rung.model.prove.Exposure;
import dev.rung.model.prove.Gap;
import dev.rung.model.prove.Proof;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The lines of a plan, in the order in which they are shown, each statement with what the proof says of it. */
final class PlanWalk {
    private final List<PlanLine> lines = new ArrayList<>();
    private final Map<String, Exposure> exposures;
    private final List<Gap> gaps;
    private String phase = "";
    private int number;

    private PlanWalk(Plan plan) {
        Proof proof = Proof.of(plan, Map.of());
        this.exposures = proof.exposures();
        this.gaps = proof.gaps();
    }

    static List<PlanLine> through(Plan plan) {
        PlanWalk walk = new PlanWalk(plan);
        walk.items(plan.items(), 0);
        return List.copyOf(walk.lines);
    }

    private void items(List<Item> items, int depth) {
        for (Item item : items) {
            switch (item) {
                case Item.Step step -> step(step, depth);
                case Item.Choice choice -> choice(choice, depth);
                case Item.Each each -> each(each, depth);
                case Item.Ladder ladder -> ladder(ladder, depth);
            }
        }
    }

    private void step(Item.Step step, int depth) {
        phaseOf(List.of(step));
        number++;
        Optional<Cut> done = Optional.ofNullable(exposures.get(step.id())).flatMap(Exposure::done);
        List<String> breaks = gaps.stream()
                .filter(gap -> gap.step().equals(step))
                .map(Gap::summary)
                .toList();
        lines.add(new PlanLine.Statement(number, step, done, breaks, depth));
    }

    private void choice(Item.Choice choice, int depth) {
        phaseOf(choice.then());
        lines.add(new PlanLine.When(choice.text(), depth));
        items(choice.then(), depth + 1);
        if (!choice.otherwise().isEmpty()) {
            lines.add(new PlanLine.Otherwise(depth));
            items(choice.otherwise(), depth + 1);
        }
    }

    private void each(Item.Each each, int depth) {
        phaseOf(each.body());
        lines.add(new PlanLine.Each(each.text(), depth));
        items(each.body(), depth + 1);
    }

    private void ladder(Item.Ladder ladder, int depth) {
        if (ladder.hops().isEmpty()) {
            lines.add(new PlanLine.NothingToDo(ladder));
            return;
        }
        int count = 0;
        for (Item.Hop hop : ladder.hops()) {
            count++;
            phaseOf(hop.body());
            lines.add(new PlanLine.Hop(hop, count, ladder.hops().size()));
            items(hop.body(), depth);
        }
    }

    /** The phase that what follows stands in is told ahead of it. */
    private void phaseOf(List<Item> items) {
        items.stream()
                .filter(Item.Step.class::isInstance)
                .map(item -> ((Item.Step) item).phase())
                .findFirst()
                .filter(Predicate.not(phase::equals))
                .ifPresent(title -> {
                    phase = title;
                    lines.add(new PlanLine.Phase(title));
                });
    }
}
