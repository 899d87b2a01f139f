package dev.rung.model.plan;

import dev.rung.model.effect.Stage;
import dev.rung.model.state.Layout;
import dev.rung.model.version.Version;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a run will do, with concrete values: printable, comparable and executable without its source.
 *
 * @param title the runbook's title
 * @param installed the version of each system when the plan was made
 * @param layout the parts as they are outside of all hops: no artifact changes there
 * @param staging what is fetched and checked before the first stop
 * @param premises what it rests on beside the installed versions
 */
public record Plan(
        String title,
        Installation installation,
        Map<String, Version> installed,
        Layout layout,
        List<Stage> staging,
        List<Item> items,
        Premises premises) {
    public Plan {
        installed = Map.copyOf(installed);
        staging = List.copyOf(staging);
        items = List.copyOf(items);
    }

    /** One that rests on nothing but the installed versions. */
    public Plan(
            String title,
            Installation installation,
            Map<String, Version> installed,
            Layout layout,
            List<Stage> staging,
            List<Item> items) {
        this(title, installation, installed, layout, staging, items, Premises.NONE);
    }

    /** The statement with this id, wherever it stands. */
    public Optional<Item.Step> step(String id) {
        return steps(items).filter(step -> step.id().equals(id)).findFirst();
    }

    /** All statements as they stand, both sides of choices among them. */
    public List<Item.Step> steps() {
        return steps(items).toList();
    }

    /** The same without these statements. @param steps by id */
    public Plan without(Set<String> steps) {
        return new Plan(title, installation, installed, layout, staging, without(items, steps), premises);
    }

    private static List<Item> without(List<Item> items, Set<String> gone) {
        return items.stream()
                .filter(item -> !(item instanceof Item.Step) || !gone.contains(item.id()))
                .<Item>map(item -> switch (item) {
                    case Item.Step step -> step;
                    case Item.Choice choice ->
                        new Item.Choice(
                                choice.id(),
                                choice.condition(),
                                choice.text(),
                                choice.at(),
                                without(choice.then(), gone),
                                without(choice.otherwise(), gone));
                    case Item.Each each ->
                        new Item.Each(
                                each.id(),
                                each.variable(),
                                each.list(),
                                each.text(),
                                each.at(),
                                without(each.body(), gone));
                    case Item.Ladder ladder ->
                        new Item.Ladder(
                                ladder.id(),
                                ladder.system(),
                                ladder.from(),
                                ladder.to(),
                                ladder.at(),
                                ladder.hops().stream()
                                        .map(hop -> hop.with(without(hop.body(), gone)))
                                        .toList(),
                                ladder.stays());
                })
                .toList();
    }

    private static Stream<Item.Step> steps(List<Item> items) {
        return items.stream().flatMap(item -> switch (item) {
            case Item.Step step -> Stream.of(step);
            case Item.Choice choice -> Stream.concat(steps(choice.then()), steps(choice.otherwise()));
            case Item.Each each -> steps(each.body());
            case Item.Ladder ladder -> ladder.hops().stream().flatMap(hop -> steps(hop.body()));
        });
    }

    /** The hop with this id, also of a ladder within a hop. */
    public Optional<Item.Hop> hop(String id) {
        return allLadders()
                .flatMap(ladder -> ladder.hops().stream())
                .filter(hop -> hop.id().equals(id))
                .findFirst();
    }

    /** All ladders, also those within hops, in the order in which they are climbed. */
    public Stream<Item.Ladder> allLadders() {
        return ladders(items);
    }

    private static Stream<Item.Ladder> ladders(List<Item> items) {
        return items.stream().flatMap(item -> switch (item) {
            case Item.Step ignored -> Stream.of();
            case Item.Each ignored -> Stream.of();
            case Item.Choice choice -> Stream.concat(ladders(choice.then()), ladders(choice.otherwise()));
            case Item.Ladder ladder ->
                Stream.concat(Stream.of(ladder), ladder.hops().stream().flatMap(hop -> ladders(hop.body())));
        });
    }

    /** Those that do not stand within a hop. */
    public Stream<Item.Ladder> ladders() {
        return items.stream().mapMulti((item, next) -> {
            if (item instanceof Item.Ladder ladder) {
                next.accept(ladder);
            }
        });
    }
}
