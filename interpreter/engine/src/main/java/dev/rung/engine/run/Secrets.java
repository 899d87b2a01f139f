package dev.rung.engine.run;

import dev.rung.model.expression.Expression;
import dev.rung.model.expression.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts in place of each secret how it is read, where its value is used and told to nobody. */
record Secrets(Map<String, Expression> readings) {
    Expression revealed(Expression expression) {
        return switch (expression) {
            case Expression.Literal(Value.Secret(String name))
            when readings.containsKey(name) -> revealed(readings.get(name));
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
