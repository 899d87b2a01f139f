package dev.rung.language.lower;

import dev.rung.model.expression.Durations;
import dev.rung.model.expression.Sizes;
import dev.rung.model.expression.Type;
import dev.rung.model.expression.Value;
import dev.rung.model.version.Version;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Makes values of a type out of text, and out of values that may stand for one. */
final class Conversions {
    private Conversions() {}

    /** A text in quotes, or one that was typed for an input. */
    static Optional<Value> of(String text, Type type) {
        return switch (type) {
            case VERSION -> Version.parse(text).map(Value.Number::new);
            case DURATION -> Durations.parse(text).map(Value.Span::new);
            case SIZE -> Sizes.parse(text).map(Value.Size::new);
            case INT -> whole(text);
            case BOOL ->
                text.equals("true") || text.equals("false")
                        ? Optional.of(new Value.Truth(Boolean.parseBoolean(text)))
                        : Optional.empty();
            case DATE -> day(text);
            case PATH, URL -> text.isBlank() ? Optional.empty() : Optional.of(new Value.Text(text));
            default -> Optional.of(new Value.Text(text));
        };
    }

    /** A value where a type is wanted; unknown if it cannot be one. {@link Type#READING} wants nothing. */
    static Value to(Value value, Type wanted) {
        return switch (wanted) {
            case VERSION ->
                value instanceof Value.Whole ? to(new Value.Text(value.shown()), wanted) : fromText(value, wanted);
            case DURATION, SIZE, DATE -> fromText(value, wanted);
            case TEXT, PATH, URL -> value instanceof Value.Number ? new Value.Text(value.shown()) : value;
            default -> value;
        };
    }

    private static Value fromText(Value value, Type wanted) {
        return value instanceof Value.Text(String text)
                ? of(text, wanted).orElse(new Value.Unknown("`" + text + "` is no " + wanted.word()))
                : value;
    }

    private static Optional<Value> whole(String text) {
        try {
            return Optional.of(new Value.Whole(Long.parseLong(text)));
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    private static Optional<Value> day(String text) {
        try {
            return Optional.of(new Value.Day(LocalDate.parse(text)));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }
}
