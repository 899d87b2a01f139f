package dev.rung.language.lower;

import dev.rung.model.expression.Value;
import java.time.Duration;
import java.util.stream.Collectors;

/** Values as the language writes them. */
final class ValueWords {
    private static final String[] BINARY = {"B", "KiB", "MiB", "GiB", "TiB"};
    private static final String[] DECIMAL = {"B", "KB", "MB", "GB", "TB"};

    private ValueWords() {}

    static String written(Value value) {
        return switch (value) {
            case Value.Text(String text) -> quoted(text);
            case Value.Span(Duration duration) -> duration(duration);
            case Value.Size(long bytes) -> size(bytes);
            case Value.Listing listing ->
                listing.items().stream().map(ValueWords::written).collect(Collectors.joining(", ", "[", "]"));
            default -> value.shown();
        };
    }

    /** As it stands where that saves escapes, as a person would write a pattern. */
    static String quoted(String text) {
        boolean asItStands = text.indexOf('\\') >= 0 && text.chars().noneMatch(c -> c == '\'' || c < ' ');
        return asItStands ? "'" + text + "'" : '"' + escaped(text) + '"';
    }

    static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("${", "\\${")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t");
    }

    static String duration(Duration duration) {
        StringBuilder words = new StringBuilder();
        append(words, duration.toDaysPart(), "d");
        append(words, duration.toHoursPart(), "h");
        append(words, duration.toMinutesPart(), "m");
        append(words, duration.toSecondsPart(), "s");
        append(words, duration.toMillisPart(), "ms");
        return words.isEmpty() ? "0s" : words.toString();
    }

    private static void append(StringBuilder words, long amount, String unit) {
        if (amount > 0) {
            words.append(amount).append(unit);
        }
    }

    private static String size(long bytes) {
        String decimal = exact(bytes, 1000, DECIMAL);
        return decimal.endsWith("B") && Character.isDigit(decimal.charAt(decimal.length() - 2))
                ? exact(bytes, 1024, BINARY)
                : decimal;
    }

    private static String exact(long bytes, int step, String[] units) {
        long amount = bytes;
        int unit = 0;
        while (amount > 0 && amount % step == 0 && unit < units.length - 1) {
            amount /= step;
            unit++;
        }
        return amount + units[unit];
    }
}
