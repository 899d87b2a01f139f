package dev.rung.model.version;

import dev.rung.model.version.Requirement.Operand;
import java.util.Map;
import java.util.Optional;

/**
 * Facts that a person gives by name, as texts: a version, {@code true} or {@code false}, or a word.
 *
 * @param values by the name of the fact
 */
public record GivenFacts(Map<String, String> values) implements Facts {
    public GivenFacts {
        values = Map.copyOf(values);
    }

    /** A text that is held against a version and is none is not known. */
    @Override
    public Optional<Boolean> hold(Requirement condition) {
        return Optional.ofNullable(values.get(condition.fact())).flatMap(value -> holds(condition, value));
    }

    private static Optional<Boolean> holds(Requirement condition, String value) {
        if (condition.relation().isMembership()) {
            Optional<Boolean> in = Optional.of(false);
            for (Operand operand : condition.values()) {
                Optional<Boolean> one = equal(operand, value);
                in = one.isEmpty() || in.filter(known -> known).isPresent() ? in : one;
            }
            return in.map(is -> is == (condition.relation() == Relation.IN));
        }
        Operand operand = condition.values().getFirst();
        return switch (condition.relation()) {
            case EQUAL -> equal(operand, value);
            case NOT_EQUAL -> equal(operand, value).map(is -> !is);
            case LESS -> order(operand, value).map(order -> order < 0);
            case LESS_OR_EQUAL -> order(operand, value).map(order -> order <= 0);
            case GREATER -> order(operand, value).map(order -> order > 0);
            case GREATER_OR_EQUAL -> order(operand, value).map(order -> order >= 0);
            case IN, NOT_IN -> throw new IllegalStateException("answered above");
        };
    }

    private static Optional<Boolean> equal(Operand operand, String value) {
        return switch (operand) {
            case Operand.Number number -> order(operand, value).map(order -> order == 0);
            case Operand.Text text -> Optional.of(text.text().equals(value));
            case Operand.Truth truth ->
                value.equals("true") || value.equals("false") ? Optional.of(value.equals("true")) : Optional.empty();
            case Operand.Range(Version from, Version to) ->
                Version.parse(value)
                        .map(version ->
                                version.compareTo(from) >= 0 && (version.compareTo(to) <= 0 || version.startsWith(to)));
        };
    }

    private static Optional<Integer> order(Operand operand, String value) {
        return switch (operand) {
            case Operand.Number(Version number) -> Version.parse(value).map(version -> version.compareTo(number));
            case Operand.Text text -> Optional.of(value.compareTo(text.text()));
            case Operand.Truth truth -> Optional.empty();
            case Operand.Range range -> Optional.empty();
        };
    }
}
