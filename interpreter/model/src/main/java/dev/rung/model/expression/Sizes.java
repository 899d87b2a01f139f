package dev.rung.model.expression;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes as the language writes them: a whole number with a unit ({@code 512MiB}, {@code 2GB}). Answers are in bytes. */
public final class Sizes {
    private static final Pattern FORM = Pattern.compile("(\\d+)([KMGT]i?B|B)");
    private static final Map<String, Long> UNITS = Map.of(
            "B", 1L,
            "KB", 1_000L,
            "MB", 1_000_000L,
            "GB", 1_000_000_000L,
            "TB", 1_000_000_000_000L,
            "KiB", 1L << 10,
            "MiB", 1L << 20,
            "GiB", 1L << 30,
            "TiB", 1L << 40);

    private Sizes() {}

    public static Optional<Long> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Math.multiplyExact(Long.parseLong(form.group(1)), UNITS.get(form.group(2))));
        } catch (ArithmeticException | NumberFormatException tooLarge) {
            return Optional.empty();
        }
    }
}
