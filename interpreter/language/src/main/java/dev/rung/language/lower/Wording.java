package dev.rung.language.lower;

import dev.rung.language.check.Meaning;
import dev.rung.language.check.RequiredFact;
import dev.rung.language.check.Scope;
import dev.rung.language.syntax.Argument;
import dev.rung.language.syntax.ExpressionNode;
import dev.rung.language.syntax.ExpressionNode.Piece;
import dev.rung.model.expression.Expression;
import dev.rung.model.expression.Expression.Literal;
import dev.rung.model.expression.Expression.Operator;
import dev.rung.model.expression.Type;
import dev.rung.model.expression.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes expressions as a person would with the values at hand: names of inputs and of the hop filled in, facts and parts by name. */
final class Wording {
    private final Environment environment;
    private final ExpressionLowering expressions;

    Wording(Environment environment, ExpressionLowering expressions) {
        this.environment = environment;
        this.expressions = expressions;
    }

    String of(ExpressionNode node, Scope scope) {
        return switch (node) {
            case ExpressionNode.Text text -> text(text, scope);
            case ExpressionNode.Literal literal -> ValueWords.written(literal.value());
            case ExpressionNode.Use use ->
                filledIn(use, scope)
                        .flatMap(name -> constant(use, scope))
                        .map(ValueWords::written)
                        .orElse(use.name());
            case ExpressionNode.Member member ->
                constantRelease(member, scope)
                        .map(ValueWords::written)
                        .orElseGet(() -> owner(member, scope) + "." + member.member());
            case ExpressionNode.Call call ->
                call.name()
                        + call.arguments().stream()
                                .map(argument -> argument(argument, scope))
                                .collect(Collectors.joining(", ", "(", ")"));
            case ExpressionNode.Not not -> "not " + operand(not.operand(), Operator.EQUAL, scope);
            case ExpressionNode.Items items ->
                items.items().stream().map(item -> of(item, scope)).collect(Collectors.joining(", ", "[", "]"));
            case ExpressionNode.Binary binary ->
                operand(binary.left(), binary.operator(), scope) + " "
                        + binary.operator().word() + " " + operand(binary.right(), binary.operator(), scope);
            case ExpressionNode.Range range -> of(range.from(), scope) + " .. " + of(range.to(), scope);
            case ExpressionNode.Unread unread -> "…";
        };
    }

    private String argument(Argument argument, Scope scope) {
        return argument.name().map(name -> name + ": ").orElse("") + of(argument.value(), scope);
    }

    private String operand(ExpressionNode node, Operator around, Scope scope) {
        String words = of(node, scope);
        boolean looser = node instanceof ExpressionNode.Binary inner && level(inner.operator()) <= level(around);
        boolean same = node instanceof ExpressionNode.Binary inner && inner.operator() == around;
        return looser && !same ? "(" + words + ")" : words;
    }

    private static int level(Operator operator) {
        return switch (operator) {
            case OR -> 0;
            case AND -> 1;
            case TIMES, DIVIDED -> 4;
            case PLUS -> 3;
            default -> 2;
        };
    }

    private String text(ExpressionNode.Text text, Scope scope) {
        if (text.fixed().isPresent()) {
            return ValueWords.quoted(text.fixed().get());
        }
        StringBuilder words = new StringBuilder();
        for (Piece piece : text.pieces()) {
            switch (piece) {
                case Piece.Fixed(String fixed) -> words.append(ValueWords.escaped(fixed));
                case Piece.Hole(ExpressionNode value) -> words.append(hole(value, scope));
            }
        }
        return '"' + words.toString() + '"';
    }

    private String hole(ExpressionNode value, Scope scope) {
        return constant(value, scope)
                .map(each -> ValueWords.escaped(each.shown()))
                .orElseGet(() -> "${" + of(value, scope) + "}");
    }

    private Optional<Value> constant(ExpressionNode node, Scope scope) {
        Expression lowered = expressions.value(node, scope, Type.READING);
        return lowered instanceof Literal(Value value)
                        && !(value instanceof Value.Unknown)
                        && !(value instanceof Value.Secret)
                ? Optional.of(value)
                : Optional.empty();
    }

    /** Facts and parts go by their names even where their value is known. */
    private Optional<String> filledIn(ExpressionNode.Use use, Scope scope) {
        return environment
                .names()
                .of(use.name(), scope)
                .filter(meaning -> meaning instanceof Meaning.Input
                        || meaning instanceof Meaning.Let
                        || meaning instanceof Meaning.Local
                        || meaning instanceof Meaning.Given)
                .map(meaning -> use.name());
    }

    /** What a release requires has no words of its own, but where it requires something that is its number. */
    private String owner(ExpressionNode.Member member, Scope scope) {
        return RequiredFact.of(member, environment.names(), scope).isPresent()
                ? "next.requires"
                : of(member.owner(), scope);
    }

    private Optional<Value> constantRelease(ExpressionNode.Member member, Scope scope) {
        boolean release = RequiredFact.of(member, environment.names(), scope).isPresent()
                || member.owner() instanceof ExpressionNode.Use use
                        && environment.names().of(use.name(), scope).orElse(null) instanceof Meaning.Given;
        return release ? constant(member, scope) : Optional.empty();
    }

    /** A command in one line, its words as they are. */
    String command(ExpressionNode node, Scope scope) {
        List<String> words = node instanceof ExpressionNode.Items items
                ? items.items().stream().map(item -> plain(item, scope)).toList()
                : List.of(plain(node, scope));
        return String.join(" ", words);
    }

    private String plain(ExpressionNode node, Scope scope) {
        return constant(node, scope)
                .map(value -> value instanceof Value.Listing(List<Value> items)
                        ? items.stream().map(Value::shown).collect(Collectors.joining(" "))
                        : value.shown())
                .orElseGet(() -> {
                    String words = of(node, scope);
                    return words.startsWith("\"") ? words.substring(1, words.length() - 1) : words;
                });
    }
}
