package dev.rung.repl.view;

import dev.rung.model.expression.Type;
import dev.rung.model.expression.Value;

/** Shows a value with its type. */
public final class ValueView {
    private ValueView() {}

    /** {@code 3.4 GiB : size}; what has no answer says why. */
    public static String of(Value value) {
        return switch (value) {
            case Value.Unknown(String why) -> "unknown: " + why;
            case Value.Text(String text) -> "\"" + text + "\" : " + Type.TEXT.word();
            case Value.Whole whole -> whole.shown() + " : " + Type.INT.word();
            case Value.Percentage percentage -> percentage.shown() + " : " + Type.PERCENTAGE.word();
            case Value.Truth truth -> truth.shown() + " : " + Type.BOOL.word();
            case Value.Size size -> size.shown() + " : " + Type.SIZE.word();
            case Value.Span span -> span.shown() + " : " + Type.DURATION.word();
            case Value.Day day -> day.shown() + " : " + Type.DATE.word();
            case Value.Number number -> number.shown() + " : " + Type.VERSION.word();
            case Value.Listing listing -> listing.shown() + " : " + Type.LIST.word();
        };
    }
}
