package dev.rung.language.lower;

import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.expression.Type;
import dev.rung.model.text.Location;
import dev.rung.model.version.PathFinding;
import java.util.List;
import java.util.Optional;

/** What can be wrong with the values that a runbook is given, and with the way that it is asked to go. */
public sealed interface LowerFinding extends Diagnostic {
    record MissingInput(Location at, String input, Type type) implements LowerFinding {
        @Override
        public String summary() {
            return "the input `" + input + "` is not given";
        }

        @Override
        public String help() {
            return "give it with `-i " + input + "=…`";
        }
    }

    record UnknownInput(Location at, String input, Optional<String> nearest, List<String> known)
            implements LowerFinding {
        @Override
        public String summary() {
            return "the runbook has no input `" + input + "`";
        }

        @Override
        public String help() {
            return nearest.map(near -> "did you mean `" + near + "`?")
                    .orElse(known.isEmpty() ? "it has none" : "it has `" + String.join("`, `", known) + "`");
        }
    }

    /** @param form how a value of the type is written */
    record BadInput(Location at, String input, String given, Type type, String form) implements LowerFinding {
        @Override
        public String summary() {
            return "`" + given + "` is no " + type.word() + ", which the input `" + input + "` asks for";
        }

        @Override
        public String help() {
            return "write it like " + form;
        }
    }

    /** Something that has to be known when the plan is made, and is not. @param why a sentence without a full stop */
    record NotKnown(Location at, String what, String why) implements LowerFinding {
        @Override
        public String summary() {
            return what + " is not known: " + why;
        }
    }

    record NoPath(Location at, PathFinding.Refused refused) implements LowerFinding {
        @Override
        public String summary() {
            return refused.summary();
        }

        @Override
        public String help() {
            return refused.help();
        }
    }

    /** The installed version of a system was not given when the plan was made. */
    record InstalledUnknown(Location at, String system) implements LowerFinding {
        @Override
        public String summary() {
            return "the installed version of `" + system + "` is not known";
        }

        @Override
        public String help() {
            return "see that its `installed` has an answer";
        }
    }

    /** A release file that does not say where a release is fetched from. */
    record NoSource(Location at, String artifact, String release) implements LowerFinding {
        @Override
        public String summary() {
            return "the release file does not say where `" + artifact + "` " + release + " is fetched from";
        }

        @Override
        public String help() {
            return "add `url \"…${release}…\"` to the release file";
        }
    }
}
