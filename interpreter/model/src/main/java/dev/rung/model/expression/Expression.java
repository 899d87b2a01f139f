package dev.rung.model.expression;

import java.util.List;
import java.util.Map;

/**
 * An expression without names: inputs, abbreviations, {@code current} and {@code next} have been filled in when the plan
 * was made. Only what has to be read from the world is still open.
 */
public sealed interface Expression {
    record Literal(Value value) implements Expression {}

    /** A text with expressions in it, each shown as its plain text. */
    record Joined(List<Expression> pieces) implements Expression {
        public Joined {
            pieces = List.copyOf(pieces);
        }
    }

    /** A part of a system, as an argument of a call. */
    record Part(String name) implements Expression {}

    /**
     * Reads the world and never changes it.
     *
     * @param type what the place of the call asks the answer to be; {@link Type#READING} if it asks nothing
     */
    record Call(String name, List<Expression> positional, Map<String, Expression> named, Type type)
            implements Expression {
        public Call {
            positional = List.copyOf(positional);
            named = Map.copyOf(named);
        }
    }

    /** What was read before, at the statement with this id. */
    record Kept(String id) implements Expression {}

    /** What a system's {@code installed} says: at the start of a run and after a start; between, what the journal knows. */
    record Installed(String system) implements Expression {}

    record Binary(Operator operator, Expression left, Expression right) implements Expression {}

    record Not(Expression operand) implements Expression {}

    record Items(List<Expression> items) implements Expression {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** A version range; both ends inclusive, an end means its whole line. */
    record Range(Expression from, Expression to) implements Expression {}

    enum Operator {
        OR("or"),
        AND("and"),
        EQUAL("=="),
        NOT_EQUAL("!="),
        LESS("<"),
        LESS_OR_EQUAL("<="),
        GREATER(">"),
        GREATER_OR_EQUAL(">="),
        IN("in"),
        NOT_IN("not in"),
        MATCHES("matches"),
        PLUS("+"),
        TIMES("*"),
        DIVIDED("/");

        private final String word;

        Operator(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }
}
