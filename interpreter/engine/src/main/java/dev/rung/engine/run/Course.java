package dev.rung.engine.run;

import dev.rung.model.expression.Value;
import dev.rung.model.plan.Item;
import dev.rung.model.plan.Plan;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** What is still ahead of a run, in order; what the journal says is behind has been taken out. */
final class Course {
    /** One thing to do. */
    sealed interface Task {
        record Do(Item.Step step) implements Task {}

        record Decide(Item.Choice choice) implements Task {}

        record Repeat(Item.Each each) implements Task {}

        /** @param number from 1 */
        record Enter(Item.Hop hop, int number, int of) implements Task {}

        record Land(Item.Hop hop) implements Task {}
    }

    private final Deque<Task> ahead = new ArrayDeque<>();
    private Optional<Task> taken = Optional.empty();

    Course(Plan plan, RunLog log) {
        plan.items().forEach(item -> ahead.addAll(tasks(item)));
        ahead.removeIf(task -> isBehind(task, log));
    }

    private static boolean isBehind(Task task, RunLog log) {
        return switch (task) {
            case Task.Do(Item.Step step) -> log.isBehind(step.id());
            case Task.Land(Item.Hop hop) -> log.hops().landing(hop.id()).isPresent();
            case Task.Enter enter -> log.hops().begun(enter.hop().id()).isPresent();
            case Task.Decide ignored -> false;
            case Task.Repeat ignored -> false;
        };
    }

    private static List<Task> tasks(Item item) {
        return switch (item) {
            case Item.Step step -> List.of(new Task.Do(step));
            case Item.Choice choice -> List.of(new Task.Decide(choice));
            case Item.Each each -> List.of(new Task.Repeat(each));
            case Item.Ladder ladder -> {
                List<Task> tasks = new ArrayList<>();
                int number = 1;
                for (Item.Hop hop : ladder.hops()) {
                    tasks.add(new Task.Enter(hop, number++, ladder.hops().size()));
                    hop.body().forEach(inner -> tasks.addAll(tasks(inner)));
                    tasks.add(new Task.Land(hop));
                }
                yield tasks;
            }
        };
    }

    /** Puts what a choice has chosen in its place. */
    void choose(Item.Choice choice, boolean yes, RunLog log) {
        next(yes ? choice.then() : choice.otherwise(), log);
    }

    /** Puts what is to be done for each of a list in its place. */
    void repeat(Item.Each each, List<Value> values, RunLog log) {
        next(each.unrolled(values), log);
    }

    private void next(List<Item> items, RunLog log) {
        List<Task> tasks = items.stream()
                .flatMap(item -> tasks(item).stream())
                .filter(task -> !isBehind(task, log))
                .toList();
        tasks.reversed().forEach(ahead::addFirst);
    }

    Optional<Task> take() {
        Optional<Task> next = Optional.ofNullable(ahead.poll());
        taken = next.or(() -> taken);
        return next;
    }

    /** The statement that was come to last, unless the end of a hop was. */
    Optional<Item.Step> taken() {
        return taken.flatMap(task -> task instanceof Task.Do(Item.Step step) ? Optional.of(step) : Optional.empty());
    }

    Optional<Task> peek() {
        return Optional.ofNullable(ahead.peek());
    }

    void putBack(Task task) {
        ahead.addFirst(task);
    }

    /** The statements ahead, both sides of choices that are still open. */
    List<Item.Step> steps() {
        return ahead.stream().flatMap(task -> steps(task).stream()).toList();
    }

    private static List<Item.Step> steps(Task task) {
        return switch (task) {
            case Task.Do(Item.Step step) -> List.of(step);
            case Task.Decide(Item.Choice choice) -> {
                List<Item.Step> both = new ArrayList<>();
                choice.then().forEach(item -> tasks(item).forEach(inner -> both.addAll(steps(inner))));
                choice.otherwise().forEach(item -> tasks(item).forEach(inner -> both.addAll(steps(inner))));
                yield both;
            }
            case Task.Repeat(Item.Each each) ->
                each.body().stream()
                        .flatMap(item -> tasks(item).stream())
                        .flatMap(inner -> steps(inner).stream())
                        .toList();
            case Task.Enter ignored -> List.of();
            case Task.Land ignored -> List.of();
        };
    }

    boolean hopsAhead() {
        return ahead.stream().anyMatch(task -> task instanceof Task.Enter || task instanceof Task.Land);
    }
}
