package dev.rung.language.lower;

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
import dev.rung.model.text.Location;
import dev.rung.model.version.Requirement;
import dev.rung.model.version.Requirement.Operand;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a release asks of its system: guards at the start of its hop. */
final class Requirements {
    private static final String SETTLED = "settled";

    private final Environment environment;
    private final Statement.StepThrough step;
    private final String hopId;
    private final String phase;

    Requirements(Environment environment, Statement.StepThrough step, String hopId, String phase) {
        this.environment = environment;
        this.step = step;
        this.hopId = hopId;
        this.phase = phase;
    }

    /**
     * What a hop does, and what its release requires: decided before everything else, but for a fact that the body itself
     * brings up to what is required. That is decided behind the statement that says so.
     */
    List<Item> with(List<Requirement> requirements, List<Item> body) {
        Map<String, Location> places = new RequiredInBody(environment).places(step);
        List<Item> items = new ArrayList<>();
        settled().ifPresent(items::add);
        items.addAll(steps(requirements.stream()
                .filter(requirement -> !places.containsKey(requirement.fact()))
                .toList()));
        for (Item item : body) {
            items.add(item);
            if (item instanceof Item.Step done) {
                items.addAll(steps(requirements.stream()
                        .filter(requirement -> done.at().equals(places.get(requirement.fact())))
                        .toList()));
            }
        }
        return items;
    }

    /** Work that the hop before has left to the background is done before the next one begins. */
    private Optional<Item.Step> settled() {
        return environment
                .names()
                .fact(step.system().text(), SETTLED)
                .map(fact -> (Meaning.Fact) fact)
                .map(fact -> new ExpressionLowering(environment)
                        .lower(fact.declaration().value(), Scope.inSystem(fact.system()), Type.BOOL))
                .map(expression -> new Condition.Holds(expression, SETTLED))
                .map(condition -> step(
                        hopId + "/" + SETTLED,
                        "require " + SETTLED,
                        new Check(condition, "what `" + step.system() + "` does in the background is not done yet")));
    }

    private Item.Step step(String id, String text, Check check) {
        return new Item.Step(
                id,
                phase,
                text,
                environment.runbook().sources().at(step.system().span()),
                List.of(check),
                Optional.empty(),
                false,
                List.of());
    }

    private List<Item.Step> steps(List<Requirement> requirements) {
        List<Item.Step> steps = new ArrayList<>();
        for (Requirement requirement : requirements) {
            long before = requirements.subList(0, requirements.indexOf(requirement)).stream()
                    .filter(other -> other.fact().equals(requirement.fact()))
                    .count();
            String id = hopId + "/requires-" + requirement.fact() + (before == 0 ? "" : "-" + (before + 1));
            Condition condition = new Condition.Holds(
                    expression(environment, step.system().text(), requirement), requirement.toString());
            String release = environment.hop().orElseThrow().next().version().written();
            steps.add(step(
                    id,
                    "require " + requirement,
                    new Check(condition, "release " + release + " requires " + requirement)));
        }
        return steps;
    }

    /**
     * The least version of a fact that will do for the release that is gone to. Where none is the least it is unknown.
     *
     * @return empty where nothing is required: what there is will do
     */
    static Optional<Value> least(Environment environment, String fact) {
        Environment.Hop hop = environment.hop().orElseThrow();
        List<Requirement> requirements =
                environment.runbook().releaseFile(hop.system()).orElseThrow().requires(hop.next()).stream()
                        .filter(requirement -> requirement.fact().equals(fact))
                        .toList();
        return requirements.isEmpty()
                ? Optional.empty()
                : Optional.of(requirements.stream()
                        .flatMap(requirement -> requirement.least().stream())
                        .max(Comparator.naturalOrder())
                        .<Value>map(Value.Number::new)
                        .orElseGet(() -> new Value.Unknown("release " + hop.next() + " requires "
                                + requirements.getFirst() + ", and no version is the least that will do")));
    }

    /** @param system one that has the fact */
    static Expression expression(Environment environment, String system, Requirement requirement) {
        Type type = type(requirement);
        Meaning fact = environment
                .names()
                .fact(system, requirement.fact())
                .orElseThrow(() -> new IllegalStateException("a bug: unchecked fact " + requirement.fact()));
        Expression left = switch (fact) {
            case Meaning.Fact said ->
                new ExpressionLowering(environment)
                        .lower(said.declaration().value(), Scope.inSystem(said.system()), type);
            case Meaning.Installed installed -> new Expression.Installed(installed.system());
            default -> throw new IllegalStateException("a bug: no fact " + requirement.fact());
        };
        return compared(left, requirement);
    }

    private static Type type(Requirement requirement) {
        if (requirement.values().stream().anyMatch(Operand.Text.class::isInstance)) {
            return Type.TEXT;
        }
        return requirement.values().stream().anyMatch(Operand.Truth.class::isInstance) ? Type.BOOL : Type.VERSION;
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
            case Operand.Truth truth -> new Literal(new Value.Truth(true));
            case Operand.Range range ->
                new Expression.Range(
                        new Literal(new Value.Number(range.from())), new Literal(new Value.Number(range.to())));
        };
    }
}
