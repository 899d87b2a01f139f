package dev.rung.language.lint;

import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.diagnostic.Misspelt;
import dev.rung.model.diagnostic.Severity;
import dev.rung.model.text.Location;
import java.util.Optional;

/** What can be wrong with an {@code # allow: …}. */
public sealed interface AllowanceFinding extends Diagnostic {
    @Override
    default Severity severity() {
        return Severity.WARNING;
    }

    record UnknownRule(Location at, String rule, Optional<String> nearest) implements AllowanceFinding, Misspelt {
        @Override
        public String summary() {
            return "there is no rule `" + rule + "`";
        }

        @Override
        public String otherwise() {
            return "the name of a rule stands in brackets before what it finds";
        }
    }

    /** @param line the line for which nothing is found */
    record UnusedAllowance(Location at, String rule, int line) implements AllowanceFinding {
        @Override
        public String summary() {
            return "`" + rule + "` finds nothing on line " + line;
        }

        @Override
        public String help() {
            return "remove the `allow`, or move it to the line that it is for";
        }
    }

    record AllowanceWithoutReason(Location at, String rule) implements AllowanceFinding {
        @Override
        public String summary() {
            return "nothing says why `" + rule + "` is allowed";
        }

        @Override
        public String help() {
            return "go on with `because` and a reason: `# allow: " + rule + " because …`";
        }
    }
}
