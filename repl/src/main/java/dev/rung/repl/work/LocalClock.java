package dev.rung.repl.work;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The time of this machine in its own zone, which is only looked up when it is asked for: the JDK searches all jars for
 * rules of zones then, for half as long as an empty program takes to start.
 */
public final class LocalClock extends Clock {
    private final Clock clock = Clock.systemUTC();

    @Override
    public ZoneId getZone() {
        return ZoneId.systemDefault();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return clock.withZone(zone);
    }

    @Override
    public Instant instant() {
        return clock.instant();
    }

    @Override
    public long millis() {
        return clock.millis();
    }
}
