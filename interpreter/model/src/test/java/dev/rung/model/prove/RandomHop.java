package dev.rung.model.prove;

import dev.rung.model.effect.Ask;
import dev.rung.model.effect.BackUp;
import dev.rung.model.effect.ChangeOver;
import dev.rung.model.effect.Changes;
import dev.rung.model.effect.Check;
import dev.rung.model.effect.Command;
import dev.rung.model.effect.Condition;
import dev.rung.model.effect.Effect;
import dev.rung.model.effect.NoReturn;
import dev.rung.model.effect.Request;
import dev.rung.model.effect.Revert;
import dev.rung.model.effect.Run;
import dev.rung.model.effect.Send;
import dev.rung.model.effect.Start;
import dev.rung.model.effect.Stop;
import dev.rung.model.effect.Wait;
import dev.rung.model.expression.Expression;
import dev.rung.model.expression.Expression.Operator;
import dev.rung.model.expression.Value;
import dev.rung.model.plan.Installation;
import dev.rung.model.plan.Item;
import dev.rung.model.plan.Plan;
import dev.rung.model.state.BackupSet.Level;
import dev.rung.model.state.Layout;
import dev.rung.model.state.ServiceState;
import dev.rung.model.state.ServiceState.Running;
import dev.rung.model.state.State;
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

/**
 * One hop: what it works on, and its statements.
 *
 * @param found the services that are down when it begins
 */
record RandomHop(
        Layout layout, List<Statement> statements, Optional<Wayback.Named> named, Map<String, ServiceState> found) {
    /** By their number, from 0. */
    static final List<Version> VERSIONS = List.of(Version.of("1.8.2"), Version.of("1.9.4"));

    private static final Location NOWHERE = new SourceFile("random.runbook", "").at(Span.at(0));

    RandomHop {
        statements = apart(statements);
        found = Map.copyOf(found);
    }

    RandomHop(Layout layout, List<Statement> statements, Optional<Wayback.Named> named) {
        this(layout, statements, named, Map.of());
    }

    /** Each backup has a folder of its own. */
    private static List<Statement> apart(List<Statement> statements) {
        AtomicInteger last = new AtomicInteger();
        return statements.stream()
                .map(statement -> statement.with(statement.effects().stream()
                        .map(effect -> effect instanceof BackUp backUp
                                ? new BackUp(backUp.data(), "backups/" + last.incrementAndGet(), backUp.level())
                                : effect)
                        .toList()))
                .toList();
    }

    boolean isEmpty() {
        return statements.isEmpty();
    }

    boolean hasPointOfNoReturn() {
        return statements.stream()
                .flatMap(statement -> statement.effects().stream())
                .anyMatch(NoReturn.class::isInstance);
    }

    RandomHop without(int statement) {
        List<Statement> fewer = new ArrayList<>(statements);
        fewer.remove(statement);
        return new RandomHop(layout, fewer, named, found);
    }

    /** How everything is when it begins. */
    State start() {
        State state = State.origin(layout, Map.of());
        for (Layout.Service service : layout.services()) {
            ServiceState up = new ServiceState(Running.OLD, false);
            state = state.withService(service.name(), found.getOrDefault(service.name(), up));
        }
        return state;
    }

    Map<String, Version> versions() {
        return layout.systems().stream()
                .collect(Collectors.toMap(Layout.CodeGroup::system, group -> VERSIONS.getFirst()));
    }

    /** What keeps it from being proved. */
    List<Gap> gaps() {
        return Foresight.find(plan(false), found);
    }

    /**
     * A plan that is one ladder of this hop.
     *
     * @param oneFolder whether all backups are written into one folder, as most people do
     */
    Plan plan(boolean oneFolder) {
        String system = layout.systems().getFirst().system();
        Version to = VERSIONS.getLast();
        List<Item.Rollback> rollbacks = named.stream()
                .map(way -> new Item.Rollback(
                        way.name(), List.of(step("rollback/0", Statement.of(new Revert(way.name(), way.changes()))))))
                .toList();
        Release release = new Release(to, to, Optional.empty(), Map.of(), Optional.empty());
        Item.Hop hop = new Item.Hop(
                "hop", system, VERSIONS.getFirst(), release, "each line", layout, body(oneFolder), rollbacks);
        Item.Ladder ladder = new Item.Ladder("ladder", system, VERSIONS.getFirst(), to, NOWHERE, List.of(hop));
        return new Plan(
                "random", new Installation(List.of()), versions(), layout.withoutCode(), List.of(), List.of(ladder));
    }

    /** Neighbours that ask for the same choice stand in it together. */
    private List<Item> body(boolean oneFolder) {
        List<Item> body = new ArrayList<>();
        for (int i = 0; i < statements.size(); ) {
            int choice = Math.abs(statements.get(i).when());
            List<Item> then = new ArrayList<>();
            List<Item> otherwise = new ArrayList<>();
            int from = i;
            while (i < statements.size() && Math.abs(statements.get(i).when()) == choice && (choice > 0 || i == from)) {
                Statement statement = statements.get(i);
                Statement told = oneFolder
                        ? statement.with(statement.effects().stream()
                                .map(RandomHop::intoOne)
                                .toList())
                        : statement;
                (statement.when() < 0 ? otherwise : then).add(step("upgrade/" + i, told));
                i++;
            }
            Condition open = new Condition.Holds(new Expression.Literal(new Value.Truth(true)), "open");
            body.addAll(
                    choice == 0
                            ? then
                            : List.of(new Item.Choice("choice/" + choice, open, "open", NOWHERE, then, otherwise)));
        }
        return body;
    }

    private static Effect intoOne(Effect effect) {
        return effect instanceof BackUp backUp ? backUp(backUp.data(), backUp.level()) : effect;
    }

    private static Item.Step step(String id, Statement statement) {
        List<Item.Step> undo = statement.effects().stream()
                .filter(effect -> effect instanceof Run run && run.changes().undoable()
                        || effect instanceof Ask ask && ask.changes().undoable())
                .map(effect -> step(id + "/undo", Statement.of()))
                .toList();
        String text = statement.effects().stream().map(Effect::words).collect(Collectors.joining("; "));
        return new Item.Step(id, "", text, NOWHERE, statement.effects(), Optional.empty(), statement.waivable(), undo);
    }

    /** Everything that is needed to write it down as a case of its own. */
    String describe() {
        StringBuilder words = new StringBuilder();
        layout.systems().forEach(group -> words.append("  ").append(group).append('\n'));
        layout.data().forEach(part -> words.append("  ").append(part).append('\n'));
        layout.services().forEach(service -> words.append("  ").append(service).append('\n'));
        named.ifPresent(way -> words.append("  ").append(way).append('\n'));
        found.forEach((service, is) ->
                words.append("  ").append(service).append(" is ").append(is).append('\n'));
        for (int i = 0; i < statements.size(); i++) {
            Statement statement = statements.get(i);
            words.append("  ").append(i).append(": ");
            words.append(statement.effects().stream().map(RandomHop::describe).collect(Collectors.joining("; ")));
            words.append(statement.waivable() ? ", else continue" : "");
            words.append(statement.when() == 0 ? "" : ", choice " + statement.when())
                    .append('\n');
        }
        return words.toString();
    }

    private static String describe(Effect effect) {
        return switch (effect) {
            case BackUp backUp -> backUp.words() + " " + backUp.data() + " " + backUp.level();
            case Run run -> run.words() + describe(run.changes());
            case Ask ask -> ask.words() + describe(ask.changes());
            default -> effect.words();
        };
    }

    private static String describe(Changes changes) {
        return " changes " + changes.data()
                + (changes.code().isEmpty() ? "" : " and " + changes.code())
                + (changes.undoable() ? " undo" : "")
                + (changes.idempotent() ? " idempotent" : "");
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
        return new ChangeOver(artifact, VERSIONS.getLast());
    }

    static Effect deed(String id, Set<String> data, boolean undoable, boolean idempotent) {
        return deed(id, data, Set.of(), undoable, idempotent);
    }

    static Effect deed(String id, Set<String> data, Set<String> code, boolean undoable, boolean idempotent) {
        Command command = new Command(List.of(), Optional.empty(), Map.of(), Set.of(0));
        return new Run(id, command, new Changes(id, data, code, true, undoable, idempotent));
    }

    /** The same, done by hand. */
    static Effect byAPerson(Effect deed) {
        Run run = (Run) deed;
        return new Ask(run.title(), run.title(), true, Optional.empty(), run.changes());
    }

    static Effect send(boolean last) {
        Expression url = new Expression.Literal(new Value.Text("http://authority.example"));
        return new Send("report", new Request("POST", url, Map.of(), Optional.empty(), Set.of(200)), last);
    }

    static Effect well(String system) {
        return new Wait(new Condition.Healthy(system), Optional.empty());
    }

    static Effect isNext(String system) {
        return is(system, VERSIONS.getLast());
    }

    /** Of one that the hop does not change. */
    static Effect isStill(String system) {
        return is(system, VERSIONS.getFirst());
    }

    private static Effect is(String system, Version version) {
        return new Check(new Condition.InstalledIs(system, Operator.EQUAL, version), "");
    }
}
