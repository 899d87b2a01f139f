package dev.rung.model.expression;

import dev.rung.model.version.Version;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** A value of the language. {@link Unknown} is what a reading without an answer gives; it is never silently false. */
public sealed interface Value {
    /** As a person reads it in a plan or a message. */
    String shown();

    record Text(String text) implements Value {
        @Override
        public String shown() {
            return text;
        }
    }

    record Whole(long number) implements Value {
        @Override
        public String shown() {
            return Long.toString(number);
        }
    }

    record Percentage(long percent) implements Value {
        @Override
        public String shown() {
            return percent + "%";
        }
    }

    record Truth(boolean holds) implements Value {
        @Override
        public String shown() {
            return Boolean.toString(holds);
        }
    }

    record Size(long bytes) implements Value {
        private static final List<String> UNITS = List.of("B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB");

        @Override
        public String shown() {
            double amount = bytes;
            int unit = 0;
            while (amount >= 1024 && unit < UNITS.size() - 1) {
                amount /= 1024;
                unit++;
            }
            return unit == 0 ? bytes + " B" : String.format(java.util.Locale.ROOT, "%.1f %s", amount, UNITS.get(unit));
        }
    }

    record Span(Duration duration) implements Value {
        @Override
        public String shown() {
            return Durations.shown(duration);
        }
    }

    record Day(LocalDate date) implements Value {
        @Override
        public String shown() {
            return date.toString();
        }
    }

    record Number(Version version) implements Value {
        @Override
        public String shown() {
            return version.written();
        }
    }

    record Listing(List<Value> items) implements Value {
        public Listing {
            items = List.copyOf(items);
        }

        @Override
        public String shown() {
            return items.stream().map(Value::shown).collect(Collectors.joining(", ", "[", "]"));
        }
    }

    /** Stands for a value that is read only where it is used, and is shown nowhere. @param name as it is declared */
    record Secret(String name) implements Value {
        @Override
        public String shown() {
            return "(secret " + name + ")";
        }
    }

    /** @param why what was asked, what came back: a sentence without a full stop */
    record Unknown(String why) implements Value {
        @Override
        public String shown() {
            return "unknown";
        }
    }
}
