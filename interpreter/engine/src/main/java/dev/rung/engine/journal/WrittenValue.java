package dev.rung.engine.journal;

import dev.rung.model.expression.Value;
import dev.rung.model.version.Version;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/**
 * A value as a journal holds it.
 *
 * @param type what it is: {@code text}, {@code version}, {@code list}
 * @param text what it reads like; empty for a list
 * @param items of a list
 */
public record WrittenValue(String type, String text, List<WrittenValue> items) {
    public WrittenValue {
        items = items == null ? List.of() : List.copyOf(items);
    }

    /** @throws IllegalArgumentException if it is not known what the value is */
    public static WrittenValue of(Value value) {
        return switch (value) {
            case Value.Text(String text) -> single("text", text);
            case Value.Whole(long number) -> single("int", Long.toString(number));
            case Value.Percentage(long percent) -> single("percentage", Long.toString(percent));
            case Value.Truth(boolean holds) -> single("bool", Boolean.toString(holds));
            case Value.Size(long bytes) -> single("size", Long.toString(bytes));
            case Value.Span(Duration duration) -> single("duration", duration.toString());
            case Value.Day(LocalDate date) -> single("date", date.toString());
            case Value.Number(Version version) -> single("version", version.written());
            case Value.Listing(List<Value> items) ->
                new WrittenValue(
                        "list", "", items.stream().map(WrittenValue::of).toList());
            case Value.Secret(String name) -> single("secret", name);
            case Value.Unknown(String why) -> throw new IllegalArgumentException(why);
        };
    }

    private static WrittenValue single(String type, String text) {
        return new WrittenValue(type, text, List.of());
    }

    /** The value again. */
    public Value value() {
        return switch (type) {
            case "text" -> new Value.Text(text);
            case "int" -> new Value.Whole(Long.parseLong(text));
            case "percentage" -> new Value.Percentage(Long.parseLong(text));
            case "bool" -> new Value.Truth(Boolean.parseBoolean(text));
            case "size" -> new Value.Size(Long.parseLong(text));
            case "duration" -> new Value.Span(Duration.parse(text));
            case "date" -> new Value.Day(LocalDate.parse(text));
            case "version" -> new Value.Number(Version.of(text));
            case "secret" -> new Value.Secret(text);
            case "list" ->
                new Value.Listing(items.stream().map(WrittenValue::value).toList());
            default -> throw new IllegalStateException("no value is of the type " + type);
        };
    }
}
