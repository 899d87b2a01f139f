package dev.rung.language.check;

import dev.rung.language.check.NameFinding.WhichSystem;
import dev.rung.language.check.StatementFinding.NoRange;
import dev.rung.language.check.StatementFinding.SecondRelation;
import dev.rung.language.syntax.ExpressionNode;
import dev.rung.language.syntax.Statement;
import dev.rung.model.expression.Expression.Operator;
import dev.rung.model.expression.Type;
import java.util.Set;

/** Judges what an installed version is held against. */
final class VersionCheck {
    private final Names names;
    private final Findings findings;
    private final ExpressionCheck expressions;
    private final References references;

    VersionCheck(Names names, Findings findings, ExpressionCheck expressions, References references) {
        this.names = names;
        this.findings = findings;
        this.expressions = expressions;
        this.references = references;
    }

    void require(Statement.RequireVersion require, Scope scope) {
        require.system().ifPresent(references::system);
        if (require.system().isEmpty() && scope.system().isEmpty()) {
            findings.add(WhichSystem.of(findings.at(Placement.head(require)), "installed", names.systems()));
        }
        boolean isContained = require.relation() == Operator.IN || require.relation() == Operator.NOT_IN;
        switch (require.version()) {
            case ExpressionNode.Binary second
            when isRelation(second.operator())
                    || second.operator() == Operator.AND
                    || second.operator() == Operator.OR -> {
                findings.add(new SecondRelation(findings.at(second.operatorSpan())));
                return;
            }
            case ExpressionNode.Literal version
            when isContained -> findings.add(new NoRange(findings.at(version.span())));
            case ExpressionNode.Range range -> {
                expressions.check(range.from(), scope, Set.of(Type.VERSION));
                expressions.check(range.to(), scope, Set.of(Type.VERSION));
            }
            case ExpressionNode.Items items ->
                items.items().forEach(item -> expressions.check(item, scope, Set.of(Type.VERSION)));
            default -> expressions.check(require.version(), scope, Set.of(Type.VERSION));
        }
        Readings.children(require.version()).forEach(node -> known(node, scope, "a version"));
        if (!(require.version() instanceof ExpressionNode.Range)) {
            known(require.version(), scope, "a version");
        }
    }

    private static boolean isRelation(Operator operator) {
        return switch (operator) {
            case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, IN, NOT_IN -> true;
            default -> false;
        };
    }

    private void known(ExpressionNode node, Scope scope, String place) {
        new Readings(names).mustBeKnown(node, scope, place, findings);
    }
}
