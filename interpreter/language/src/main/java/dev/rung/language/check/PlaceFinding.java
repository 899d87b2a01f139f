package dev.rung.language.check;

import dev.rung.model.diagnostic.Edit;
import dev.rung.model.diagnostic.Misspelt;
import dev.rung.model.text.Location;
import java.util.Optional;

/** What can be wrong with when and where something happens. */
public sealed interface PlaceFinding extends CheckFinding {
    /** {@code window "Saturday 22:00"}, {@code "Sat 25:00"} @param what {@code day} or {@code time} */
    record NoMoment(Location at, String written, String what, Optional<String> nearest)
            implements PlaceFinding, Misspelt {
        @Override
        public String summary() {
            return "`" + written + "` is no " + what;
        }

        @Override
        public Optional<Edit> edit() {
            return nearest.map(near -> new Edit(at, at.text().replace(written, near)));
        }

        @Override
        public String otherwise() {
            return "write it like `Sat 22:00`";
        }
    }

    /** A window that is closed whenever it opens. */
    record EmptyWindow(Location at) implements PlaceFinding {
        @Override
        public String summary() {
            return "this window closes when it opens";
        }

        @Override
        public String help() {
            return "write when it opens and when it closes: `window \"Sat 22:00\" to \"Sun 04:00\" in"
                    + " \"Europe/Berlin\"`";
        }
    }

    record UnknownZone(Location at, String zone, Optional<String> nearest) implements PlaceFinding, Misspelt {
        @Override
        public String summary() {
            return "there is no time zone `" + zone + "`";
        }

        @Override
        public Optional<Edit> edit() {
            return Optional.empty();
        }

        @Override
        public String otherwise() {
            return "write it like `Europe/Berlin` or `UTC`";
        }
    }
}
