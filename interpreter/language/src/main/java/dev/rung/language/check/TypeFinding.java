package dev.rung.language.check;

import dev.rung.model.diagnostic.Edit;
import dev.rung.model.diagnostic.Label;
import dev.rung.model.text.Location;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What can be wrong with the types of expressions. */
public sealed interface TypeFinding extends CheckFinding {
    /** @param wanted and what was found, in the words of types @param help and edit what to do, or empty */
    record WrongType(Location at, List<String> wanted, String found, String help, Optional<Edit> edit)
            implements TypeFinding {
        @Override
        public String summary() {
            return "expected " + Phrases.withArticle(wanted) + ", not " + Phrases.withArticle(List.of(found));
        }

        WrongType with(String otherHelp) {
            return new WrongType(at, wanted, found, otherHelp, Optional.empty());
        }
    }

    /** @param declared where the type of the input is said */
    record WrongDefault(Location at, String input, Location declared, WrongType type) implements TypeFinding {
        @Override
        public String summary() {
            return "the default of `" + input + "` is " + Phrases.withArticle(List.of(type.found()))
                    + ", and the input " + Phrases.withArticle(type.wanted());
        }

        @Override
        public List<Label> labels() {
            return List.of(new Label(declared, "the type of the input"));
        }

        @Override
        public String help() {
            return type.help();
        }

        @Override
        public Optional<Edit> edit() {
            return type.edit();
        }
    }

    /** {@code 1.x} */
    record NotAVersion(Location at) implements TypeFinding {
        @Override
        public String summary() {
            return "`" + at.text() + "` is no version";
        }

        @Override
        public String help() {
            return "a version is made of numbers, such as `1.40.8`; any other form stands in quotes";
        }
    }

    /** @param operator what stands between the two */
    record Incompatible(Location at, String left, String operator, String right) implements TypeFinding {
        @Override
        public String name() {
            return "wrong-type";
        }

        @Override
        public String summary() {
            return Phrases.withArticle(List.of(left)) + " and " + Phrases.withArticle(List.of(right))
                    + " do not go together with `" + operator + "`";
        }

        @Override
        public String help() {
            Set<String> both = Set.of(left, right.equals(left) ? "" : right);
            if (operator.equals("*") && both.contains("version")) {
                return "a share is written in percent: `150% * size(…)`";
            }
            if (both.equals(Set.of("list", "int"))) {
                return "how many there are says `count(…)`";
            }
            if (both.equals(Set.of("text", "version"))) {
                return "write a version, such as `1.40.8`, or make one of the text: `version(…)`";
            }
            return both.equals(Set.of("int", "size"))
                    ? "write a size with its unit, such as `3GB`"
                    : both.equals(Set.of("int", "duration"))
                            ? "write a duration with its unit, such as `90s`"
                            : "only text in quotes and what is read from the world take the type of the other side";
        }
    }

    /** {@code a .. b} anywhere but after {@code in}. */
    record RangeAlone(Location at) implements TypeFinding {
        @Override
        public String summary() {
            return "a range stands only behind `in`";
        }
    }

    /** @param path as it was written */
    record BadJsonPath(Location at, String path) implements TypeFinding {
        @Override
        public String summary() {
            return "`" + path + "` is no path into JSON";
        }

        @Override
        public String help() {
            return path.startsWith(".") && !path.equals(".")
                    ? "it begins with `$`: `$" + path + "`"
                    : "it is `$` with names and numbers behind it, such as `$.nodes[0].version`";
        }
    }

    record BadPattern(Location at, String why) implements TypeFinding {
        @Override
        public String summary() {
            return "this is no regular expression";
        }

        @Override
        public String label() {
            return why;
        }
    }

    /** A command in a text that is not written out where it is run. */
    record CommandInName(Location at) implements TypeFinding {
        @Override
        public String summary() {
            return "a command is a text written out here, or a list of words";
        }

        @Override
        public String help() {
            return "a text is split into words before its values are filled in; write `[\"…\", \"…\"]` for words that"
                    + " come from elsewhere";
        }
    }
}
