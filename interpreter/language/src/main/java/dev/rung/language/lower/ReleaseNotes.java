package dev.rung.language.lower;

import dev.rung.language.check.CheckedRunbook;
import dev.rung.model.effect.Acknowledge;
import dev.rung.model.effect.Acknowledge.Note;
import dev.rung.model.effect.Effect;
import dev.rung.model.plan.Item;
import dev.rung.model.version.Line;
import dev.rung.model.version.Release;
import dev.rung.model.version.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What vendors note on the releases that a run passes: known only once all of its ladders are. */
record ReleaseNotes(CheckedRunbook runbook) {
    /** @param items of a whole plan */
    List<Item> filledIn(List<Item> items) {
        List<Note> notes = ladders(items).flatMap(this::of).distinct().toList();
        return items.stream().map(item -> filledIn(item, notes)).toList();
    }

    private static Stream<Item.Ladder> ladders(List<Item> items) {
        return items.stream().flatMap(item -> switch (item) {
            case Item.Ladder ladder ->
                Stream.concat(Stream.of(ladder), ladder.hops().stream().flatMap(hop -> ladders(hop.body())));
            case Item.Choice choice -> Stream.concat(ladders(choice.then()), ladders(choice.otherwise()));
            case Item.Each each -> ladders(each.body());
            case Item.Step ignored -> Stream.of();
        });
    }

    /** Of every release between the two ends, also of those that the path leaps over, and of their lines. */
    private Stream<Note> of(Item.Ladder ladder) {
        List<Note> notes = new ArrayList<>();
        for (Line line : runbook.releaseFile(ladder.system()).orElseThrow().lines()) {
            List<Release> passed = line.releases().stream()
                    .filter(release -> isPassed(release.version(), ladder))
                    .toList();
            if (!passed.isEmpty()) {
                line.notes()
                        .ifPresent(text -> notes.add(new Note(
                                ladder.system(), "line " + line.number().written(), text)));
            }
            passed.forEach(release -> release.notes()
                    .ifPresent(text -> notes.add(
                            new Note(ladder.system(), release.version().written(), text))));
        }
        return notes.stream();
    }

    private static boolean isPassed(Version version, Item.Ladder ladder) {
        return !ladder.hops().isEmpty() && version.compareTo(ladder.from()) > 0 && version.compareTo(ladder.to()) <= 0;
    }

    private static Item filledIn(Item item, List<Note> notes) {
        return switch (item) {
            case Item.Step step ->
                step.with(step.effects().stream()
                        .<Effect>map(effect -> effect instanceof Acknowledge ? new Acknowledge(notes) : effect)
                        .toList());
            case Item.Choice choice ->
                new Item.Choice(
                        choice.id(),
                        choice.condition(),
                        choice.text(),
                        choice.at(),
                        filledIn(choice.then(), notes),
                        filledIn(choice.otherwise(), notes));
            case Item.Each each ->
                new Item.Each(
                        each.id(), each.variable(), each.list(), each.text(), each.at(), filledIn(each.body(), notes));
            case Item.Ladder ladder -> ladder;
        };
    }

    private static List<Item> filledIn(List<Item> items, List<Note> notes) {
        return items.stream().map(item -> filledIn(item, notes)).toList();
    }
}
