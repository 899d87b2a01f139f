package dev.rung.language.check;

import dev.rung.language.syntax.ExpressionNode;
import dev.rung.language.syntax.ExpressionNode.Piece;
import dev.rung.model.expression.Expression.Operator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What an expression is as a text, as far as literals and the defaults of inputs let one know. */
final class Constants {
    private final Names names;
    private final Set<Object> followed = new HashSet<>();

    Constants(Names names) {
        this.names = names;
    }

    Optional<String> text(ExpressionNode node) {
        return switch (node) {
            case ExpressionNode.Text text -> joined(text);
            case ExpressionNode.Literal literal -> Optional.of(literal.value().shown());
            case ExpressionNode.Use use -> use(use.name());
            case ExpressionNode.Binary binary
            when binary.operator() == Operator.PLUS ->
                text(binary.left()).flatMap(left -> text(binary.right()).map(right -> left + right));
            default -> Optional.empty();
        };
    }

    /** The texts of a list that are known. */
    List<String> texts(ExpressionNode node) {
        return node instanceof ExpressionNode.Items items
                ? items.items().stream().flatMap(item -> text(item).stream()).toList()
                : List.of();
    }

    private Optional<String> joined(ExpressionNode.Text text) {
        StringBuilder all = new StringBuilder();
        for (Piece piece : text.pieces()) {
            Optional<String> known = switch (piece) {
                case Piece.Fixed(String fixed) -> Optional.of(fixed);
                case Piece.Hole(ExpressionNode value) -> text(value);
            };
            if (known.isEmpty()) {
                return Optional.empty();
            }
            all.append(known.get());
        }
        return Optional.of(all.toString());
    }

    private Optional<String> use(String name) {
        Optional<ExpressionNode> value = names.declared(name).flatMap(meaning -> switch (meaning) {
            case Meaning.Input input -> input.declaration().value();
            case Meaning.Let let -> Optional.of(let.declaration().value());
            default -> Optional.empty();
        });
        if (value.isEmpty() || !followed.add(name)) {
            return Optional.empty();
        }
        Optional<String> known = text(value.get());
        followed.remove(name);
        return known;
    }
}
