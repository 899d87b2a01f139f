package dev.rung.language.lower;

import dev.rung.language.check.Climbed;
import dev.rung.language.check.Meaning;
import dev.rung.language.check.Names;
import dev.rung.language.check.RequiredFact;
import dev.rung.language.check.Scope;
import dev.rung.language.check.Types;
import dev.rung.language.syntax.ExpressionNode;
import dev.rung.model.expression.Type;
import java.util.Optional;

/** What the two sides of an operator have in common: the type of both in the end, and the system whose numbers they are. */
final class Sides {
    private final Names names;
    private final Types types;

    Sides(Names names) {
        this.names = names;
        this.types = new Types(names);
    }

    Type type(ExpressionNode.Binary binary, Scope scope) {
        return switch (binary.operator()) {
            case AND, OR -> Type.BOOL;
            case IN, NOT_IN -> membership(binary, scope);
            case MATCHES -> Type.TEXT;
            case PLUS -> Type.READING;
            case TIMES, DIVIDED -> Type.INT;
            default -> common(binary.left(), binary.right(), scope);
        };
    }

    /** The system whose numbers are compared, if they are a system's numbers. */
    Optional<String> system(ExpressionNode.Binary binary, Scope scope) {
        return systemOf(binary.left(), scope).or(() -> systemOf(binary.right(), scope));
    }

    private Type membership(ExpressionNode.Binary binary, Scope scope) {
        if (binary.right() instanceof ExpressionNode.Range) {
            return Type.VERSION;
        }
        return binary.right() instanceof ExpressionNode.Items items
                        && !items.items().isEmpty()
                ? common(binary.left(), items.items().getFirst(), scope)
                : Type.READING;
    }

    /** The type that both sides of a comparison have in the end: that of the side which says one. */
    private Type common(ExpressionNode left, ExpressionNode right, Scope scope) {
        Type a = definite(left, scope);
        Type b = definite(right, scope);
        if (a == Type.VERSION || b == Type.VERSION) {
            return Type.VERSION;
        }
        return a == Type.READING || a == Type.TEXT ? (b == Type.READING ? a : b) : a;
    }

    private Type definite(ExpressionNode node, Scope scope) {
        Type type = types.of(node, scope).orElse(Type.READING);
        return type == Type.RELEASE ? Type.VERSION : type;
    }

    private Optional<String> systemOf(ExpressionNode node, Scope scope) {
        return switch (node) {
            case ExpressionNode.Use use ->
                switch (names.of(use.name(), scope).orElse(null)) {
                    case Meaning.Installed installed -> Optional.of(installed.system());
                    case Meaning.Given given when given.word().inHop() -> scope.system();
                    case null, default -> Optional.empty();
                };
            case ExpressionNode.Member member
            when RequiredFact.of(member, names, scope).isPresent() -> Optional.empty();
            case ExpressionNode.Member member ->
                Climbed.system(member, names, scope)
                        .or(() -> installed(member, scope))
                        .or(() -> systemOf(member.owner(), scope));
            default -> Optional.empty();
        };
    }

    private Optional<String> installed(ExpressionNode.Member member, Scope scope) {
        return member.owner() instanceof ExpressionNode.Use use
                        && names.of(use.name(), scope).orElse(null) instanceof Meaning.Sys
                        && member.member().text().equals("installed")
                ? Optional.of(use.name())
                : Optional.empty();
    }
}
