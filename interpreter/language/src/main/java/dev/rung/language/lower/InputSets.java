package dev.rung.language.lower;

import dev.rung.language.check.CheckedRunbook;
import dev.rung.language.check.Meaning;
import dev.rung.language.check.Scope;
import dev.rung.language.lower.LowerFinding.NotKnown;
import dev.rung.language.syntax.Declaration;
import dev.rung.language.syntax.ExpressionNode;
import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.expression.Expression;
import dev.rung.model.expression.Expression.Literal;
import dev.rung.model.expression.Type;
import dev.rung.model.expression.Value;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Turns what a named set says into what a person would type for each input: that is what a run keeps of it. */
final class InputSets {
    private InputSets() {}

    static Map<String, String> typed(
            CheckedRunbook runbook, String set, Map<String, String> known, Consumer<Diagnostic> findings) {
        Declaration.InputSet chosen = runbook.tree().inputSets().stream()
                .filter(each -> each.name().text().equals(set))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no set of inputs " + set));
        Map<String, ExpressionNode> bound = new LinkedHashMap<>(Inputs.bind(runbook, known, finding -> {}));
        chosen.given().stream()
                .filter(given -> !known.containsKey(given.input().text()))
                .forEach(given -> bound.put(given.input().text(), given.value()));
        ExpressionLowering expressions = new ExpressionLowering(
                new Environment(runbook, bound, Map.of(), Optional.empty(), Optional.empty(), Map.of()));
        Map<String, String> typed = new LinkedHashMap<>();
        for (Declaration.Given given : chosen.given()) {
            typed(given, runbook, expressions, findings)
                    .ifPresent(text -> typed.put(given.input().text(), text));
        }
        return typed;
    }

    private static Optional<String> typed(
            Declaration.Given given,
            CheckedRunbook runbook,
            ExpressionLowering expressions,
            Consumer<Diagnostic> findings) {
        if (given.value() instanceof ExpressionNode.Use use && use.name().equals(Meaning.Word.NEWEST.spelling())) {
            return Optional.of(use.name());
        }
        Type type = runbook.inputs().stream()
                .filter(input -> input.name().equals(given.input().text()))
                .findFirst()
                .map(CheckedRunbook.Input::type)
                .orElse(Type.TEXT);
        Expression lowered = expressions.value(given.value(), Scope.outside(runbook.names()), type);
        if (lowered instanceof Literal(Value value) && !(value instanceof Value.Unknown)) {
            return Optional.of(typed(value));
        }
        String why = lowered instanceof Literal(Value.Unknown(String reason)) ? reason : "it is read from the world";
        findings.accept(new NotKnown(
                runbook.sources().at(given.value().span()), "the input `" + given.input() + "` of this set", why));
        return Optional.empty();
    }

    private static String typed(Value value) {
        return switch (value) {
            case Value.Size(long bytes) -> bytes + "B";
            case Value.Span(Duration duration) -> duration.toMillis() + "ms";
            default -> value.shown();
        };
    }
}
