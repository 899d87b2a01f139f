package dev.rung.driver.support;

import dev.rung.engine.driver.Surroundings;
import dev.rung.engine.driver.Trouble;
import dev.rung.model.expression.Type;
import dev.rung.model.expression.Value;
import dev.rung.model.plan.Installation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** A part's arguments, as its driver takes them. */
public record Arguments(String driver, Map<String, Value> values, Surroundings surroundings) {
    public static Arguments of(Installation.Part part, Surroundings surroundings) {
        return new Arguments(part.driver(), part.arguments(), surroundings);
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(Value::shown).filter(text -> !text.isBlank());
    }

    public Path path(String name) throws Trouble {
        return optionalPath(name).orElseThrow(() -> Surroundings.badArgument(driver, name, Type.PATH));
    }

    public Optional<Path> optionalPath(String name) {
        return text(name)
                .map(text ->
                        surroundings.path(new Value.Text(text)).toAbsolutePath().normalize());
    }

    public OptionalInt port(String name) throws Trouble {
        Value value = values.get(name);
        if (value == null) {
            return OptionalInt.empty();
        }
        try {
            int port = Integer.parseInt(value.shown().strip());
            if (port > 0 && port < 65536) {
                return OptionalInt.of(port);
            }
        } catch (NumberFormatException noNumber) {
            throw Surroundings.badArgument(driver, name, Type.INT);
        }
        throw new Trouble("`" + driver + "` cannot use its argument `" + name + "`: a port is between 1 and 65535");
    }

    /** A command's words: a list as it is, a text split at blanks. */
    public List<String> words(String name) throws Trouble {
        List<String> words = list(name, true);
        if (words.isEmpty()) {
            throw Surroundings.badArgument(driver, name, Type.LIST);
        }
        return words;
    }

    /** A list; one text alone counts as a list of one. */
    public List<String> texts(String name) {
        return list(name, false);
    }

    private List<String> list(String name, boolean split) {
        return switch (values.get(name)) {
            case null -> List.of();
            case Value.Listing listing ->
                listing.items().stream().map(Value::shown).toList();
            case Value one
            when split ->
                Stream.of(one.shown().split("\\s+"))
                        .filter(word -> !word.isEmpty())
                        .toList();
            case Value one -> List.of(one.shown());
        };
    }
}
