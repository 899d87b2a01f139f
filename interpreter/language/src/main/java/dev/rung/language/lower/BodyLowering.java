package dev.rung.language.lower;

import dev.rung.language.check.Meaning;
import dev.rung.language.check.Scope;
import dev.rung.language.check.StatementNames;
import dev.rung.language.syntax.Clause;
import dev.rung.language.syntax.ExpressionNode;
import dev.rung.language.syntax.Name;
import dev.rung.language.syntax.Statement;
import dev.rung.language.syntax.Tail;
import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.expression.Expression;
import dev.rung.model.expression.Expression.Literal;
import dev.rung.model.expression.Type;
import dev.rung.model.expression.Value;
import dev.rung.model.plan.Installation;
import dev.rung.model.plan.Item;
import dev.rung.model.text.SourceMap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Lowers the statements of one body, in their order. */
final class BodyLowering {
    private final Environment environment;
    private final Installation installation;
    private final SourceMap file;
    private final Place place;
    private final Consumer<Diagnostic> findings;
    private final ExpressionLowering expressions;
    private final StatementWords words;
    private final Values values;
    private final EffectLowering effects;
    private final Staging staging;
    private final Ids ids;
    private final Noting noting;
    private final NestedLadders nested;

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
            SourceMap file,
            Place place,
            Consumer<Diagnostic> findings) {
        this(environment, installation, file, place, findings, NestedLadders.nowhere());
    }

    /** @param nested lowers the ladders within it */
    BodyLowering(
            Environment environment,
            Installation installation,
            SourceMap file,
            Place place,
            Consumer<Diagnostic> findings,
            NestedLadders nested) {
        this(
                environment,
                installation,
                file,
                place,
                findings,
                place.isAside()
                        ? Noting.nowhere(installation)
                        : Noting.in(installation, environment.hop().map(Environment.Hop::system)),
                new Staging(),
                new Ids(),
                nested);
    }

    private BodyLowering(
            Environment environment,
            Installation installation,
            SourceMap file,
            Place place,
            Consumer<Diagnostic> findings,
            Noting noting,
            Staging staging,
            Ids ids,
            NestedLadders nested) {
        this.nested = nested;
        this.environment = environment;
        this.installation = installation;
        this.file = file;
        this.place = place;
        this.findings = findings;
        this.expressions = new ExpressionLowering(environment);
        this.words = new StatementWords(new Wording(environment, expressions), place.scope());
        this.values = new Values(expressions, file, place.scope(), findings);
        this.noting = noting;
        this.staging = staging;
        this.ids = ids;
        this.effects = new EffectLowering(environment, installation, values, words, place.isAside(), noting, staging);
    }

    List<Item> items(List<Statement> statements) {
        List<Item> items = new ArrayList<>();
        BodyLowering body = this;
        for (Statement statement : statements) {
            items.addAll(body.items(statement));
            body = body.behind(statement);
        }
        return items;
    }

    private List<Item> items(Statement statement) {
        return switch (statement) {
            case Statement.When when -> when(when);
            case Statement.ForEach each -> each(each);
            case Statement.LetOnce let when value(let) instanceof Literal -> List.of();
            case Statement.StepThrough step ->
                nested.ladder(step, place, environment).stream().toList();
            case Statement.Rollback ignored -> List.of();
            default -> List.of(step(statement));
        };
    }

    /** What goes on behind a statement: with its name, if it has given one. */
    BodyLowering behind(Statement statement) {
        return statement instanceof Statement.LetOnce let
                ? with(
                        place.id(),
                        local(let),
                        value(let) instanceof Literal known ? known : new Expression.Kept(id(let)))
                : this;
    }

    /** What is swapped in from elsewhere than the release file says. */
    Staging staging() {
        return staging;
    }

    Scope scope() {
        return place.scope();
    }

    Map<Name, Expression> locals() {
        return environment.locals();
    }

    private Expression value(Statement.LetOnce let) {
        return expressions.lower(let.value(), place.scope(), Type.READING);
    }

    private Meaning.Local local(Statement.LetOnce let) {
        return new Meaning.Local(let.name(), let.value(), place.scope(), false);
    }

    private BodyLowering with(String id, Meaning.Local local, Expression value) {
        Place inner = new Place(id, place.phase(), place.scope().with(local));
        return new BodyLowering(
                environment.with(local.name(), value),
                installation,
                file,
                inner,
                findings,
                noting,
                staging,
                ids,
                nested);
    }

    /** What is known when the plan is made is written out; what the world gives is read where it stands. */
    private List<Item> each(Statement.ForEach each) {
        Meaning.Local local = new Meaning.Local(each.variable(), each.list(), place.scope(), true);
        Expression list = expressions.lower(each.list(), place.scope(), Type.READING);
        String id = ids.unique(id(each));
        if (list instanceof Literal(Value.Listing(List<Value> values))) {
            List<Item> items = new ArrayList<>();
            for (int i = 0; i < values.size(); i++) {
                Expression value = new Literal(values.get(i));
                items.addAll(with(id + "/" + (i + 1), local, value).items(each.body()));
            }
            return items;
        }
        Noting before = noting.copy();
        List<Item> body = with(id, local, new Expression.Kept(id)).items(each.body());
        noting.join(before);
        return List.of(new Item.Each(id, each.variable().text(), list, words.head(each), file.at(each.span()), body));
    }

    /** What is known when the plan is made is decided here; the rest is a choice of the world's. */
    private List<Item> when(Statement.When when) {
        Expression condition = expressions.lower(when.condition(), place.scope(), Type.BOOL);
        Optional<Statement.StepThrough> ladder = Ladders.decidedBy(when);
        condition = ladder.isPresent() ? nested.decided(condition, environment) : condition;
        if (condition instanceof Literal(Value.Truth(boolean holds))) {
            return items(holds ? when.then() : when.otherwise());
        }
        if (ladder.isPresent()) {
            String what = "whether `" + ladder.get().system() + "` is upgraded here";
            findings.accept(
                    new LowerFinding.NotKnown(file.at(when.condition().span()), what, "it is read from the world"));
            return List.of();
        }
        Noting before = noting.copy();
        List<Item> then = items(when.then());
        Noting afterThen = noting.copy();
        noting.become(before);
        List<Item> otherwise = items(when.otherwise());
        noting.join(afterThen);
        return List.of(new Item.Choice(
                ids.unique(id(when)),
                effects.conditions().of(when.condition()),
                words.asked(when),
                file.at(when.span()),
                then,
                otherwise));
    }

    private String id(Statement statement) {
        return place.id() + "/" + StatementNames.of(statement, file);
    }

    /** A statement without a block. */
    Item.Step step(Statement statement) {
        return new Item.Step(
                id(statement),
                place.phase(),
                words.of(statement),
                file.at(statement.span()),
                effects.of(statement, id(statement)),
                statement.tail().within().flatMap(limit -> duration(limit, "the time limit")),
                statement.tail().retry().flatMap(this::retry),
                statement.tail().orContinue().isPresent(),
                undo(statement));
    }

    private Optional<Item.Retry> retry(Tail.Retry retry) {
        return value(retry.times(), Type.INT, "how often it is tried")
                .flatMap(times -> duration(retry.pause(), "the pause")
                        .filter(pause -> times instanceof Value.Whole)
                        .map(pause -> new Item.Retry(Math.toIntExact(((Value.Whole) times).number()), pause)));
    }

    private Optional<Duration> duration(ExpressionNode node, String what) {
        return value(node, Type.DURATION, what)
                .flatMap(value -> value instanceof Value.Span(Duration span) ? Optional.of(span) : Optional.empty());
    }

    private List<Item.Step> undo(Statement statement) {
        return switch (statement) {
            case Statement.Undoable deed ->
                deed.undo().map(undo -> aside(id(deed) + "/undo", undo.body())).orElse(List.of());
            case Statement.Manual manual ->
                manual.undo().map(undo -> List.of(undo(manual, undo))).orElse(List.of());
            default -> List.of();
        };
    }

    private Item.Step undo(Statement.Manual manual, Clause.ManualUndo undo) {
        String id = id(manual) + "/undo";
        return new Item.Step(
                id,
                "",
                "manual " + StatementNames.undoing(manual) + " " + words.expression(undo.text()),
                file.at(undo.span()),
                List.of(effects.deeds().undo(manual, undo, id)),
                Optional.empty(),
                false,
                List.of());
    }

    /** What is carried out on a way back, if ever. */
    private List<Item.Step> aside(String id, List<Statement> statements) {
        return new BodyLowering(environment, installation, file, Place.aside(id, place.scope()), findings)
                .steps(statements);
    }

    /** Of a body in which nothing stands that has a block of its own. */
    List<Item.Step> steps(List<Statement> statements) {
        return items(statements).stream()
                .map(item -> {
                    if (item instanceof Item.Step step) {
                        return step;
                    }
                    throw new IllegalStateException("a bug: unchecked block in " + place.id());
                })
                .toList();
    }

    private Optional<Value> value(ExpressionNode node, Type wanted, String what) {
        return values.known(node, wanted, what);
    }
}
