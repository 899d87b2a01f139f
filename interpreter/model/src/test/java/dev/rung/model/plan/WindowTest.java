package dev.rung.model.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.model.plan.Window.Moment;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** When a weekly window is open, on the clocks of its zone. */
class WindowTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static Window window(String opens, String closes) {
        return new Window(
                Moment.parse(opens).orElseThrow(), Moment.parse(closes).orElseThrow(), BERLIN);
    }

    private static Window.Span span(String opens, String closes) {
        return new Window.Span(Instant.parse(opens), Instant.parse(closes));
    }

    @Test
    void isTheOneThatIsOpenElseTheNext() {
        Window night = window("Sat 22:00", "Sun 04:00");
        Window.Span first = span("2026-11-21T21:00:00Z", "2026-11-22T03:00:00Z");
        Window.Span second = span("2026-11-28T21:00:00Z", "2026-11-29T03:00:00Z");

        assertThat(night.at(Instant.parse("2026-11-18T12:00:00Z"))).isEqualTo(first);
        assertThat(night.at(Instant.parse("2026-11-21T20:59:59Z"))).isEqualTo(first);
        assertThat(night.at(Instant.parse("2026-11-21T21:00:00Z"))).isEqualTo(first);
        assertThat(night.at(Instant.parse("2026-11-22T02:59:59Z"))).isEqualTo(first);
        assertThat(night.at(Instant.parse("2026-11-22T03:00:00Z"))).isEqualTo(second);
        assertThat(first.isOpen(Instant.parse("2026-11-21T21:00:00Z"))).isTrue();
        assertThat(first.isOpen(Instant.parse("2026-11-22T03:00:00Z"))).isFalse();
    }

    @Test
    void mayReachOverTheEndOfTheWeekAndLastAllButAWeek() {
        assertThat(window("Sun 22:00", "Mon 04:00").at(Instant.parse("2026-11-22T22:00:00Z")))
                .isEqualTo(span("2026-11-22T21:00:00Z", "2026-11-23T03:00:00Z"));
        Window.Span whole = window("Mon 08:00", "Mon 07:00").at(Instant.parse("2026-11-25T00:00:00Z"));
        assertThat(whole).isEqualTo(span("2026-11-23T07:00:00Z", "2026-11-30T06:00:00Z"));
        assertThat(window("Mon 08:00", "Mon 09:00").at(Instant.parse("2026-11-23T08:30:00Z")))
                .isEqualTo(span("2026-11-30T07:00:00Z", "2026-11-30T08:00:00Z"));
    }

    /** On 2026-10-25 clocks go back from three to two, on 2027-03-28 forward from two to three. */
    @Test
    void goesByTheClocksOfItsZone() {
        assertThat(window("Sat 22:00", "Sun 04:00")
                        .at(Instant.parse("2026-10-24T21:00:00Z"))
                        .length())
                .isEqualTo(Duration.ofHours(7));
        assertThat(window("Sat 22:00", "Sun 04:00")
                        .at(Instant.parse("2027-03-27T22:00:00Z"))
                        .length())
                .isEqualTo(Duration.ofHours(5));
        assertThat(window("Sun 02:30", "Sun 05:00").at(Instant.parse("2027-03-28T00:00:00Z")))
                .isEqualTo(span("2027-03-28T01:30:00Z", "2027-03-28T03:00:00Z"));
    }
}
