package dev.rung.model.prove;

import dev.rung.model.effect.BackUp;
import dev.rung.model.effect.ChangeOver;
import dev.rung.model.effect.Changes;
import dev.rung.model.effect.Check;
import dev.rung.model.effect.Command;
import dev.rung.model.effect.Condition;
import dev.rung.model.effect.Effect;
import dev.rung.model.effect.Revert;
import dev.rung.model.effect.Run;
import dev.rung.model.effect.Start;
import dev.rung.model.effect.Stop;
import dev.rung.model.effect.Wait;
import dev.rung.model.expression.Expression.Operator;
import dev.rung.model.plan.Installation;
import dev.rung.model.plan.Item;
import dev.rung.model.plan.Plan;
import dev.rung.model.state.BackupSet.Level;
import dev.rung.model.state.Layout;
import dev.rung.model.text.Location;
import dev.rung.model.text.SourceFile;
import dev.rung.model.text.Span;
import dev.rung.model.version.Release;
import dev.rung.model.version.Version;
import dev.rung.model.wayback.Wayback;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** One hop: what it works on, and its statements, each one list of effects. */
record RandomHop(Layout layout, List<List<Effect>> statements, Optional<Wayback.Named> named) {
    static final Version FROM = Version.of("1.8.2");
    static final Version TO = Version.of("1.9.4");
    private static final Location NOWHERE = new SourceFile("random.runbook", "").at(Span.at(0));

    RandomHop {
        statements = apart(statements);
    }

    /** Each backup has a folder of its own. */
    private static List<List<Effect>> apart(List<List<Effect>> statements) {
        AtomicInteger last = new AtomicInteger();
        return statements.stream()
                .map(statement -> statement.stream()
                        .map(effect -> effect instanceof BackUp backUp
                                ? new BackUp(backUp.data(), "backups/" + last.incrementAndGet(), backUp.level())
                                : effect)
                        .toList())
                .toList();
    }

    List<Effect> effects() {
        return statements.stream().flatMap(List::stream).toList();
    }

    RandomHop without(int statement) {
        List<List<Effect>> fewer = new ArrayList<>(statements);
        fewer.remove(statement);
        return new RandomHop(layout, fewer, named);
    }

    /** A plan that is one ladder of this hop. */
    Plan plan() {
        return plan(false);
    }

    /** @param oneFolder whether all backups are written into one folder, as most people do */
    Plan plan(boolean oneFolder) {
        List<Item> body = new ArrayList<>();
        for (int i = 0; i < statements.size(); i++) {
            List<Effect> effects = oneFolder
                    ? statements.get(i).stream().map(RandomHop::intoOne).toList()
                    : statements.get(i);
            body.add(step("upgrade/" + i, effects));
        }
        List<Item.Rollback> rollbacks = named.stream()
                .map(way -> new Item.Rollback(
                        way.name(), List.of(step("rollback/0", List.of(new Revert(way.name(), way.changes()))))))
                .toList();
        String system = layout.systems().getFirst().system();
        Release release = new Release(TO, TO, Optional.empty(), Map.of(), Optional.empty());
        Item.Hop hop = new Item.Hop("hop", system, FROM, release, "each line", layout, body, rollbacks);
        Item.Ladder ladder = new Item.Ladder("ladder", system, FROM, TO, NOWHERE, List.of(hop));
        Map<String, Version> installed =
                layout.systems().stream().collect(Collectors.toMap(Layout.CodeGroup::system, group -> FROM));
        return new Plan("random", new Installation(List.of()), installed, layout, List.of(), List.of(ladder));
    }

    private static Effect intoOne(Effect effect) {
        return effect instanceof BackUp backUp ? backUp(backUp.data(), backUp.level()) : effect;
    }

    private static Item.Step step(String id, List<Effect> effects) {
        List<Item.Step> undo = effects.stream()
                .filter(effect -> effect instanceof Run run && run.changes().undoable())
                .map(effect -> plain(id + "/undo", List.of(), List.of()))
                .toList();
        return plain(id, effects, undo);
    }

    private static Item.Step plain(String id, List<Effect> effects, List<Item.Step> undo) {
        String text = effects.stream().map(Effect::words).collect(Collectors.joining("; "));
        return new Item.Step(id, "", text, NOWHERE, effects, Optional.empty(), false, undo);
    }

    /** Everything that is needed to write it down as a case of its own. */
    String describe() {
        StringBuilder words = new StringBuilder();
        layout.systems().forEach(group -> words.append("  ").append(group).append('\n'));
        layout.data().forEach(part -> words.append("  ").append(part).append('\n'));
        layout.services().forEach(service -> words.append("  ").append(service).append('\n'));
        named.ifPresent(way -> words.append("  ").append(way).append('\n'));
        for (int i = 0; i < statements.size(); i++) {
            words.append("  ").append(i).append(": ");
            words.append(statements.get(i).stream().map(RandomHop::describe).collect(Collectors.joining("; ")));
            words.append('\n');
        }
        return words.toString();
    }

    private static String describe(Effect effect) {
        return switch (effect) {
            case BackUp backUp -> backUp.words() + " " + backUp.data() + " " + backUp.level();
            case Run run ->
                run.words() + " changes " + run.changes().data()
                        + (run.changes().undoable() ? " undo" : "")
                        + (run.changes().idempotent() ? " idempotent" : "");
            default -> effect.words();
        };
    }

    static Effect stop(String service) {
        return new Stop(service);
    }

    static Effect start(String service) {
        return new Start(service);
    }

    static Effect backUp(Set<String> data, Level level) {
        return new BackUp(data, "backups", level);
    }

    static Effect changeOver(String artifact) {
        return new ChangeOver(artifact, TO);
    }

    static Effect deed(String id, Set<String> data, boolean undoable, boolean idempotent) {
        return deed(id, data, Set.of(), undoable, idempotent);
    }

    static Effect deed(String id, Set<String> data, Set<String> code, boolean undoable, boolean idempotent) {
        Command command = new Command(List.of(), Optional.empty(), Map.of(), Set.of(0));
        return new Run(id, command, new Changes(id, data, code, true, undoable, idempotent));
    }

    static Effect well(String system) {
        return new Wait(new Condition.Healthy(system), Optional.empty());
    }

    static Effect isNext(String system) {
        return new Check(new Condition.InstalledIs(system, Operator.EQUAL, TO), "");
    }
}
