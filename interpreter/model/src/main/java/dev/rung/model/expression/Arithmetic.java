package dev.rung.model.expression;

import dev.rung.model.expression.Expression.Operator;
import java.time.Duration;

/** {@code + * /} on whole numbers, sizes, durations and percentages; {@code +} joins texts. Overflow is unknown, not wrong. */
final class Arithmetic {
    private Arithmetic() {}

    static Value apply(Operator operator, Value left, Value right) {
        try {
            return switch (operator) {
                case PLUS -> plus(left, right);
                case TIMES -> times(left, right);
                case DIVIDED -> divided(left, right);
                default -> throw new IllegalStateException("no arithmetic: " + operator);
            };
        } catch (ArithmeticException impossible) {
            return new Value.Unknown("`" + left.shown() + " " + operator.word() + " " + right.shown()
                    + "` has no value: " + (isZero(right) ? "a division by zero" : "it is too large"));
        }
    }

    private static boolean isZero(Value value) {
        return value instanceof Value.Whole(long number) && number == 0;
    }

    private static Value plus(Value left, Value right) {
        return switch (left) {
            case Value.Whole(long a) when right instanceof Value.Whole(long b) -> new Value.Whole(Math.addExact(a, b));
            case Value.Size(long a) when right instanceof Value.Size(long b) -> new Value.Size(Math.addExact(a, b));
            case Value.Span(Duration a) when right instanceof Value.Span(Duration b) -> new Value.Span(a.plus(b));
            case Value.Text(String a) -> new Value.Text(a + right.shown());
            default -> mismatch(Operator.PLUS, left, right);
        };
    }

    private static Value times(Value left, Value right) {
        return switch (left) {
            case Value.Whole(long a) -> scaled(right, a, 1);
            case Value.Percentage(long a) -> scaled(right, a, 100);
            default ->
                switch (right) {
                    case Value.Whole(long b) -> scaled(left, b, 1);
                    case Value.Percentage(long b) -> scaled(left, b, 100);
                    default -> mismatch(Operator.TIMES, left, right);
                };
        };
    }

    private static Value divided(Value left, Value right) {
        if (right instanceof Value.Whole(long b)) {
            if (b == 0) {
                throw new ArithmeticException();
            }
            return scaled(left, 1, b);
        }
        return mismatch(Operator.DIVIDED, left, right);
    }

    private static Value scaled(Value value, long factor, long divisor) {
        return switch (value) {
            case Value.Whole(long number) -> new Value.Whole(Math.multiplyExact(number, factor) / divisor);
            case Value.Size(long bytes) -> new Value.Size(Math.multiplyExact(bytes, factor) / divisor);
            case Value.Span(Duration span) ->
                new Value.Span(span.multipliedBy(factor).dividedBy(divisor));
            default -> mismatch(Operator.TIMES, value, new Value.Whole(factor));
        };
    }

    private static Value mismatch(Operator operator, Value left, Value right) {
        return new Value.Unknown(
                "`" + left.shown() + "` and `" + right.shown() + "` do not go together with `" + operator.word() + "`");
    }
}
