package dev.rung.engine.run;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments as endings and reports say them: to the second, and never without their zone. */
public final class Moments {
    private Moments() {}

    /** {@code 2026-11-21 22:00:14 CET} */
    public static String shown(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss z", Locale.ROOT)
                .withZone(zone)
                .format(at);
    }
}
