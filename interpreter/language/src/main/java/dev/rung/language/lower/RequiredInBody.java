package dev.rung.language.lower;

import dev.rung.language.check.RequiredFact;
import dev.rung.language.check.Scope;
import dev.rung.language.syntax.ExpressionNode;
import dev.rung.language.syntax.ExpressionNode.Piece;
import dev.rung.language.syntax.Name;
import dev.rung.language.syntax.Statement;
import dev.rung.model.text.Location;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Finds the facts that a ladder's body says it brings itself: {@code require java >= next.requires.java}. */
record RequiredInBody(Environment environment) {
    /** By fact, where it is decided. What stands under a condition decides nothing: nobody may come there. */
    Map<String, Location> places(Statement.StepThrough step) {
        Scope scope = Scope.outside(environment.names()).inHop(step.system().text());
        Map<String, Location> places = new HashMap<>();
        for (Statement statement : step.body()) {
            if (statement instanceof Statement.Require require) {
                Location at = environment.runbook().sources().at(require.span());
                facts(require.condition(), scope).forEach(fact -> places.putIfAbsent(fact.text(), at));
            }
        }
        return places;
    }

    private Stream<Name> facts(ExpressionNode node, Scope scope) {
        return switch (node) {
            case ExpressionNode.Member member ->
                Stream.concat(
                        RequiredFact.of(member, environment.names(), scope).stream(), facts(member.owner(), scope));
            case ExpressionNode.Binary binary ->
                Stream.concat(facts(binary.left(), scope), facts(binary.right(), scope));
            case ExpressionNode.Not not -> facts(not.operand(), scope);
            case ExpressionNode.Items items -> items.items().stream().flatMap(item -> facts(item, scope));
            case ExpressionNode.Range range -> Stream.concat(facts(range.from(), scope), facts(range.to(), scope));
            case ExpressionNode.Call call ->
                call.arguments().stream().flatMap(argument -> facts(argument.value(), scope));
            case ExpressionNode.Text text ->
                text.pieces().stream()
                        .flatMap(piece -> piece instanceof Piece.Hole(ExpressionNode value)
                                ? facts(value, scope)
                                : Stream.empty());
            case ExpressionNode.Use use -> Stream.empty();
            case ExpressionNode.Literal literal -> Stream.empty();
            case ExpressionNode.Unread unread -> Stream.empty();
        };
    }
}
