package dev.rung.language.lower;

import dev.rung.language.check.CheckedRunbook;
import dev.rung.language.lower.LowerFinding.BadInput;
import dev.rung.language.lower.LowerFinding.MissingInput;
import dev.rung.language.lower.LowerFinding.UnknownInput;
import dev.rung.language.syntax.Declaration;
import dev.rung.language.syntax.ExpressionNode;
import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.expression.Type;
import dev.rung.model.expression.Value;
import dev.rung.model.text.Nearest;
import dev.rung.model.text.Span;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Puts what was given and what is a default behind the names of the inputs. */
final class Inputs {
    private Inputs() {}

    /** @param given by name, as it was typed */
    static Map<String, ExpressionNode> bind(
            CheckedRunbook runbook, Map<String, String> given, Consumer<Diagnostic> findings) {
        List<String> known =
                runbook.inputs().stream().map(CheckedRunbook.Input::name).toList();
        given.keySet().stream()
                .sorted()
                .filter(name -> !known.contains(name))
                .forEach(name -> findings.accept(
                        new UnknownInput(runbook.sources().at(Span.at(0)), name, Nearest.to(name, known), known)));
        Map<String, Type> types = new HashMap<>();
        runbook.inputs().forEach(input -> types.putIfAbsent(input.name(), input.type()));
        Map<String, ExpressionNode> bound = new LinkedHashMap<>();
        for (Declaration.Input input : runbook.tree().inputs()) {
            String name = input.name().text();
            Type type = types.get(name);
            Optional<ExpressionNode> value =
                    given.containsKey(name) ? typed(runbook, input, type, given.get(name), findings) : input.value();
            if (value.isPresent()) {
                bound.putIfAbsent(name, value.get());
            } else if (!given.containsKey(name)) {
                findings.accept(
                        new MissingInput(runbook.sources().at(input.name().span()), name, type));
            }
        }
        return bound;
    }

    private static Optional<ExpressionNode> typed(
            CheckedRunbook runbook, Declaration.Input input, Type type, String text, Consumer<Diagnostic> findings) {
        Span span = input.name().span();
        if (type == Type.VERSION && text.equals("newest")) {
            return Optional.of(new ExpressionNode.Use("newest", span));
        }
        Optional<Value> value = Conversions.of(text, type);
        if (value.isEmpty()) {
            findings.accept(
                    new BadInput(runbook.sources().at(span), input.name().text(), text, type, form(type)));
        }
        return value.map(each -> new ExpressionNode.Literal(each, span));
    }

    private static String form(Type type) {
        return switch (type) {
            case BOOL -> "`true` or `false`";
            case DATE -> "`2025-01-30`";
            case DURATION -> "`90s` or `1h30m`";
            case INT -> "`42`";
            case SIZE -> "`512MiB` or `2GB`";
            case VERSION -> "`1.9.4`";
            case URL -> "`https://host/path`";
            default -> "a text that is not empty";
        };
    }
}
