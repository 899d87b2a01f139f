package dev.rung.driver.call;

import dev.rung.driver.support.Arguments;
import dev.rung.engine.driver.Surroundings;
import dev.rung.engine.driver.Trouble;
import dev.rung.model.expression.Value;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What one call was asked. */
record Asked(String name, Map<String, Value> arguments, Surroundings surroundings) {
    String text(String argument) throws Trouble {
        return optional(argument).orElseThrow(() -> new Trouble("`" + name + "` was not told its `" + argument + "`"));
    }

    Optional<String> optional(String argument) {
        return Optional.ofNullable(arguments.get(argument)).map(Value::shown);
    }

    Path path(String argument) throws Trouble {
        return surroundings.path(new Value.Text(text(argument))).toAbsolutePath();
    }

    List<String> words(String argument) throws Trouble {
        return new Arguments(name, arguments, surroundings).words(argument);
    }

    /** As it stands in the runbook. */
    String shown() {
        return Stream.of("source", "url", "path", "command", "of", "java", "text")
                .flatMap(argument -> optional(argument).stream())
                .map(text -> text.length() > 120 ? text.substring(0, 120) + "…" : text)
                .collect(Collectors.joining(", ", "`" + name + "(", ")`"));
    }

    Value.Unknown unknown(String why) {
        return new Value.Unknown(shown() + " " + why);
    }
}
