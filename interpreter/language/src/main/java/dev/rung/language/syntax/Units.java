package dev.rung.language.syntax;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations and sizes as people write them elsewhere: {@code 1 minute}, {@code 90sec}, {@code 1.5h}, {@code 3 gb}. */
final class Units {
    private static final Pattern AMOUNT = Pattern.compile("(\\d+(?:\\.\\d+)?)[ \\t-]*([A-Za-z]+)");

    private Units() {}

    /** One unit: how it is written here, how elsewhere, and how many of the unit below it makes. */
    private record Unit(String right, List<String> names, Optional<Unit> below, int times) {}

    private static Unit unit(String right, List<String> names) {
        return new Unit(right, names, Optional.empty(), 1);
    }

    private static Unit unit(String right, Unit below, int times, String... names) {
        return new Unit(right, List.of(names), Optional.of(below), times);
    }

    private static List<Unit> units() {
        Unit millis = unit("ms", List.of("ms", "msec", "msecs", "milli", "millis", "millisecond", "milliseconds"));
        Unit seconds = unit("s", millis, 1000, "s", "sec", "secs", "second", "seconds");
        Unit minutes = unit("m", seconds, 60, "m", "min", "mins", "minute", "minutes");
        Unit hours = unit("h", minutes, 60, "h", "hr", "hrs", "hour", "hours");
        Unit days = unit("d", hours, 24, "d", "day", "days");
        Unit bytes = unit("B", List.of("b", "byte", "bytes"));
        Unit kilo = unit("KB", bytes, 1000, "kb", "kilobyte", "kilobytes");
        Unit mega = unit("MB", kilo, 1000, "mb", "megabyte", "megabytes");
        Unit giga = unit("GB", mega, 1000, "gb", "gigabyte", "gigabytes");
        Unit tera = unit("TB", giga, 1000, "tb", "terabyte", "terabytes");
        Unit kibi = unit("KiB", bytes, 1024, "kib", "ki");
        Unit mebi = unit("MiB", kibi, 1024, "mib", "mi");
        Unit gibi = unit("GiB", mebi, 1024, "gib", "gi");
        Unit tebi = unit("TiB", gibi, 1024, "tib", "ti");
        return List.of(millis, seconds, minutes, hours, days, bytes, kilo, mega, giga, tera, kibi, mebi, gibi, tebi);
    }

    /** As the language writes it; empty if it is no amount, or one that no whole number says. */
    static Optional<String> right(String written) {
        Matcher amount = AMOUNT.matcher(written);
        if (!amount.matches()) {
            return Optional.empty();
        }
        String name = amount.group(2).toLowerCase(Locale.ROOT);
        if (name.matches("weeks?|w")) {
            return inWholes(
                    new BigDecimal(amount.group(1)).multiply(BigDecimal.valueOf(7)),
                    named("d").orElseThrow());
        }
        return named(name).flatMap(unit -> inWholes(new BigDecimal(amount.group(1)), unit));
    }

    /** {@code 1h30} with the unit that it leaves out. */
    static Optional<String> completed(String written) {
        return written.matches("\\d+h\\d+")
                ? Optional.of(written + "m")
                : written.matches("\\d+m\\d+") ? Optional.of(written + "s") : Optional.empty();
    }

    private static Optional<Unit> named(String name) {
        return units().stream().filter(unit -> unit.names().contains(name)).findFirst();
    }

    private static Optional<String> inWholes(BigDecimal number, Unit unit) {
        BigDecimal plain = number.stripTrailingZeros();
        if (plain.scale() <= 0) {
            return Optional.of(plain.toPlainString() + unit.right());
        }
        return unit.below().flatMap(below -> inWholes(number.multiply(BigDecimal.valueOf(unit.times())), below));
    }
}
