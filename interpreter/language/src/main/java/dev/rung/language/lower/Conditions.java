package dev.rung.language.lower;

import dev.rung.language.check.Meaning;
import dev.rung.language.check.Scope;
import dev.rung.language.syntax.ExpressionNode;
import dev.rung.language.syntax.Statement;
import dev.rung.model.effect.Condition;
import dev.rung.model.expression.Expression;
import dev.rung.model.expression.Expression.Literal;
import dev.rung.model.expression.Expression.Operator;
import dev.rung.model.expression.Type;
import dev.rung.model.expression.Value;
import dev.rung.model.text.SourceMap;
import dev.rung.model.version.Version;
import java.util.Optional;

/** Makes conditions; what the model has to understand gets a form of its own. */
final class Conditions {
    private final Environment environment;
    private final ExpressionLowering expressions;
    private final SourceMap file;
    private final Scope scope;

    Conditions(Environment environment, ExpressionLowering expressions, SourceMap file, Scope scope) {
        this.environment = environment;
        this.expressions = expressions;
        this.file = file;
        this.scope = scope;
    }

    Condition of(ExpressionNode node) {
        return healthyOf(node)
                .<Condition>map(Condition.Healthy::new)
                .orElseGet(
                        () -> new Condition.Holds(expressions.value(node, scope, Type.BOOL), file.text(node.span())));
    }

    /** The system whose {@code healthy} an expression is, and nothing else. */
    private Optional<String> healthyOf(ExpressionNode node) {
        Optional<Meaning> meaning = switch (node) {
            case ExpressionNode.Use use -> environment.names().of(use.name(), scope);
            case ExpressionNode.Member member
            when member.owner() instanceof ExpressionNode.Use use
                    && environment.names().of(use.name(), scope).orElse(null) instanceof Meaning.Sys ->
                environment.names().fact(use.name(), member.member().text());
            default -> Optional.empty();
        };
        return meaning.flatMap(each -> each instanceof Meaning.Fact fact
                        && fact.declaration().name().text().equals("healthy")
                ? Optional.of(fact.system())
                : Optional.empty());
    }

    Condition version(Statement.RequireVersion require, String system) {
        Expression wanted = wanted(require.version(), system);
        Operator relation = require.relation();
        if (relation == Operator.IN
                && wanted
                        instanceof
                        Expression.Range(Literal(Value.Number(Version from)), Literal(Value.Number(Version to)))) {
            return new Condition.InstalledIn(system, from, to);
        }
        if (relation != Operator.IN
                && relation != Operator.NOT_IN
                && wanted instanceof Literal(Value.Number(Version version))) {
            return new Condition.InstalledIs(system, relation, version);
        }
        Expression holds = new Expression.Binary(relation, new Expression.Installed(system), wanted);
        return new Condition.Holds(holds, file.text(require.span()));
    }

    private Expression wanted(ExpressionNode node, String system) {
        if (node instanceof ExpressionNode.Items items) {
            return Folding.items(
                    items.items().stream().map(item -> wanted(item, system)).toList());
        }
        return expressions.spelled(expressions.lower(node, scope, Type.VERSION), Optional.of(system));
    }
}
