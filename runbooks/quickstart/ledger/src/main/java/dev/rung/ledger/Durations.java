package dev.rung.ledger;

import java.time.Duration;

/** Durations as the command line and the faults file write them: {@code 500ms}, {@code 20s}, {@code 10m}. */
final class Durations {

    private Durations() {}

    static Duration parse(String text) {
        int digits = 0;
        while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
            digits++;
        }
        if (digits == 0 || digits > 9) {
            throw notADuration(text);
        }
        long number = Long.parseLong(text.substring(0, digits));
        return switch (text.substring(digits)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            default -> throw notADuration(text);
        };
    }

    /** The same notation back, in the largest unit that loses nothing. */
    static String format(Duration duration) {
        long millis = duration.toMillis();
        if (millis % 60_000 == 0 && millis > 0) {
            return millis / 60_000 + "m";
        }
        return millis % 1000 == 0 ? millis / 1000 + "s" : millis + "ms";
    }

    private static LedgerException notADuration(String text) {
        return new LedgerException("\"" + text + "\" is not a duration such as 500ms, 20s or 10m");
    }
}
