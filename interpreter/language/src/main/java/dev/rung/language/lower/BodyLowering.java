package dev.rung.language.lower;

import dev.rung.language.check.Scope;
import dev.rung.language.check.StatementNames;
import dev.rung.language.syntax.ExpressionNode;
import dev.rung.language.syntax.Name;
import dev.rung.language.syntax.Statement;
import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.effect.BackUp;
import dev.rung.model.effect.ChangeOver;
import dev.rung.model.effect.Changes;
import dev.rung.model.effect.Check;
import dev.rung.model.effect.Effect;
import dev.rung.model.effect.Import;
import dev.rung.model.effect.NoReturn;
import dev.rung.model.effect.Start;
import dev.rung.model.effect.Stop;
import dev.rung.model.effect.Tell;
import dev.rung.model.effect.Wait;
import dev.rung.model.expression.Expression;
import dev.rung.model.expression.Expression.Literal;
import dev.rung.model.expression.Type;
import dev.rung.model.expression.Value;
import dev.rung.model.plan.Installation;
import dev.rung.model.plan.Item;
import dev.rung.model.state.BackupSet;
import dev.rung.model.text.SourceFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Lowers the statements of one body, in their order. */
final class BodyLowering {
    private final Environment environment;
    private final Installation installation;
    private final SourceFile file;
    private final Place place;
    private final Consumer<Diagnostic> findings;
    private final ExpressionLowering expressions;
    private final Conditions conditions;
    private final StatementWords words;
    private final Values values;
    private final DeedLowering deeds;
    private final NestedLadders nested;
    private Noting noting;

    /** @param id what the ids of the body's steps begin with @param phase its title, or empty */
    record Place(String id, String phase, Scope scope) {
        /** Of what is carried out on a way back, if ever. */
        static Place aside(String id, Scope scope) {
            return new Place(id, "", scope);
        }

        boolean isAside() {
            return phase.isEmpty();
        }
    }

    BodyLowering(
            Environment environment,
            Installation installation,
            SourceFile file,
            Place place,
            Consumer<Diagnostic> findings) {
        this(environment, installation, file, place, findings, NestedLadders.nowhere());
    }

    BodyLowering(
            Environment environment,
            Installation installation,
            SourceFile file,
            Place place,
            Consumer<Diagnostic> findings,
            NestedLadders nested) {
        this.nested = nested;
        this.environment = environment;
        this.installation = installation;
        this.file = file;
        this.place = place;
        this.findings = findings;
        this.expressions = new ExpressionLowering(environment);
        this.conditions = new Conditions(environment, expressions, file, place.scope());
        this.words = new StatementWords(new Wording(environment, expressions), place.scope());
        this.values = new Values(expressions, file, place.scope(), findings);
        this.noting = place.isAside()
                ? Noting.nowhere(installation)
                : Noting.in(installation, environment.hop().map(Environment.Hop::system));
        this.deeds = new DeedLowering(installation, values, conditions, words);
    }

    List<Item> items(List<Statement> statements) {
        List<Item> items = new ArrayList<>();
        for (Statement statement : statements) {
            switch (statement) {
                case Statement.When when -> items.addAll(when(when));
                case Statement.StepThrough step ->
                    nested.ladder(step, place, environment).ifPresent(items::add);
                case Statement.Rollback rollback -> {
                    // stands beside the body, not in it
                }
                default -> items.add(step(statement));
            }
        }
        return items;
    }

    /** What is known when the plan is made is decided here; the rest is a choice of the world's. */
    private List<Item> when(Statement.When when) {
        Expression condition = expressions.lower(when.condition(), place.scope(), Type.BOOL);
        Optional<Statement.StepThrough> ladder = Ladders.decidedBy(when);
        if (ladder.isPresent()) {
            condition = nested.decided(condition, environment);
        }
        if (condition instanceof Literal(Value.Truth(boolean holds))) {
            return items(holds ? when.then() : when.otherwise());
        }
        if (ladder.isPresent()) {
            findings.accept(new LowerFinding.NotKnown(
                    file.at(when.condition().span()),
                    "whether `" + ladder.get().system() + "` is upgraded here",
                    "it is read from the world"));
            return List.of();
        }
        Noting before = noting.copy();
        List<Item> then = items(when.then());
        Noting afterThen = noting;
        noting = before;
        List<Item> otherwise = items(when.otherwise());
        noting.join(afterThen);
        return List.of(new Item.Choice(
                id(when), conditions.of(when.condition()), words.head(when), file.at(when.span()), then, otherwise));
    }

    private String id(Statement statement) {
        return place.id() + "/" + StatementNames.of(statement, file);
    }

    /** A statement without a block. */
    Item.Step step(Statement statement) {
        Optional<Duration> within = statement
                .tail()
                .within()
                .flatMap(limit -> value(limit, Type.DURATION, "the time limit"))
                .flatMap(value ->
                        value instanceof Value.Span(Duration duration) ? Optional.of(duration) : Optional.empty());
        return new Item.Step(
                id(statement),
                place.phase(),
                words.of(statement),
                file.at(statement.span()),
                effects(statement),
                within,
                statement.tail().orContinue().isPresent(),
                undo(statement));
    }

    private List<Item.Step> undo(Statement statement) {
        return switch (statement) {
            case Statement.Run run ->
                run.undo().map(undo -> aside(id(run) + "/undo", undo.body())).orElse(List.of());
            case Statement.Http http ->
                http.undo().map(undo -> aside(id(http) + "/undo", undo.body())).orElse(List.of());
            case Statement.Manual manual ->
                manual.undo().map(undo -> List.of(undo(manual, undo))).orElse(List.of());
            default -> List.of();
        };
    }

    private Item.Step undo(Statement.Manual manual, Statement.ManualUndo undo) {
        String id = id(manual) + "/undo";
        return new Item.Step(
                id,
                "",
                "manual " + StatementNames.undoing(manual) + " " + words.expression(undo.text()),
                file.at(undo.span()),
                List.of(deeds.undo(manual, undo, id)),
                Optional.empty(),
                false,
                List.of());
    }

    /** What is carried out on a way back, if ever. */
    private List<Item.Step> aside(String id, List<Statement> statements) {
        BodyLowering body = new BodyLowering(environment, installation, file, Place.aside(id, place.scope()), findings);
        return statements.stream().map(body::step).toList();
    }

    private List<Effect> effects(Statement statement) {
        return switch (statement) {
            case Statement.Require require ->
                List.of(new Check(
                        conditions.of(require.condition()),
                        require.otherwise().map(this::text).orElse("")));
            case Statement.RequireVersion require ->
                new VersionGuard(environment, conditions, file, place.scope())
                        .effects(require, installation, noting.isStarted());
            case Statement.Backup backup -> List.of(backUp(backup));
            case Statement.Stop stop -> stop(stop);
            case Statement.Start start -> start(start);
            case Statement.SwapTo swap ->
                change(
                        new ChangeOver(
                                swap.artifact().text(),
                                environment.hop().orElseThrow().next().version()),
                        Set.of(swap.artifact().text()));
            case Statement.SwapWith swap ->
                change(
                        new Import(
                                swap.database().text(),
                                expressions.lower(swap.source(), place.scope(), Type.TEXT),
                                words.expression(swap.source())),
                        Set.of(swap.database().text()));
            case Statement.Run run -> deed(deeds.run(run, id(run)));
            case Statement.Http http -> deed(deeds.http(http, id(http), place.isAside()));
            case Statement.WaitFor wait ->
                List.of(new Wait(conditions.of(wait.condition()), wait.unless().map(conditions::of)));
            case Statement.Confirm confirm -> List.of(deeds.confirm(confirm, id(confirm)));
            case Statement.Manual manual -> deed(deeds.manual(manual, id(manual)));
            case Statement.PointOfNoReturn point -> List.of(new NoReturn(text(point.why())));
            case Statement.Say say -> List.of(new Tell(text(say.text())));
            case Statement.StepThrough _, Statement.When _, Statement.Rollback _ -> throw unexpected(statement);
        };
    }

    private Effect backUp(Statement.Backup backup) {
        String directory = value(backup.directory(), Type.TEXT, "the folder of backups")
                .map(Value::shown)
                .orElse("");
        return new BackUp(
                names(backup.parts()),
                directory,
                backup.verified() ? BackupSet.Level.RESTORED : BackupSet.Level.READ_BACK,
                Places.partAt(directory, installation));
    }

    private static IllegalStateException unexpected(Statement statement) {
        return new IllegalStateException("a bug: `" + statement.word() + "` is no step");
    }

    private List<Effect> stop(Statement.Stop stop) {
        List<Effect> effects = noting.beforeStop(names(stop.services()));
        stop.services().forEach(service -> effects.add(new Stop(service.text())));
        return effects;
    }

    private List<Effect> change(Effect change, Set<String> parts) {
        List<Effect> effects = noting.beforeChange(parts);
        effects.add(change);
        return effects;
    }

    private List<Effect> deed(Effect deed) {
        Set<String> parts = new LinkedHashSet<>();
        Changes.of(deed).ifPresent(changes -> {
            parts.addAll(changes.data());
            parts.addAll(changes.code());
        });
        return parts.isEmpty() ? List.of(deed) : change(deed, parts);
    }

    /** Services start in the reverse of the order in which the file writes them. */
    private List<Effect> start(Statement.Start start) {
        noting.started();
        List<String> order =
                installation.parts().stream().map(Installation.Part::name).toList();
        return start.services().stream()
                .map(Name::text)
                .sorted(Comparator.comparingInt(order::indexOf).reversed())
                .<Effect>map(Start::new)
                .toList();
    }

    private static Set<String> names(List<Name> names) {
        return new LinkedHashSet<>(names.stream().map(Name::text).toList());
    }

    private String text(ExpressionNode node) {
        return values.text(node);
    }

    private Optional<Value> value(ExpressionNode node, Type wanted, String what) {
        return values.known(node, wanted, what);
    }
}
