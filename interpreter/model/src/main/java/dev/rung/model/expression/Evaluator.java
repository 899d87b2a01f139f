package dev.rung.model.expression;

import dev.rung.model.expression.Expression.Operator;
import dev.rung.model.version.Version;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Gives an expression its value. A reading without an answer is unknown, and so is whatever rests on it, unless the other
 * side of an {@code and} or {@code or} decides: never silently false.
 */
public final class Evaluator {
    private final Reader reader;

    private Evaluator(Reader reader) {
        this.reader = reader;
    }

    public static Value evaluate(Expression expression, Reader reader) {
        return new Evaluator(reader).value(expression);
    }

    private Value value(Expression expression) {
        return switch (expression) {
            case Expression.Literal(Value value) -> value;
            case Expression.Joined(List<Expression> pieces) -> joined(pieces);
            case Expression.Part(String name) -> new Value.Text(name);
            case Expression.Call call -> call(call);
            case Expression.Kept(String id) -> reader.kept(id);
            case Expression.Installed(String system) -> reader.installed(system);
            case Expression.Binary binary -> binary(binary);
            case Expression.Not(Expression operand) -> not(value(operand));
            case Expression.Items(List<Expression> items) -> items(items);
            case Expression.Range range -> new Value.Unknown("a range stands only behind `in`");
        };
    }

    private Value joined(List<Expression> pieces) {
        StringBuilder text = new StringBuilder();
        for (Expression piece : pieces) {
            Value value = value(piece);
            if (value instanceof Value.Unknown) {
                return value;
            }
            text.append(value.shown());
        }
        return new Value.Text(text.toString());
    }

    private Value items(List<Expression> items) {
        List<Value> values = new ArrayList<>();
        for (Expression item : items) {
            Value value = value(item);
            if (value instanceof Value.Unknown) {
                return value;
            }
            values.add(value);
        }
        return new Value.Listing(values);
    }

    private Value call(Expression.Call call) {
        List<Value> positional = new ArrayList<>();
        for (Expression argument : call.positional()) {
            Value value = value(argument);
            if (value instanceof Value.Unknown) {
                return value;
            }
            positional.add(value);
        }
        Map<String, Value> named = new LinkedHashMap<>();
        for (Map.Entry<String, Expression> argument : call.named().entrySet()) {
            Value value = value(argument.getValue());
            if (value instanceof Value.Unknown) {
                return value;
            }
            named.put(argument.getKey(), value);
        }
        return Conversion.to(call.type(), reader.read(call, positional, named));
    }

    private static Value not(Value operand) {
        return operand instanceof Value.Truth(boolean holds) ? new Value.Truth(!holds) : noTruth(operand);
    }

    private static Value noTruth(Value value) {
        return value instanceof Value.Unknown
                ? value
                : new Value.Unknown("`" + value.shown() + "` is neither true nor false");
    }

    private Value binary(Expression.Binary binary) {
        return switch (binary.operator()) {
            case AND -> both(binary, false);
            case OR -> both(binary, true);
            case IN -> in(value(binary.left()), binary.right());
            case NOT_IN -> not(in(value(binary.left()), binary.right()));
            default -> strict(binary.operator(), value(binary.left()), value(binary.right()));
        };
    }

    /** @param decides the truth of one side that decides alone, whatever the other is */
    private Value both(Expression.Binary binary, boolean decides) {
        Value left = value(binary.left());
        if (left instanceof Value.Truth(boolean holds) && holds == decides) {
            return left;
        }
        Value right = value(binary.right());
        if (right instanceof Value.Truth(boolean holds) && holds == decides) {
            return right;
        }
        return left instanceof Value.Truth && right instanceof Value.Truth
                ? new Value.Truth(!decides)
                : noTruth(left instanceof Value.Truth ? right : left);
    }

    private Value in(Value left, Expression right) {
        if (left instanceof Value.Unknown) {
            return left;
        }
        if (right instanceof Expression.Range(Expression from, Expression to)) {
            return inRange(left, value(from), value(to));
        }
        Value list = value(right);
        if (!(list instanceof Value.Listing(List<Value> items))) {
            return list instanceof Value.Unknown ? list : new Value.Unknown("`" + list.shown() + "` is no list");
        }
        for (Value item : items) {
            if (strict(Operator.EQUAL, left, item) instanceof Value.Truth(boolean same) && same) {
                return new Value.Truth(true);
            }
        }
        return new Value.Truth(false);
    }

    private static Value inRange(Value left, Value from, Value to) {
        Optional<Version> is = Conversion.version(left);
        Optional<Version> lowest = Conversion.version(from);
        Optional<Version> highest = Conversion.version(to);
        if (is.isEmpty() || lowest.isEmpty() || highest.isEmpty()) {
            return new Value.Unknown(
                    "`" + left.shown() + "` cannot be held against " + from.shown() + " .. " + to.shown());
        }
        boolean inside = is.get().compareTo(lowest.get()) >= 0
                && (is.get().compareTo(highest.get()) <= 0 || is.get().startsWith(highest.get()));
        return new Value.Truth(inside);
    }

    private static Value strict(Operator operator, Value left, Value right) {
        if (left instanceof Value.Unknown) {
            return left;
        }
        if (right instanceof Value.Unknown) {
            return right;
        }
        return switch (operator) {
            case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> compared(operator, left, right);
            case MATCHES -> matches(left, right);
            case PLUS, TIMES, DIVIDED -> Arithmetic.apply(operator, left, right);
            case AND, OR, IN, NOT_IN -> throw new IllegalStateException("decided elsewhere: " + operator);
        };
    }

    private static Value compared(Operator operator, Value left, Value right) {
        Optional<Integer> order = order(left, right);
        if (order.isEmpty()) {
            return new Value.Unknown("`" + left.shown() + "` cannot be compared with `" + right.shown() + "`");
        }
        int is = order.get();
        return new Value.Truth(
                switch (operator) {
                    case EQUAL -> is == 0;
                    case NOT_EQUAL -> is != 0;
                    case LESS -> is < 0;
                    case LESS_OR_EQUAL -> is <= 0;
                    case GREATER -> is > 0;
                    case GREATER_OR_EQUAL -> is >= 0;
                    default -> throw new IllegalStateException("no comparison: " + operator);
                });
    }

    /** Text from the world takes the type of what it is compared with. */
    private static Optional<Integer> order(Value left, Value right) {
        return orderOfLike(Conversion.like(left, right), Conversion.like(right, left));
    }

    private static Optional<Integer> orderOfLike(Value left, Value right) {
        return switch (left) {
            case Value.Text(String a) when right instanceof Value.Text(String b) -> Optional.of(a.compareTo(b));
            case Value.Whole(long a) when right instanceof Value.Whole(long b) -> Optional.of(Long.compare(a, b));
            case Value.Percentage(long a)
            when right instanceof Value.Percentage(long b) -> Optional.of(Long.compare(a, b));
            case Value.Truth(boolean a)
            when right instanceof Value.Truth(boolean b) -> Optional.of(Boolean.compare(a, b));
            case Value.Size(long a) when right instanceof Value.Size(long b) -> Optional.of(Long.compare(a, b));
            case Value.Span(Duration a) when right instanceof Value.Span(Duration b) -> Optional.of(a.compareTo(b));
            case Value.Day a
            when right instanceof Value.Day b -> Optional.of(a.date().compareTo(b.date()));
            case Value.Listing a when right instanceof Value.Listing b && a.equals(b) -> Optional.of(0);
            case Value.Listing ignored when right instanceof Value.Listing -> Optional.of(1);
            default -> versions(left, right);
        };
    }

    private static Optional<Integer> versions(Value left, Value right) {
        boolean either = left instanceof Value.Number || right instanceof Value.Number;
        return either
                ? Conversion.version(left)
                        .flatMap(a -> Conversion.version(right).map(a::compareTo))
                : Optional.empty();
    }

    private static Value matches(Value left, Value right) {
        try {
            return new Value.Truth(
                    Pattern.compile(right.shown()).matcher(left.shown()).find());
        } catch (PatternSyntaxException wrong) {
            return new Value.Unknown("`" + right.shown() + "` is no regular expression: " + wrong.getDescription());
        }
    }
}
