package dev.rung.model.expression;

import dev.rung.model.version.Version;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Text that was read from the world takes the type that its place asks for, or is unknown in words that name both. */
final class Conversion {
    private Conversion() {}

    /** @return the value if it is of the type or the type asks nothing; unknown if it cannot become one */
    static Value to(Type type, Value value) {
        if (!(value instanceof Value.Text(String text))) {
            return value instanceof Value.Whole && type == Type.VERSION ? number(value.shown(), value) : value;
        }
        return switch (type) {
            case VERSION, RELEASE -> number(text, unlike(text, type));
            case INT -> whole(text, unlike(text, type));
            case BOOL -> truth(text, unlike(text, type));
            case DATE -> day(text, unlike(text, type));
            case DURATION -> Durations.parse(text).<Value>map(Value.Span::new).orElse(unlike(text, type));
            default -> value;
        };
    }

    private static Value unlike(String text, Type type) {
        return new Value.Unknown("`" + text + "` was read where a " + type.word() + " is asked for");
    }

    /** A text becomes what the other value is, if it can; anything else stays what it is. */
    static Value like(Value value, Value other) {
        if (!(value instanceof Value.Text(String text))) {
            return value;
        }
        return switch (other) {
            case Value.Number ignored -> number(text, value);
            case Value.Whole ignored -> whole(text, value);
            case Value.Truth ignored -> truth(text, value);
            case Value.Day ignored -> day(text, value);
            case Value.Size ignored ->
                whole(text, value) instanceof Value.Whole(long bytes) ? new Value.Size(bytes) : value;
            case Value.Span ignored ->
                Durations.parse(text).<Value>map(Value.Span::new).orElse(value);
            default -> value;
        };
    }

    /** What can stand for a version: one, a bare integer, or a text that is one. */
    static Optional<Version> version(Value value) {
        return switch (value) {
            case Value.Number(Version version) -> Optional.of(version);
            case Value.Whole(long number) -> Version.parse(Long.toString(number));
            case Value.Text(String text) -> Version.parse(text);
            default -> Optional.empty();
        };
    }

    private static Value number(String text, Value otherwise) {
        return Version.parse(text).<Value>map(Value.Number::new).orElse(otherwise);
    }

    private static Value whole(String text, Value otherwise) {
        try {
            return new Value.Whole(Long.parseLong(text.strip()));
        } catch (NumberFormatException other) {
            return otherwise;
        }
    }

    private static Value truth(String text, Value otherwise) {
        return switch (text.strip()) {
            case "true" -> new Value.Truth(true);
            case "false" -> new Value.Truth(false);
            default -> otherwise;
        };
    }

    private static Value day(String text, Value otherwise) {
        try {
            return new Value.Day(LocalDate.parse(text.strip()));
        } catch (DateTimeException other) {
            return otherwise;
        }
    }
}
