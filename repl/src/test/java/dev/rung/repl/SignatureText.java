package dev.rung.repl;

import dev.rung.driver.Drivers;
import dev.rung.engine.driver.DriverSet;
import dev.rung.engine.run.World;
import dev.rung.language.check.HopCalls;
import dev.rung.language.signature.Signatures;
import dev.rung.model.expression.Signature;
import dev.rung.model.expression.Signature.Parameter;
import dev.rung.model.expression.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A line of the language's table of signatures, as the pages of the reference show it. */
final class SignatureText {
    private static final String NOT_BUILT = "This Rung does not carry it out yet.";

    private SignatureText() {}

    /** @param info what stands behind {@code signature}: {@code call json}, {@code place ssh}, {@code database h2} */
    static String of(String info) {
        String[] words = info.split(" ");
        DriverSet built = Drivers.all();
        return switch (words[0]) {
            case "call" -> {
                Signature call = Signatures.call(words[1]).orElseThrow();
                boolean isBuilt = call.name().equals(HopCalls.CROSSES)
                        || built.call(call.name()).isPresent()
                        || World.readingsOfParts().contains(call.name());
                yield text(call, "gives " + type(call.gives()), List.of(), isBuilt);
            }
            case "place" ->
                text(
                        Signatures.place(words[1]).orElseThrow(),
                        "a place",
                        List.of(),
                        built.place(words[1]).isPresent());
            default -> {
                Type kind = Type.valueOf(words[0].toUpperCase(Locale.ROOT));
                Signature driver = Signatures.driver(words[1], kind).orElseThrow();
                yield text(
                        driver,
                        kind.word(),
                        Signatures.ofEvery(kind),
                        built.driver(driver.name(), kind).isPresent());
            }
        };
    }

    private static String text(Signature signature, String gives, List<Parameter> more, boolean isBuilt) {
        List<String> lines = new ArrayList<>();
        lines.add(head(signature) + "  — " + gives + ": " + signature.summary());
        List<Parameter> all =
                Stream.concat(signature.parameters().stream(), more.stream()).toList();
        int name = all.stream().mapToInt(each -> each.name().length()).max().orElse(0);
        int type = all.stream().mapToInt(each -> types(each).length()).max().orElse(0);
        for (Parameter each : all) {
            lines.add("  %s  %s  %s  %s"
                    .formatted(
                            padded(each.name(), name),
                            padded(types(each), type),
                            each.required() ? "needed" : "      ",
                            each.summary()));
        }
        if (!isBuilt) {
            lines.add(NOT_BUILT);
        }
        return String.join("\n", lines) + "\n";
    }

    /** {@code json(source, path, auth: …, post: …)} */
    static String head(Signature signature) {
        return signature.name()
                + signature.parameters().stream()
                        .map(each -> each.required() ? each.name() : each.name() + ": …")
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String types(Parameter parameter) {
        return parameter.types().stream().map(SignatureText::type).sorted().collect(Collectors.joining(" or "));
    }

    private static String type(Type type) {
        return type.word();
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
