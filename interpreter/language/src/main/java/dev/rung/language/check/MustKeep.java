package dev.rung.language.check;

import dev.rung.language.syntax.Argument;
import dev.rung.language.syntax.ExpressionNode;
import java.util.List;

/** The keys of configs whose values are secrets: {@code must-keep: ["ENCODE_KEY"]}. */
final class MustKeep {
    private MustKeep() {}

    /** Whether a call reads the value of such a key. */
    static boolean reads(ExpressionNode.Call call, Names names, Scope scope) {
        List<Argument> arguments = call.arguments();
        return call.name().text().equals("value-of")
                && arguments.size() >= 2
                && arguments.get(0).value() instanceof ExpressionNode.Use config
                && arguments.get(1).value() instanceof ExpressionNode.Text key
                && names.of(config.name(), scope).orElse(null) instanceof Meaning.Part part
                && key.fixed().filter(of(part)::contains).isPresent();
    }

    private static List<String> of(Meaning.Part config) {
        return config.declaration().arguments().stream()
                .filter(argument -> argument.name()
                        .filter(name -> name.text().equals("must-keep"))
                        .isPresent())
                .flatMap(argument -> Readings.children(argument.value()).stream())
                .filter(ExpressionNode.Text.class::isInstance)
                .flatMap(key -> ((ExpressionNode.Text) key).fixed().stream())
                .toList();
    }
}
