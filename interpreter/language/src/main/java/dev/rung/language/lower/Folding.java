package dev.rung.language.lower;

import dev.rung.model.expression.Evaluator;
import dev.rung.model.expression.Expression;
import dev.rung.model.expression.Expression.Literal;
import dev.rung.model.expression.Expression.Operator;
import dev.rung.model.expression.Reader;
import dev.rung.model.expression.Value;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Computes what is constant, so that a plan shows values. */
final class Folding {
    /** Nothing that is folded reads the world. */
    private static final Reader NOBODY = new Reader() {
        @Override
        public Value read(Expression.Call call, List<Value> positional, Map<String, Value> named) {
            throw new IllegalStateException("a bug: folding a reading");
        }

        @Override
        public Value installed(String system) {
            throw new IllegalStateException("a bug: folding a reading");
        }

        @Override
        public Value kept(String id) {
            throw new IllegalStateException("a bug: folding a reading");
        }
    };

    private Folding() {}

    static Expression joined(List<Expression> pieces) {
        Expression joined = new Expression.Joined(pieces);
        return constant(pieces.stream()) ? computed(joined) : joined;
    }

    static Expression items(List<Expression> items) {
        Expression list = new Expression.Items(items);
        return constant(items.stream()) ? computed(list) : list;
    }

    static Expression not(Expression operand) {
        Expression not = new Expression.Not(operand);
        return constant(operand) ? computed(not) : not;
    }

    static Expression binary(Operator operator, Expression left, Expression right) {
        Expression binary = new Expression.Binary(operator, left, right);
        if (operator == Operator.AND || operator == Operator.OR) {
            return logic(operator == Operator.OR, left, right, binary);
        }
        boolean rangeOfConstants = right instanceof Expression.Range(Expression from, Expression to)
                && from instanceof Literal
                && to instanceof Literal;
        return constant(left) && (constant(right) || rangeOfConstants) ? computed(binary) : binary;
    }

    /** A side that decides alone decides; one that decides nothing goes. */
    private static Expression logic(boolean decides, Expression left, Expression right, Expression whole) {
        if (left instanceof Literal(Value.Truth(boolean holds))) {
            return holds == decides ? left : right;
        }
        if (right instanceof Literal(Value.Truth(boolean holds))) {
            return holds == decides ? right : left;
        }
        return left instanceof Literal && right instanceof Literal ? computed(whole) : whole;
    }

    private static boolean constant(Stream<Expression> expressions) {
        return expressions.allMatch(Folding::constant);
    }

    /** A secret is read where it is used, and so is whatever is made with it. */
    private static boolean constant(Expression expression) {
        return expression instanceof Literal(Value value) && !(value instanceof Value.Secret);
    }

    private static Expression computed(Expression expression) {
        return new Literal(Evaluator.evaluate(expression, NOBODY));
    }
}
