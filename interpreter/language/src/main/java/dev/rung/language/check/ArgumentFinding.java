package dev.rung.language.check;

import dev.rung.model.text.Location;
import java.util.List;

/** What can be wrong with what a call or a driver is given. */
public sealed interface ArgumentFinding extends CheckFinding {
    /** @param what a call or a driver @param parameter what is missing */
    record MissingArgument(Location at, String what, String parameter, String summaryOfIt) implements ArgumentFinding {
        @Override
        public String summary() {
            return "`" + what + "` needs its `" + parameter + "`: " + summaryOfIt;
        }

        @Override
        public String help() {
            return "add `" + parameter + ": …` between its parentheses";
        }
    }

    record SurplusArgument(Location at, String what, int takes) implements ArgumentFinding {
        @Override
        public String summary() {
            return "`" + what + "` takes " + (takes == 0 ? "no" : takes == 1 ? "one" : "at most " + takes)
                    + (takes <= 1 ? " argument" : " arguments") + " without a name";
        }

        @Override
        public String help() {
            return "leave it out, or say which argument it is: `name: …`";
        }
    }

    record ArgumentTwice(Location at, String what, String parameter) implements ArgumentFinding {
        @Override
        public String summary() {
            return "`" + what + "` is given its `" + parameter + "` twice";
        }

        @Override
        public String help() {
            return at.text().startsWith(parameter + ":")
                    ? "keep one of them"
                    : "what has no name goes by its place; keep one of them, or name what is meant for another";
        }
    }

    /** {@code database app = file(…)} */
    record WrongDriver(Location at, String driver, List<String> makes, String kind, List<String> fitting)
            implements ArgumentFinding {
        @Override
        public String summary() {
            return "`" + driver + "` makes " + Phrases.withArticle(makes) + ", not "
                    + Phrases.withArticle(List.of(kind));
        }

        @Override
        public String help() {
            return fitting.isEmpty()
                    ? ""
                    : "for " + Phrases.withArticle(List.of(kind)) + " there is " + Phrases.quoted(fitting, "and");
        }
    }
}
