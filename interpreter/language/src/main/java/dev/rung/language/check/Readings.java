package dev.rung.language.check;

import dev.rung.language.check.StatementFinding.ReadsTheWorld;
import dev.rung.language.syntax.Argument;
import dev.rung.language.syntax.ExpressionNode;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds in an expression, and in what its names stand for, what has to be read from the world. */
final class Readings {
    private final Names names;
    private final Set<Object> followed = Collections.newSetFromMap(new IdentityHashMap<>());

    Readings(Names names) {
        this.names = names;
    }

    /** The first reading, as a person would name it; empty if the expression is known when the plan is made. */
    Optional<String> first(ExpressionNode node, Scope scope) {
        if (node instanceof ExpressionNode.Call call && !call.name().text().equals(HopCalls.CROSSES)) {
            return Optional.of(call.name().text());
        }
        if (node instanceof ExpressionNode.Use use) {
            return names.of(use.name(), scope).flatMap(meaning -> of(use.name(), meaning));
        }
        if (node instanceof ExpressionNode.Member member
                && Climbed.system(member, names, scope).isEmpty()
                && member.owner() instanceof ExpressionNode.Use use
                && names.of(use.name(), scope).orElse(null) instanceof Meaning.Sys) {
            return Optional.of(use.name() + "." + member.member());
        }
        for (ExpressionNode child : children(node)) {
            Optional<String> found = first(child, scope);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** @param place what cannot wait until the world is read: {@code a time limit} */
    void mustBeKnown(ExpressionNode node, Scope scope, String place, Findings findings) {
        first(node, scope)
                .filter(reads -> !findings.isFoundIn(node.span()))
                .ifPresent(reads -> findings.add(new ReadsTheWorld(findings.at(node.span()), place, reads)));
    }

    private Optional<String> of(String name, Meaning meaning) {
        return switch (meaning) {
            case Meaning.Fact fact -> Optional.of(name);
            case Meaning.Installed installed -> Optional.of(name);
            case Meaning.Local local
            when local.isElement() || followed.add(local.value()) -> first(local.value(), local.at());
            case Meaning.Let let
            when followed.add(let.declaration()) -> first(let.declaration().value(), Scope.outside(names));
            case Meaning.Input input
            when followed.add(input.declaration()) ->
                input.declaration().value().flatMap(value -> first(value, Scope.outside(names)));
            default -> Optional.empty();
        };
    }

    /** What an expression is made of. */
    static List<ExpressionNode> children(ExpressionNode node) {
        return switch (node) {
            case ExpressionNode.Text text ->
                text.pieces().stream()
                        .flatMap(piece -> piece instanceof ExpressionNode.Piece.Hole(ExpressionNode value)
                                ? Stream.of(value)
                                : Stream.empty())
                        .toList();
            case ExpressionNode.Member member -> List.of(member.owner());
            case ExpressionNode.Call call ->
                call.arguments().stream().map(Argument::value).toList();
            case ExpressionNode.Binary binary -> List.of(binary.left(), binary.right());
            case ExpressionNode.Not not -> List.of(not.operand());
            case ExpressionNode.Items items -> items.items();
            case ExpressionNode.Range range -> List.of(range.from(), range.to());
            case ExpressionNode.Literal literal -> List.of();
            case ExpressionNode.Use use -> List.of();
            case ExpressionNode.Unread unread -> List.of();
        };
    }
}
