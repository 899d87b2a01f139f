package dev.rung.model.plan;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When the systems may be down: every week from one moment to another, which may lie beyond the end of the week.
 *
 * @param zone whose clocks are meant
 */
public record Window(Moment opens, Moment closes, ZoneId zone) {
    /** A moment of every week. */
    public record Moment(DayOfWeek day, LocalTime time) {
        private static final Pattern FORM = Pattern.compile("([A-Z][a-z]{2})\\s+([01]\\d|2[0-3]):([0-5]\\d)");

        /** {@code Sat 22:00} */
        public static Optional<Moment> parse(String written) {
            Matcher form = FORM.matcher(written.strip());
            return form.matches() && days().contains(form.group(1))
                    ? Optional.of(new Moment(
                            DayOfWeek.of(days().indexOf(form.group(1)) + 1),
                            LocalTime.of(Integer.parseInt(form.group(2)), Integer.parseInt(form.group(3)))))
                    : Optional.empty();
        }

        /** The days as they are written, Monday first. */
        public static List<String> days() {
            return Arrays.stream(DayOfWeek.values()).map(Moment::word).toList();
        }

        private static String word(DayOfWeek day) {
            return day.name().charAt(0) + day.name().substring(1, 3).toLowerCase(Locale.ROOT);
        }

        @Override
        public String toString() {
            return word(day) + " " + time;
        }
    }

    /** One of the weekly times. @param opens the first moment in it @param closes the first moment behind it */
    public record Span(Instant opens, Instant closes) {
        public boolean isOpen(Instant at) {
            return !at.isBefore(opens) && at.isBefore(closes);
        }

        public Duration length() {
            return Duration.between(opens, closes);
        }
    }

    /**
     * The one that is open at a moment, else the next one. A time of day that a change of clocks leaves out is as much later
     * as that change is long.
     */
    public Span at(Instant moment) {
        ZonedDateTime now = moment.atZone(zone);
        LocalDate day = now.toLocalDate().with(TemporalAdjusters.previousOrSame(opens.day()));
        LocalDate last = starting(day).opens().isAfter(moment) ? day.minusWeeks(1) : day;
        Span latest = starting(last);
        return latest.isOpen(moment) ? latest : starting(last.plusWeeks(1));
    }

    private Span starting(LocalDate day) {
        LocalDate closing = day.with(TemporalAdjusters.nextOrSame(closes.day()));
        boolean isBefore = closing.equals(day) && !closes.time().isAfter(opens.time());
        return new Span(instant(day, opens), instant(isBefore ? closing.plusWeeks(1) : closing, closes));
    }

    private Instant instant(LocalDate day, Moment moment) {
        return ZonedDateTime.of(day, moment.time(), zone).toInstant();
    }

    /** A zone as it is written. */
    public static Optional<ZoneId> zone(String written) {
        try {
            return Optional.of(ZoneId.of(written));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    /** As a runbook says it. */
    @Override
    public String toString() {
        return opens + " to " + closes + " in " + zone;
    }
}
