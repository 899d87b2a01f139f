package dev.rung.language.check;

import dev.rung.language.check.StatementFinding.ReadsLockedDatabase;
import dev.rung.language.signature.Signatures;
import dev.rung.language.syntax.Argument;
import dev.rung.language.syntax.ExpressionNode;
import dev.rung.language.syntax.Name;
import dev.rung.model.expression.Type;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;

/**
 * Finds readings of an embedded database at places where the service that has it open runs. A fact is looked at where it
 * is said, and nowhere else.
 */
final class LockedReads {
    private final Names names;
    private final Findings findings;
    /** What was followed to its ends and reads no content at all, wherever it is used. */
    private final Set<ExpressionNode> harmless = Collections.newSetFromMap(new IdentityHashMap<>());

    LockedReads(Names names, Findings findings) {
        this.names = names;
        this.findings = findings;
    }

    /** @param running the services that are up there @param when in words */
    void look(ExpressionNode node, Scope scope, Set<String> running, String when) {
        look(node, node, scope, running, when, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    /** @return whether some content is read, or was followed before, so that nobody knows */
    private boolean look(
            ExpressionNode shown,
            ExpressionNode node,
            Scope scope,
            Set<String> running,
            String when,
            Set<ExpressionNode> followed) {
        boolean reads = node instanceof ExpressionNode.Call called && readsContent(called);
        if (reads && node instanceof ExpressionNode.Call call) {
            for (Argument argument : call.arguments()) {
                locked(argument.value(), scope)
                        .filter(lock -> running.contains(lock.service()))
                        .ifPresent(lock -> findings.add(new ReadsLockedDatabase(
                                findings.at(shown.span()), lock.database(), lock.service(), when)));
            }
        }
        if (node instanceof ExpressionNode.Use use
                && names.of(use.name(), scope).orElse(null) instanceof Meaning.Let let) {
            ExpressionNode value = let.declaration().value();
            if (!harmless.contains(value)) {
                boolean more =
                        !followed.add(value) || look(shown, value, Scope.outside(names), running, when, followed);
                if (!more) {
                    harmless.add(value);
                }
                reads |= more;
            }
        }
        for (ExpressionNode child : Readings.children(node)) {
            reads |= look(shown.equals(node) ? child : shown, child, scope, running, when, followed);
        }
        return reads;
    }

    /** A statement that changes an embedded database. @param running the services that are up there */
    void change(Name database, Scope scope, Set<String> running) {
        locked(new ExpressionNode.Use(database.text(), database.span()), scope)
                .filter(lock -> running.contains(lock.service()))
                .ifPresent(lock -> findings.add(new ReadsLockedDatabase(
                        findings.at(database.span()), lock.database(), lock.service(), "or changed here")));
    }

    private static boolean readsContent(ExpressionNode.Call call) {
        return Signatures.call(call.name().text())
                .filter(signature -> signature.parameters().stream()
                        .anyMatch(parameter -> parameter.types().equals(Set.of(Type.DATABASE))))
                .isPresent();
    }

    private record Lock(String database, String service) {}

    private Optional<Lock> locked(ExpressionNode argument, Scope scope) {
        if (!(argument instanceof ExpressionNode.Use use)
                || !(names.of(use.name(), scope).orElse(null) instanceof Meaning.Part part)) {
            return Optional.empty();
        }
        return part.declaration().arguments().stream()
                .filter(each -> each.name()
                        .filter(name -> name.text().equals("locked-by"))
                        .isPresent())
                .map(Argument::value)
                .filter(ExpressionNode.Use.class::isInstance)
                .map(service -> new Lock(use.name(), ((ExpressionNode.Use) service).name()))
                .findFirst();
    }
}
