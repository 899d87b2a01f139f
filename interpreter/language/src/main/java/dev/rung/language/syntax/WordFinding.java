package dev.rung.language.syntax;

import dev.rung.model.diagnostic.Misspelt;
import dev.rung.model.diagnostic.Repeated;
import dev.rung.model.text.Location;
import dev.rung.model.text.Nearest;
import java.util.List;
import java.util.Optional;

/** What can be wrong with the words of a file and their order. */
public sealed interface WordFinding extends SyntaxFinding {
    /**
     * Something stands where something else should.
     *
     * @param found and what was expected, in the words of a person
     * @param otherwise what to do, or empty
     */
    record UnexpectedWord(Location at, String found, List<String> expected, Optional<String> nearest, String otherwise)
            implements WordFinding, Misspelt {
        @Override
        public String summary() {
            return expected.isEmpty() ? found + " does not fit here" : "expected " + anyOf(expected) + ", not " + found;
        }
    }

    /** A word of the language stands where a name should. */
    record ReservedWord(Location at, String word) implements WordFinding {
        @Override
        public String summary() {
            return "`" + word + "` is a word of the language and cannot be a name";
        }

        @Override
        public String help() {
            return "take another name, such as `the-" + word + "`";
        }
    }

    /** A line ends too early. @param at the place behind the last word @param help what to do, or empty */
    record MissingWord(Location at, String after, List<String> expected, String help) implements WordFinding {
        @Override
        public String summary() {
            return anyOf(expected) + (after.isEmpty() ? " is missing" : " is missing after " + after);
        }
    }

    /**
     * @param kind what should stand here: a statement, a declaration, a part or a fact
     * @param instead what to do if the word has no like here, or empty
     */
    record UnknownWord(
            Location at, String word, String kind, List<String> known, Optional<String> nearest, String instead)
            implements WordFinding, Misspelt {
        /** With what is known of the word: one that looks like it, one that means the same, or what to do instead. */
        static UnknownWord of(Location at, String word, String kind, List<String> known) {
            String instead = Synonyms.instead(word, known);
            Optional<String> nearest =
                    instead.isEmpty() ? Synonyms.of(word, known).or(() -> Nearest.to(word, known)) : Optional.empty();
            return new UnknownWord(at, word, kind, known, nearest, instead);
        }

        @Override
        public String summary() {
            return "`" + word + "` does not begin " + kind;
        }

        @Override
        public String otherwise() {
            return instead.isEmpty() ? "here may stand " + anyOf(known) : instead;
        }
    }

    /** A known statement or declaration at a wrong place. @param place where it may stand */
    record MisplacedWord(Location at, String word, String place) implements WordFinding {
        @Override
        public String summary() {
            return "`" + word + "` cannot stand here";
        }

        @Override
        public String help() {
            return "it stands " + place;
        }
    }

    record ClauseTwice(Location at, String clause, Location first) implements WordFinding, Repeated {
        @Override
        public String summary() {
            return "`" + clause + "` stands twice in one statement";
        }
    }

    /** The file does not begin with its title. */
    record NoTitle(Location at) implements WordFinding {
        @Override
        public String summary() {
            return "the file does not begin with `runbook`";
        }

        @Override
        public String help() {
            return "begin it with `runbook \"…\"` and a title";
        }
    }

    /** @param alone whether nothing but comments stands between the two */
    record TitleTwice(Location at, Location first, boolean alone) implements WordFinding, Repeated {
        @Override
        public String summary() {
            return alone ? "`runbook` stands twice" : "a file is one runbook";
        }

        @Override
        public String aboutFirst() {
            return "it begins here";
        }

        @Override
        public String help() {
            return alone ? "keep one of them" : "make two files of it, or keep one of the titles";
        }
    }

    /** {@code `to`, `with` or a name} */
    private static String anyOf(List<String> words) {
        List<String> quoted = words.stream()
                .map(word -> word.indexOf(' ') >= 0 || word.startsWith("`") ? word : "`" + word + "`")
                .toList();
        return switch (quoted.size()) {
            case 0 -> "something else";
            case 1 -> quoted.getFirst();
            default -> String.join(", ", quoted.subList(0, quoted.size() - 1)) + " or " + quoted.getLast();
        };
    }
}
