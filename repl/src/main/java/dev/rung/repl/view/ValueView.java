package dev.rung.repl.view;

import dev.rung.model.expression.Type;
import dev.rung.model.expression.Value;
import java.util.Optional;

/** Shows a value with its type. */
public final class ValueView {
    private ValueView() {}

    /** {@code books (3.4 GiB) : database} @param found how it is now */
    public static String ofPart(String name, String found, Type kind) {
        return name + " (" + found + ") : " + kind.word();
    }

    /** {@code 3.4 GiB : size}; what has no answer says why. @param type the question's own, where it has one */
    public static String of(Value value, Optional<Type> type) {
        return switch (value) {
            case Value.Unknown(String why) -> "unknown: " + why;
            case Value.Text(String text) -> "\"" + text + "\" : " + ofText(type).word();
            case Value.Whole whole -> whole.shown() + " : " + Type.INT.word();
            case Value.Percentage percentage -> percentage.shown() + " : " + Type.PERCENTAGE.word();
            case Value.Truth truth -> truth.shown() + " : " + Type.BOOL.word();
            case Value.Size size -> size.shown() + " : " + Type.SIZE.word();
            case Value.Span span -> span.shown() + " : " + Type.DURATION.word();
            case Value.Day day -> day.shown() + " : " + Type.DATE.word();
            case Value.Number number -> number.shown() + " : " + Type.VERSION.word();
            case Value.Secret secret -> secret.shown();
            case Value.Listing listing -> listing.shown() + " : " + Type.LIST.word();
        };
    }

    /** A path and a URL are texts to the engine, and more than that to a person. */
    private static Type ofText(Optional<Type> type) {
        return type.filter(known -> known == Type.PATH || known == Type.URL).orElse(Type.TEXT);
    }
}
