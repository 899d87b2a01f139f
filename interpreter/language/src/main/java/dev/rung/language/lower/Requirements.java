package dev.rung.language.lower;

import dev.rung.language.check.HopReleases;
import dev.rung.language.check.Meaning;
import dev.rung.language.check.Scope;
import dev.rung.language.syntax.Statement;
import dev.rung.model.effect.Check;
import dev.rung.model.effect.Condition;
import dev.rung.model.expression.Expression;
import dev.rung.model.expression.Expression.Literal;
import dev.rung.model.expression.Expression.Operator;
import dev.rung.model.expression.Type;
import dev.rung.model.expression.Value;
import dev.rung.model.plan.Item;
import dev.rung.model.version.Requirement;
import dev.rung.model.version.Requirement.Operand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a release asks of its system: guards at the start of its hop. */
final class Requirements {
    private final Environment environment;
    private final ExpressionLowering expressions;
    private final Statement.StepThrough step;
    private final String hopId;
    private final String phase;

    Requirements(Environment environment, Statement.StepThrough step, String hopId, String phase) {
        this.environment = environment;
        this.expressions = new ExpressionLowering(environment);
        this.step = step;
        this.hopId = hopId;
        this.phase = phase;
    }

    List<Item.Step> steps(List<Requirement> requirements) {
        List<Item.Step> steps = new ArrayList<>();
        Set<String> brought = brought();
        for (Requirement requirement : requirements) {
            if (brought.contains(requirement.fact())) {
                continue;
            }
            long before = requirements.subList(0, requirements.indexOf(requirement)).stream()
                    .filter(other -> other.fact().equals(requirement.fact()))
                    .count();
            String id = hopId + "/requires-" + requirement.fact() + (before == 0 ? "" : "-" + (before + 1));
            Condition condition = new Condition.Holds(expression(requirement), requirement.toString());
            String release = environment.hop().orElseThrow().next().version().written();
            steps.add(new Item.Step(
                    id,
                    phase,
                    "require " + requirement,
                    environment.runbook().file().at(step.system().span()),
                    List.of(new Check(condition, "release " + release + " requires " + requirement)),
                    Optional.empty(),
                    false,
                    List.of()));
        }
        return steps;
    }

    /** What the body itself brings, and asks for once it has. */
    private Set<String> brought() {
        HopReleases releases =
                new HopReleases(environment.names(), Scope.inHop(step.system().text()));
        return guards(step.body())
                .flatMap(guard -> releases.allRequired(guard.condition()))
                .filter(required -> required.release().word() == Meaning.Word.NEXT)
                .map(HopReleases.Required::fact)
                .collect(Collectors.toSet());
    }

    private static Stream<Statement.Require> guards(List<Statement> body) {
        return body.stream()
                .flatMap(statement -> statement instanceof Statement.Require require ? Stream.of(require) : null);
    }

    private Expression expression(Requirement requirement) {
        boolean numbers = requirement.values().stream().noneMatch(Operand.Text.class::isInstance);
        Meaning fact = environment
                .names()
                .fact(step.system().text(), requirement.fact())
                .orElseThrow(() -> new IllegalStateException("a bug: unchecked fact " + requirement.fact()));
        Expression left = switch (fact) {
            case Meaning.Fact said ->
                expressions.lower(
                        said.declaration().value(), Scope.inSystem(said.system()), numbers ? Type.VERSION : Type.TEXT);
            case Meaning.Installed installed -> new Expression.Installed(installed.system());
            default -> throw new IllegalStateException("a bug: no fact " + requirement.fact());
        };
        return compared(left, requirement);
    }

    private static Expression compared(Expression left, Requirement requirement) {
        Operator operator = Operator.valueOf(requirement.relation().name());
        List<Operand> values = requirement.values();
        if (operator != Operator.IN && operator != Operator.NOT_IN) {
            return Folding.binary(operator, left, value(values.getFirst()));
        }
        Expression in = values.stream()
                .map(value -> value instanceof Operand.Range
                        ? Folding.binary(Operator.IN, left, value(value))
                        : Folding.binary(Operator.EQUAL, left, value(value)))
                .reduce((one, other) -> Folding.binary(Operator.OR, one, other))
                .orElse(new Literal(new Value.Truth(false)));
        return operator == Operator.IN ? in : Folding.not(in);
    }

    private static Expression value(Operand operand) {
        return switch (operand) {
            case Operand.Number number -> new Literal(new Value.Number(number.version()));
            case Operand.Text text -> new Literal(new Value.Text(text.text()));
            case Operand.Range range ->
                new Expression.Range(
                        new Literal(new Value.Number(range.from())), new Literal(new Value.Number(range.to())));
        };
    }
}
