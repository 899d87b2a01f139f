package dev.rung.language.lower;

import dev.rung.model.expression.Expression;
import dev.rung.model.expression.Expression.Literal;
import dev.rung.model.expression.Value;
import dev.rung.model.version.Version;
import java.util.Map;

/** What an expression comes to, now that it is known what is installed. @param installed by system */
record Known(Map<String, Version> installed) {
    Expression in(Expression expression) {
        return switch (expression) {
            case Expression.Installed(String system)
            when installed.containsKey(system) -> new Literal(new Value.Number(installed.get(system)));
            case Expression.Binary(Expression.Operator operator, Expression left, Expression right) ->
                Folding.binary(operator, in(left), in(right));
            case Expression.Not(Expression operand) -> Folding.not(in(operand));
            default -> expression;
        };
    }
}
