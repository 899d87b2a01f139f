package dev.rung.engine.run;

import dev.rung.engine.driver.Trouble;
import dev.rung.model.expression.Evaluator;
import dev.rung.model.expression.Expression;
import dev.rung.model.expression.Reader;
import dev.rung.model.expression.Type;
import dev.rung.model.expression.Value;
import dev.rung.model.plan.Installation;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The secrets of an installation: each is read once, when it is first used, and told to nobody from there on. */
final class Secrets {
    private final Map<String, Expression> readings;
    private final Reader reader;
    private final Map<String, Value> read = new LinkedHashMap<>();
    private final Mask mask = new Mask();

    /** @param readings how each is read, by name */
    Secrets(Map<String, Expression> readings, Reader reader) {
        this.readings = readings;
        this.reader = reader;
    }

    Mask mask() {
        return mask;
    }

    /** The variables of this process' environment that are secrets: what is started here is not given them. */
    static Set<String> variables(Map<String, Expression> readings) {
        Set<String> variables = new LinkedHashSet<>();
        readings.values().forEach(reading -> addVariables(reading, variables));
        return variables;
    }

    private static void addVariables(Expression expression, Set<String> variables) {
        switch (expression) {
            case Expression.Call call -> {
                if (call.name().equals("env")
                        && call.positional().size() == 1
                        && call.positional().getFirst() instanceof Expression.Literal(Value name)) {
                    variables.add(name.shown());
                }
                call.positional().forEach(argument -> addVariables(argument, variables));
                call.named().values().forEach(argument -> addVariables(argument, variables));
            }
            case Expression.Joined(List<Expression> pieces) -> pieces.forEach(piece -> addVariables(piece, variables));
            case Expression other -> {
                // reads no variable
            }
        }
    }

    /** What a secret is; unknown, and why, if it cannot be read. */
    Value value(String name) {
        Value before = read.get(name);
        if (before != null) {
            return before;
        }
        Expression reading = readings.get(name);
        Value value = reading == null
                ? new Value.Unknown("nobody knows the secret `" + name + "`")
                : Evaluator.evaluate(revealed(reading), reader);
        if (value instanceof Value.Unknown(String why)) {
            return new Value.Unknown("the secret `" + name + "` cannot be read: " + mask.hide(why));
        }
        read.put(name, value);
        mask.add(name, value.shown());
        return value;
    }

    /** An argument of a driver. */
    Value argument(Value value) throws Trouble {
        if (value instanceof Value.Secret(String name)) {
            Value is = value(name);
            if (is instanceof Value.Unknown(String why)) {
                throw new Trouble(why);
            }
            return is;
        }
        return value;
    }

    Map<String, Value> arguments(Installation.Part part) throws Trouble {
        Map<String, Value> arguments = new LinkedHashMap<>();
        for (Map.Entry<String, Value> argument : part.arguments().entrySet()) {
            arguments.put(argument.getKey(), argument(argument.getValue()));
        }
        return arguments;
    }

    /** Whether it is one, or is made of one: what a call answers that is given one is none, unless the call says so. */
    static boolean isSecret(Expression expression) {
        return switch (expression) {
            case Expression.Literal(Value value) -> value instanceof Value.Secret;
            case Expression.Joined(List<Expression> pieces) -> pieces.stream().anyMatch(Secrets::isSecret);
            case Expression.Items(List<Expression> items) -> items.stream().anyMatch(Secrets::isSecret);
            case Expression.Call call -> call.type() == Type.SECRET;
            case Expression other -> false;
        };
    }

    /** With what each secret is in its place. */
    Expression revealed(Expression expression) {
        return switch (expression) {
            case Expression.Literal(Value.Secret(String name)) -> new Expression.Literal(value(name));
            case Expression.Literal _, Expression.Part _, Expression.Kept _, Expression.Installed _ -> expression;
            case Expression.Joined(List<Expression> pieces) -> new Expression.Joined(all(pieces));
            case Expression.Items(List<Expression> items) -> new Expression.Items(all(items));
            case Expression.Not(Expression operand) -> new Expression.Not(revealed(operand));
            case Expression.Binary(Expression.Operator operator, Expression left, Expression right) ->
                new Expression.Binary(operator, revealed(left), revealed(right));
            case Expression.Range(Expression from, Expression to) -> new Expression.Range(revealed(from), revealed(to));
            case Expression.Call call -> {
                Map<String, Expression> named = new LinkedHashMap<>();
                call.named().forEach((name, value) -> named.put(name, revealed(value)));
                yield new Expression.Call(call.name(), all(call.positional()), named, call.type());
            }
        };
    }

    private List<Expression> all(List<Expression> expressions) {
        return expressions.stream().map(this::revealed).toList();
    }
}
