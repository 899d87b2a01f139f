package dev.rung.model.plan;

import dev.rung.model.effect.Ask;
import dev.rung.model.effect.Call;
import dev.rung.model.effect.Changes;
import dev.rung.model.effect.Check;
import dev.rung.model.effect.Command;
import dev.rung.model.effect.Condition;
import dev.rung.model.effect.Download;
import dev.rung.model.effect.Effect;
import dev.rung.model.effect.Import;
import dev.rung.model.effect.Notify;
import dev.rung.model.effect.Remember;
import dev.rung.model.effect.Request;
import dev.rung.model.effect.Run;
import dev.rung.model.effect.Send;
import dev.rung.model.effect.SetKey;
import dev.rung.model.effect.Sql;
import dev.rung.model.effect.Wait;
import dev.rung.model.expression.Expression;
import dev.rung.model.expression.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the body of a repetition out for one of its values: the value filled in, the ids its own. */
record Unrolling(Item.Each each, int number, Value value) {
    static List<Item> of(Item.Each each, List<Value> values) {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            items.addAll(new Unrolling(each, i + 1, values.get(i)).items(each.body()));
        }
        return List.copyOf(items);
    }

    private String id(String id) {
        String loop = each.id();
        return id.startsWith(loop + "/") ? loop + "/" + number + id.substring(loop.length()) : id;
    }

    private List<Item> items(List<Item> items) {
        return items.stream().map(this::item).toList();
    }

    private Item item(Item item) {
        return switch (item) {
            case Item.Step step -> step(step);
            case Item.Choice choice ->
                new Item.Choice(
                        id(choice.id()),
                        condition(choice.condition()),
                        choice.text(),
                        choice.at(),
                        items(choice.then()),
                        items(choice.otherwise()));
            case Item.Each each ->
                new Item.Each(
                        id(each.id()),
                        each.variable(),
                        expression(each.list()),
                        each.text(),
                        each.at(),
                        items(each.body()));
            case Item.Ladder ladder -> throw new IllegalStateException("a bug: a ladder in a repetition");
        };
    }

    private Item.Step step(Item.Step step) {
        return new Item.Step(
                id(step.id()),
                step.phase(),
                step.text() + "  # " + each.variable() + " = " + value.shown(),
                step.at(),
                step.effects().stream().map(this::effect).toList(),
                step.within(),
                step.retry(),
                step.waivable(),
                step.undo().stream().map(this::step).toList());
    }

    private Effect effect(Effect effect) {
        return switch (effect) {
            case Ask ask ->
                new Ask(ask.name(), ask.text(), ask.deed(), ask.verify().map(this::condition), changes(ask.changes()));
            case Call call -> new Call(call.title(), request(call.request()), changes(call.changes()));
            case Check check -> new Check(condition(check.condition()), check.otherwise());
            case Download load ->
                new Download(
                        id(load.deed()),
                        load.title(),
                        expression(load.url()),
                        expression(load.target()),
                        expression(load.sha256()));
            case Import in -> new Import(in.data(), expression(in.source()), in.title());
            case Notify notify -> new Notify(notify.title(), expression(notify.url()), notify.text());
            case Remember remember -> new Remember(remember.name(), expression(remember.value()));
            case Run run -> new Run(run.title(), command(run.command()), changes(run.changes()));
            case Send send -> new Send(send.title(), request(send.request()), send.last());
            case SetKey set -> new SetKey(set.config(), set.key(), expression(set.value()));
            case Sql sql ->
                new Sql(
                        sql.title(),
                        sql.database(),
                        expression(sql.command()),
                        expression(sql.values()),
                        changes(sql.changes()));
            case Wait wait ->
                new Wait(condition(wait.condition()), wait.unless().map(this::condition));
            default -> effect;
        };
    }

    private Changes changes(Changes changes) {
        return new Changes(
                id(changes.deed()),
                changes.data(),
                changes.code(),
                changes.declared(),
                changes.undoable(),
                changes.idempotent());
    }

    private Command command(Command command) {
        return new Command(
                expressions(command.words()),
                expression(command.directory()),
                expressions(command.environment()),
                command.expect(),
                command.place());
    }

    private Request request(Request request) {
        return new Request(
                request.method(),
                expression(request.url()),
                expressions(request.headers()),
                expression(request.body()),
                request.expect());
    }

    private Condition condition(Condition condition) {
        return switch (condition) {
            case Condition.Holds(Expression expression, String source) ->
                new Condition.Holds(expression(expression), source);
            case Condition.All(List<Condition> all) ->
                new Condition.All(all.stream().map(this::condition).toList());
            default -> condition;
        };
    }

    private Optional<Expression> expression(Optional<Expression> expression) {
        return expression.map(this::expression);
    }

    private List<Expression> expressions(List<Expression> expressions) {
        return expressions.stream().map(this::expression).toList();
    }

    private Map<String, Expression> expressions(Map<String, Expression> expressions) {
        Map<String, Expression> filled = new LinkedHashMap<>();
        expressions.forEach((name, expression) -> filled.put(name, expression(expression)));
        return filled;
    }

    private Expression expression(Expression expression) {
        return switch (expression) {
            case Expression.Kept(String id) ->
                id.equals(each.id()) ? new Expression.Literal(value) : new Expression.Kept(id(id));
            case Expression.Joined(List<Expression> pieces) -> new Expression.Joined(expressions(pieces));
            case Expression.Call call ->
                new Expression.Call(
                        call.name(), expressions(call.positional()), expressions(call.named()), call.type());
            case Expression.Binary(Expression.Operator operator, Expression left, Expression right) ->
                new Expression.Binary(operator, expression(left), expression(right));
            case Expression.Not(Expression operand) -> new Expression.Not(expression(operand));
            case Expression.Items(List<Expression> items) -> new Expression.Items(expressions(items));
            case Expression.Range(Expression from, Expression to) ->
                new Expression.Range(expression(from), expression(to));
            case Expression.Literal literal -> literal;
            case Expression.Part part -> part;
            case Expression.Installed installed -> installed;
        };
    }
}
