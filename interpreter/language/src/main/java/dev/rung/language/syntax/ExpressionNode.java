package dev.rung.language.syntax;

import dev.rung.model.expression.Expression.Operator;
import dev.rung.model.expression.Value;
import dev.rung.model.text.Span;
import java.util.List;
import java.util.Optional;

/** An expression as it was written. Parentheses leave no node: the shape of the tree says what they said. */
public sealed interface ExpressionNode {
    Span span();

    /** {@code "…"}, {@code '…'} and their forms over several lines; a text without holes has at most one piece. */
    record Text(List<Piece> pieces, Span span) implements ExpressionNode {
        public Text {
            pieces = List.copyOf(pieces);
        }

        /** The text, if there is no hole in it. */
        public Optional<String> fixed() {
            StringBuilder all = new StringBuilder();
            for (Piece piece : pieces) {
                if (!(piece instanceof Piece.Fixed(String text))) {
                    return Optional.empty();
                }
                all.append(text);
            }
            return Optional.of(all.toString());
        }
    }

    /** What a text is made of. */
    sealed interface Piece {
        /** @param text with escapes and indentation already taken care of */
        record Fixed(String text) implements Piece {}

        record Hole(ExpressionNode value) implements Piece {}
    }

    /** Anything that says its type by its form: a number, a version, a duration, a size, a date, {@code true}. */
    record Literal(Value value, Span span) implements ExpressionNode {}

    record Use(String name, Span span) implements ExpressionNode {}

    record Member(ExpressionNode owner, Name member, Span span) implements ExpressionNode {}

    record Call(Name name, List<Argument> arguments, Span span) implements ExpressionNode {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** @param operatorSpan where the operator stands */
    record Binary(Operator operator, ExpressionNode left, ExpressionNode right, Span operatorSpan, Span span)
            implements ExpressionNode {}

    record Not(ExpressionNode operand, Span span) implements ExpressionNode {}

    record Items(List<ExpressionNode> items, Span span) implements ExpressionNode {
        public Items {
            items = List.copyOf(items);
        }
    }

    record Range(ExpressionNode from, ExpressionNode to, Span span) implements ExpressionNode {}

    /** Stands for what could not be read; a diagnostic says why, so nothing more is said about it. */
    record Unread(Span span) implements ExpressionNode {}
}
