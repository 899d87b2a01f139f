package dev.rung.engine.run;

import dev.rung.model.expression.Durations;
import dev.rung.model.plan.Item;
import dev.rung.model.plan.Plan;
import dev.rung.model.plan.Window;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Keeps a run within the runbook's window: nothing begins outside of it, and no hop that could not go back in time. Within
 * a hop nobody is stopped by a clock, and neither is a way back.
 */
public record WindowRule(Optional<Window> window, Forecast forecast, Clock clock) {
    private static final String LATER = "`rung run --wait-for-window` waits for it";

    static WindowRule of(Equipment equipment) {
        return of(equipment.plan(), equipment.settings().forecast(), equipment.clock());
    }

    public static WindowRule of(Plan plan, Forecast forecast, Clock clock) {
        return new WindowRule(plan.installation().window(), forecast, clock);
    }

    /** When it opens, if it is closed. */
    public Optional<Instant> opensLater() {
        Instant now = clock.instant();
        return window.map(weekly -> weekly.at(now))
                .filter(span -> !span.isOpen(now))
                .map(Window.Span::opens);
    }

    /** @throws OutsideWindow if it is closed */
    void mustBeOpen() throws OutsideWindow {
        Optional<Instant> opens = opensLater();
        if (opens.isPresent()) {
            throw closed(opens.get());
        }
    }

    private OutsideWindow closed(Instant opens) {
        Duration until = Duration.between(clock.instant(), opens);
        return new OutsideWindow(
                "the window is closed; it opens at " + Moments.shown(opens, zone()) + ", in " + Durations.shown(until),
                LATER);
    }

    private ZoneId zone() {
        return window.orElseThrow().zone();
    }

    /** @throws OutsideWindow if there is no time for the hop and its way back */
    void mustFit(Item.Hop hop) throws OutsideWindow {
        if (window.isEmpty()) {
            return;
        }
        mustBeOpen();
        Forecast.Hop expected = forecast.hops().get(hop.id());
        if (expected == null) {
            return;
        }
        Window.Span span = window.get().at(clock.instant());
        String takes = "the hop " + hop.words() + " and its way back take about " + Durations.shown(expected.room());
        if (expected.isNoGo(span)) {
            throw new OutsideWindow(
                    takes + ", and the window is only " + Durations.shown(span.length()) + " long",
                    "a longer window is needed, or a faster way");
        }
        if (clock.instant().isAfter(expected.lastSafeMoment(span))) {
            Window.Span next = window.get().at(span.closes());
            throw new OutsideWindow(
                    takes + ", and the window closes at " + Moments.shown(span.closes(), zone()),
                    "it is open again from " + Moments.shown(next.opens(), zone()) + " on; " + LATER);
        }
    }
}
