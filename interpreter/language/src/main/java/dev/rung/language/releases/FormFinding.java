package dev.rung.language.releases;

import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.diagnostic.Edit;
import dev.rung.model.text.Location;
import java.util.Optional;

/** What can be wrong with the form of a single value in a release file. */
public sealed interface FormFinding extends Diagnostic {
    record NotAVersion(Location at, String written, String help, Optional<Edit> edit) implements FormFinding {
        @Override
        public String summary() {
            return "`" + written + "` is not a version";
        }
    }

    record NotADate(Location at, String written) implements FormFinding {
        @Override
        public String summary() {
            return "`" + written + "` is not a date";
        }

        @Override
        public String help() {
            return "write year, month and day, like `2025-01-30`";
        }
    }

    record NotADuration(Location at, String written, String help) implements FormFinding {
        @Override
        public String summary() {
            return "`" + written + "` is not a duration";
        }
    }

    record NotASha256(Location at, String written) implements FormFinding {
        @Override
        public String summary() {
            return "this is not a sha256";
        }

        @Override
        public String label() {
            long odd = written.chars().filter(c -> Character.digit(c, 16) < 0).count();
            return odd > 0 ? "not only the digits 0-9 and a-f" : written.length() + " digits";
        }

        @Override
        public String help() {
            return "a sha256 has 64 digits, as `sha256sum` prints them";
        }
    }

    /** @param problem of the regular expression or of what it is replaced by, without a full stop */
    record BadSpelling(Location at, String problem) implements FormFinding {
        @Override
        public String summary() {
            return "this spelling cannot be used";
        }

        @Override
        public String label() {
            return problem;
        }

        @Override
        public String help() {
            return "`spelling` takes a regular expression for a whole number and what it compares as: `'v(.*)' as"
                    + " '$1'`";
        }
    }

    record UnknownHole(Location at, String hole, Optional<String> nearest) implements FormFinding {
        @Override
        public String summary() {
            return "`${" + hole + "}` means nothing in a `url`";
        }

        @Override
        public String help() {
            return nearest.map(near -> "did you mean `${" + near + "}`?")
                    .orElse("there are `${release}` and `${line}`");
        }
    }
}
