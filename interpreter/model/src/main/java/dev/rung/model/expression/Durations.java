package dev.rung.model.expression;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as the language writes them: whole numbers with a unit, largest first ({@code 1h30m}, {@code 90s}, {@code 500ms}). */
public final class Durations {
    private static final Pattern FORM =
            Pattern.compile("(?:(\\d+)d)?(?:(\\d+)h)?(?:(\\d+)m(?!s))?(?:(\\d+)s)?(?:(\\d+)ms)?");

    private Durations() {}

    public static Optional<Duration> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (text.isEmpty() || !form.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Duration.ofDays(piece(form, 1))
                    .plusHours(piece(form, 2))
                    .plusMinutes(piece(form, 3))
                    .plusSeconds(piece(form, 4))
                    .plusMillis(piece(form, 5)));
        } catch (ArithmeticException | NumberFormatException tooLarge) {
            return Optional.empty();
        }
    }

    private static long piece(Matcher form, int group) {
        return form.group(group) == null ? 0 : Long.parseLong(form.group(group));
    }

    /** To the second above ten seconds, to the tenth below, in milliseconds below one. */
    public static String shown(Duration duration) {
        long millis = duration.toMillis();
        if (millis < 1_000) {
            return millis + " ms";
        }
        if (millis < 10_000) {
            return String.format(java.util.Locale.ROOT, "%.1f s", millis / 1_000.0);
        }
        long seconds = millis / 1_000;
        if (seconds < 120) {
            return seconds + " s";
        }
        long minutes = seconds / 60;
        return minutes < 120
                ? minutes + " min" + rest(seconds % 60, " s")
                : minutes / 60 + " h" + rest(minutes % 60, " min");
    }

    private static String rest(long amount, String unit) {
        return amount == 0 ? "" : " " + amount + unit;
    }
}
