package dev.rung.engine.run;

import dev.rung.engine.driver.Trouble;
import dev.rung.engine.journal.Entry;
import dev.rung.model.plan.Item;
import dev.rung.model.plan.Plan;
import dev.rung.model.prove.Foresight;
import dev.rung.model.prove.Gap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Leaves the plan that was agreed on, by a person's word: only for one that is proved as well. */
record Detour(Equipment equipment) {
    /**
     * Leaves a statement out.
     *
     * @throws NotProved if what is left would not be proved
     * @throws Trouble if the statement was begun, so that it may have left something
     */
    void skip(Item.Step step, String reason, String by) throws Trouble {
        RunLog log = equipment.log();
        if (log.timesBegun(step.id()) > 0) {
            throw new Trouble(
                    "`" + step.text() + "` was begun, and may have left something behind",
                    "take it back first; then it can be skipped");
        }
        if (equipment.plan().step(step.id()).isEmpty()) {
            throw new Trouble("`" + step.text() + "` is one turn of a `for`, which is not skipped by itself");
        }
        Set<String> left = new HashSet<>(log.waivers().skipped());
        left.add(step.id());
        mustBeProved("skipping `" + step.text() + "`", equipment.plan().without(left));
        log.append(new Entry.Skipped(step.id(), reason, by));
        equipment.events().accept(new Event.StepSkipped(step, reason));
    }

    /**
     * Goes on with another plan for the same systems. What is behind is not changed by it.
     *
     * @param sources the texts that it was made of
     * @return what to go on with
     * @throws NotProved if it is not proved
     * @throws Trouble if it differs in what is behind, or in the parts of the systems
     */
    Equipment change(Plan edited, Map<String, String> sources, String by) throws Trouble {
        Plan plan = equipment.plan();
        if (!edited.installation().equals(plan.installation())
                || !edited.premises().equals(plan.premises())) {
            throw new Trouble(
                    "the systems or their parts were changed, and this run has begun with others",
                    "only statements that are still ahead can be changed in a run");
        }
        mustHaveWhatIsBehind(edited);
        mustBeProved("this change", edited.without(equipment.log().waivers().skipped()));
        Equipment changed = equipment.with(edited);
        List<Trouble> missing = new Readiness(changed).stage();
        if (!missing.isEmpty()) {
            throw missing.getFirst();
        }
        equipment.log().append(new Entry.Edited(sources, by));
        return changed;
    }

    private void mustBeProved(String what, Plan plan) throws NotProved {
        List<Gap> gaps = Foresight.find(plan, equipment.log().began().state().services());
        if (!gaps.isEmpty()) {
            throw new NotProved(what, gaps);
        }
    }

    private void mustHaveWhatIsBehind(Plan edited) throws Trouble {
        List<Item> before = inOrder(equipment.plan().items()).toList();
        List<Item> now = inOrder(edited.items()).toList();
        int behind = 0;
        for (int i = 0; i < before.size(); i++) {
            behind = isBehind(before.get(i)) ? i + 1 : behind;
        }
        for (int i = 0; i < behind; i++) {
            if (i >= now.size() || !isSame(before.get(i), now.get(i))) {
                throw new Trouble(
                        "`" + text(before.get(i)) + "` is behind, or stands in front of what is, and was changed",
                        "only statements that are still ahead can be changed in a run");
            }
        }
        mustHaveTheHops(edited);
    }

    private void mustHaveTheHops(Plan edited) throws Trouble {
        for (SequencedHops.Begun begun : equipment.log().hops().all()) {
            Optional<Item.Hop> hop = edited.hop(begun.id());
            if (hop.isEmpty()
                    || !hop.get()
                            .layout()
                            .equals(equipment
                                    .plan()
                                    .hop(begun.id())
                                    .orElseThrow()
                                    .layout())) {
                throw new Trouble(
                        "the hop " + begun.id() + " has begun, and would work on other parts",
                        "a hop that has begun can only be changed in how it goes on with the same parts");
            }
        }
    }

    /** What a run comes to, one after the other, both sides of choices among them. */
    private static Stream<Item> inOrder(List<Item> items) {
        return items.stream().flatMap(item -> switch (item) {
            case Item.Step step -> Stream.of(step);
            case Item.Each each -> Stream.of(each);
            case Item.Choice choice ->
                Stream.of(Stream.<Item>of(choice), inOrder(choice.then()), inOrder(choice.otherwise()))
                        .flatMap(part -> part);
            case Item.Ladder ladder -> ladder.hops().stream().flatMap(hop -> inOrder(hop.body()));
        });
    }

    private boolean isBehind(Item item) {
        RunLog log = equipment.log();
        return switch (item) {
            case Item.Step step -> log.isBehind(step.id()) || log.timesBegun(step.id()) > 0;
            case Item.Choice choice -> log.decision(choice.id()).isPresent();
            case Item.Each each -> log.kept(each.id()).isPresent();
            case Item.Ladder ignored -> false;
        };
    }

    /** But for where it stands in its text. */
    private static boolean isSame(Item one, Item other) {
        return one.id().equals(other.id())
                && text(one).equals(text(other))
                && switch (one) {
                    case Item.Step step ->
                        other instanceof Item.Step now
                                && step.effects().equals(now.effects())
                                && areSame(step.undo(), now.undo());
                    case Item.Choice choice ->
                        other instanceof Item.Choice now && choice.condition().equals(now.condition());
                    case Item.Each each ->
                        other instanceof Item.Each now
                                && each.list().equals(now.list())
                                && areSame(each.body(), now.body());
                    case Item.Ladder ignored -> other instanceof Item.Ladder;
                };
    }

    private static boolean areSame(List<? extends Item> some, List<? extends Item> others) {
        return some.size() == others.size()
                && IntStream.range(0, some.size()).allMatch(i -> isSame(some.get(i), others.get(i)));
    }

    private static String text(Item item) {
        return switch (item) {
            case Item.Step step -> step.text();
            case Item.Choice choice -> choice.text();
            case Item.Each each -> each.text();
            case Item.Ladder ladder -> ladder.id();
        };
    }
}
