package dev.rung.language.lower;

import dev.rung.language.check.Scope;
import dev.rung.language.lower.LowerFinding.NotKnown;
import dev.rung.language.syntax.ExpressionNode;
import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.expression.Expression;
import dev.rung.model.expression.Expression.Literal;
import dev.rung.model.expression.Type;
import dev.rung.model.expression.Value;
import dev.rung.model.text.SourceMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The values of a body's clauses: those that the world gives later, and those that have to be known by now. */
record Values(ExpressionLowering expressions, SourceMap file, Scope scope, Consumer<Diagnostic> findings) {
    Expression later(ExpressionNode node, Type wanted) {
        return expressions.lower(node, scope, wanted);
    }

    String text(ExpressionNode node) {
        return known(node, Type.TEXT, "this text").map(Value::shown).orElse("");
    }

    /** @param what it is, for the message where it is not known */
    Optional<Value> known(ExpressionNode node, Type wanted, String what) {
        Expression lowered = later(node, wanted);
        if (lowered instanceof Literal(Value value) && !(value instanceof Value.Unknown)) {
            return Optional.of(value);
        }
        String why = lowered instanceof Literal(Value.Unknown(String reason)) ? reason : "it is read from the world";
        findings.accept(new NotKnown(file.at(node.span()), what, why));
        return Optional.empty();
    }

    List<Expression> command(ExpressionNode node) {
        return switch (expressions.command(node, scope)) {
            case Expression.Items(List<Expression> items) -> items;
            case Literal(Value.Listing(List<Value> items)) ->
                items.stream().<Expression>map(Literal::new).toList();
            case Expression other -> {
                findings.accept(new NotKnown(file.at(node.span()), "the command", "it is no list of words"));
                yield List.of(other);
            }
        };
    }
}
