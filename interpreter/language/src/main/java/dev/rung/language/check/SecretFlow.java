package dev.rung.language.check;

import dev.rung.language.check.SecretFinding.SecretLeaks;
import dev.rung.language.syntax.ExpressionNode;
import dev.rung.model.expression.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the secret that an expression is made of, and the way that it has come. */
final class SecretFlow {
    private final Names names;
    private final Types types;
    private final Findings findings;

    SecretFlow(Names names, Types types, Findings findings) {
        this.names = names;
        this.types = types;
        this.findings = findings;
    }

    /** @param node one that is a secret @param into what it goes into, which shows or keeps it */
    void leaks(ExpressionNode node, Scope scope, String into) {
        ExpressionNode leaf = leaf(node, scope);
        List<String> path = new ArrayList<>();
        follow(leaf, scope, path);
        findings.add(new SecretLeaks(findings.at(leaf.span()), path.getFirst(), List.copyOf(path), into));
    }

    /** The name or the call that brings it, where it stands in the expression itself. */
    private ExpressionNode leaf(ExpressionNode node, Scope scope) {
        if (node instanceof ExpressionNode.Call) {
            return node;
        }
        Optional<ExpressionNode> inner = Readings.children(node).stream()
                .filter(child -> isSecret(child, scope))
                .findFirst();
        return inner.isPresent() ? leaf(inner.get(), scope) : node;
    }

    private boolean isSecret(ExpressionNode node, Scope scope) {
        return types.of(node, scope).filter(Type.SECRET::equals).isPresent();
    }

    private void follow(ExpressionNode leaf, Scope scope, List<String> path) {
        path.addFirst(
                leaf instanceof ExpressionNode.Use use
                        ? use.name()
                        : findings.at(leaf.span()).text());
        if (leaf instanceof ExpressionNode.Use use
                && names.of(use.name(), scope).orElse(null) instanceof Meaning.Let let
                && path.size() < 100) {
            Scope outside = Scope.outside(names);
            follow(leaf(let.declaration().value(), outside), outside, path);
        }
    }
}
