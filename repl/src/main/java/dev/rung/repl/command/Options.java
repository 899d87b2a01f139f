package dev.rung.repl.command;

import dev.rung.model.expression.Durations;
import dev.rung.model.text.Nearest;
import dev.rung.repl.work.UsageProblem;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** The kinds of options and parameters there are. All are read as texts: what they mean is said with our own words. */
final class Options {
    private Options() {}

    /** One that must be given; the command itself says what could be, if it is not. */
    static PositionalParamSpec wanted(String label, String description) {
        return parameter(label, "1", description).toBuilder().required(false).build();
    }

    static PositionalParamSpec parameter(String label, String arity, String description) {
        boolean single = arity.endsWith("1");
        return PositionalParamSpec.builder()
                .paramLabel(label)
                .index(single ? "0" : "0..*")
                .arity(arity)
                .required(!arity.startsWith("0"))
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description(escaped(description))
                .build();
    }

    static OptionSpec flag(String name, String description) {
        return OptionSpec.builder(name)
                .arity("0")
                .type(boolean.class)
                .description(escaped(description))
                .build();
    }

    static OptionSpec value(String name, String label, String description) {
        return OptionSpec.builder(name)
                .arity("1")
                .type(String.class)
                .paramLabel(label)
                .description(escaped(description))
                .build();
    }

    static OptionSpec choice(String name, List<String> choices, String description) {
        return value(name, String.join("|", choices), description);
    }

    /** May be given several times. */
    static OptionSpec values(List<String> names, String label, String description) {
        return OptionSpec.builder(names.toArray(String[]::new))
                .arity("1")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .paramLabel(label)
                .description(escaped(description))
                .build();
    }

    /** The library takes a per cent sign for the beginning of a placeholder. */
    private static String escaped(String description) {
        return description.replace("%", "%%");
    }

    static boolean isGiven(ParseResult given, String flag) {
        return given.hasMatchedOption(flag);
    }

    static Optional<String> given(ParseResult given, String option) {
        return Optional.ofNullable(given.<String>matchedOptionValue(option, null));
    }

    /** @throws UsageProblem if what is given is none */
    static Optional<Duration> duration(ParseResult given, String option) throws UsageProblem {
        Optional<String> text = given(given, option);
        Optional<Duration> duration = text.flatMap(Durations::parse);
        if (text.isPresent() && duration.isEmpty()) {
            throw new UsageProblem(
                    "`" + option + "` does not take `" + text.get() + "`",
                    "it is a duration, such as 10m, 1h30m or 2d");
        }
        return duration;
    }

    static List<String> all(ParseResult given, String option) {
        return given.matchedOptionValue(option, List.of());
    }

    /** The positional parameters. */
    static List<String> words(ParseResult given) {
        return given.matchedPositionalValue(0, List.of());
    }

    /** @param help what could be given, asked only if nothing is */
    static String wanted(ParseResult given, Supplier<String> help) throws UsageProblem {
        List<String> words = words(given);
        if (words.isEmpty()) {
            String label = given.commandSpec().positionalParameters().getFirst().paramLabel();
            throw new UsageProblem("`" + given.commandSpec().name() + "` needs `" + label + "`", help.get());
        }
        return words.getFirst();
    }

    static String chosen(ParseResult given, String option, List<String> choices, String otherwise) throws UsageProblem {
        String chosen = given(given, option).orElse(otherwise);
        if (!choices.contains(chosen)) {
            String help = Nearest.to(chosen, choices)
                    .map(nearest -> "did you mean `" + nearest + "`?")
                    .orElse("it takes " + String.join(", ", choices));
            throw new UsageProblem("`" + option + "` does not take `" + chosen + "`", help);
        }
        return chosen;
    }

    /** {@code -i name=value}, each name once. */
    static Map<String, String> inputs(ParseResult given) throws UsageProblem {
        Map<String, String> inputs = new LinkedHashMap<>();
        for (String pair : all(given, "-i")) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new UsageProblem("`-i " + pair + "` has no value", "write `-i name=value`");
            }
            if (inputs.put(pair.substring(0, equals), pair.substring(equals + 1)) != null) {
                throw new UsageProblem("the input `" + pair.substring(0, equals) + "` is given twice", "");
            }
        }
        return inputs;
    }
}
