package dev.rung.language.syntax;

import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.diagnostic.Edit;
import dev.rung.model.diagnostic.Label;
import dev.rung.model.text.Location;
import java.util.List;
import java.util.Optional;

/** What can be wrong with the way in which a runbook is written. */
public sealed interface SyntaxFinding extends Diagnostic {
    /** Something stands where something else should. @param found and what was expected, in the words of a person */
    record Unexpected(Location at, String found, List<String> expected, Optional<String> nearest)
            implements SyntaxFinding {
        @Override
        public String name() {
            return "unexpected-word";
        }

        @Override
        public String summary() {
            return expected.isEmpty()
                    ? found + " does not fit here"
                    : "expected " + Words.anyOf(expected) + ", not " + found;
        }

        @Override
        public String help() {
            return nearest.map(word -> "did you mean `" + word + "`?").orElse("");
        }

        @Override
        public Optional<Edit> edit() {
            return nearest.map(word -> new Edit(at, word));
        }
    }

    /** A word of the language stands where a name should. */
    record ReservedWord(Location at, String word) implements SyntaxFinding {
        @Override
        public String name() {
            return "reserved-word";
        }

        @Override
        public String summary() {
            return "`" + word + "` is a word of the language and cannot be a name";
        }

        @Override
        public String help() {
            return "take another name, such as `the-" + word + "`";
        }
    }

    /** A line ends too early. @param at the place behind the last word */
    record Missing(Location at, String after, List<String> expected) implements SyntaxFinding {
        @Override
        public String name() {
            return "missing-word";
        }

        @Override
        public String summary() {
            return Words.anyOf(expected) + (after.isEmpty() ? " is missing" : " is missing after " + after);
        }
    }

    /** @param kind what should stand here: a statement, a declaration, a part or a fact */
    record UnknownWord(Location at, String word, String kind, List<String> known, Optional<String> nearest)
            implements SyntaxFinding {
        @Override
        public String name() {
            return "unknown-word";
        }

        @Override
        public String summary() {
            return "`" + word + "` does not begin " + kind;
        }

        @Override
        public String help() {
            return nearest.map(near -> "did you mean `" + near + "`?").orElse("here may stand " + Words.anyOf(known));
        }

        @Override
        public Optional<Edit> edit() {
            return nearest.map(near -> new Edit(at, near));
        }
    }

    /** A known statement or declaration at a wrong place. @param place where it may stand */
    record Misplaced(Location at, String word, String place) implements SyntaxFinding {
        @Override
        public String name() {
            return "misplaced-word";
        }

        @Override
        public String summary() {
            return "`" + word + "` cannot stand here";
        }

        @Override
        public String help() {
            return "it stands " + place;
        }
    }

    /** @param at where it becomes plain that the brace is missing */
    record UnclosedBrace(Location at, Location opener) implements SyntaxFinding {
        @Override
        public String name() {
            return "unclosed-brace";
        }

        @Override
        public String summary() {
            return "a `}` is missing";
        }

        @Override
        public String label() {
            return at.text().isBlank() ? "before the end of the file" : "before this";
        }

        @Override
        public List<Label> labels() {
            return List.of(new Label(opener, "this block is not closed"));
        }
    }

    /** A brace too many. */
    record StrayBrace(Location at) implements SyntaxFinding {
        @Override
        public String name() {
            return "stray-brace";
        }

        @Override
        public String summary() {
            return "this `}` closes nothing";
        }

        @Override
        public String help() {
            return "remove it, or look for a `{` that is missing above";
        }
    }

    /** @param at the place behind the last word within the bracket @param closer what is missing */
    record UnclosedBracket(Location at, Location opener, String closer) implements SyntaxFinding {
        @Override
        public String name() {
            return "unclosed-bracket";
        }

        @Override
        public String summary() {
            return "a `" + closer + "` is missing";
        }

        @Override
        public List<Label> labels() {
            return List.of(new Label(opener, "opened here"));
        }
    }

    /** @param at where the text begins */
    record UnclosedText(Location at, String closer) implements SyntaxFinding {
        @Override
        public String name() {
            return "unclosed-text";
        }

        @Override
        public String summary() {
            return "this text is not closed";
        }

        @Override
        public String help() {
            return closer.length() == 1
                    ? "close it with `" + closer + "` on the same line; a text over several lines stands between `"
                            + closer.repeat(3) + "`"
                    : "close it with `" + closer + "`";
        }
    }

    /** @param at where the hole begins */
    record UnclosedHole(Location at) implements SyntaxFinding {
        @Override
        public String name() {
            return "unclosed-hole";
        }

        @Override
        public String summary() {
            return "this `${` is not closed";
        }

        @Override
        public String help() {
            return "close it with `}` on the same line; for the two characters themselves write `\\${`";
        }
    }

    record UnknownEscape(Location at, String escape) implements SyntaxFinding {
        @Override
        public String name() {
            return "unknown-escape";
        }

        @Override
        public String summary() {
            return "`" + escape + "` means nothing in a text";
        }

        @Override
        public String help() {
            return "there are `\\n`, `\\t`, `\\r`, `\\\"`, `\\$` and `\\\\`; between `'…'` a text stands as it is";
        }
    }

    /** Something that begins with a digit and is neither number nor size, duration, version or date. */
    record NotANumber(Location at, String word, String help) implements SyntaxFinding {
        @Override
        public String name() {
            return "not-a-number";
        }

        @Override
        public String summary() {
            return "`" + word + "` is no number, size, duration, version or date";
        }
    }

    record TooDeep(Location at) implements SyntaxFinding {
        @Override
        public String name() {
            return "too-deep";
        }

        @Override
        public String summary() {
            return "this is nested more than " + DepthLimit.MOST + " levels deep";
        }

        @Override
        public String help() {
            return "give parts of it a name with `let`";
        }
    }

    record ClauseTwice(Location at, String clause, Location first) implements SyntaxFinding {
        @Override
        public String name() {
            return "clause-twice";
        }

        @Override
        public String summary() {
            return "`" + clause + "` stands twice in one statement";
        }

        @Override
        public List<Label> labels() {
            return List.of(new Label(first, "it stands here already"));
        }

        @Override
        public String help() {
            return "keep one of them";
        }
    }

    /** A text that has to stand as it is. @param what {@code the title of a phase} */
    record HoleInPlainText(Location at, String what) implements SyntaxFinding {
        @Override
        public String name() {
            return "hole-in-plain-text";
        }

        @Override
        public String summary() {
            return what + " is a plain text";
        }

        @Override
        public String help() {
            return "write it out, without `${…}`";
        }
    }

    record UnknownCharacter(Location at, String character) implements SyntaxFinding {
        @Override
        public String name() {
            return "unknown-character";
        }

        @Override
        public String summary() {
            return "`" + character + "` has no meaning here";
        }

        @Override
        public String help() {
            return switch (character) {
                case ";" -> "a statement needs no mark at its end";
                case "-" -> "there is no minus; names are written together, as in `free-space`";
                case "$" -> "values stand by their name alone; only within a text `${name}` is needed";
                case "&", "|" -> "write `and` or `or`";
                case "!" -> "write `not`";
                default -> "remove it";
            };
        }
    }

    /** The file does not begin with its title. */
    record NoTitle(Location at) implements SyntaxFinding {
        @Override
        public String name() {
            return "no-title";
        }

        @Override
        public String summary() {
            return "the file does not begin with `runbook`";
        }

        @Override
        public String help() {
            return "begin it with `runbook \"…\"` and a title";
        }
    }

    record TitleTwice(Location at, Location first) implements SyntaxFinding {
        @Override
        public String name() {
            return "title-twice";
        }

        @Override
        public String summary() {
            return "a file is one runbook";
        }

        @Override
        public List<Label> labels() {
            return List.of(new Label(first, "it begins here"));
        }
    }
}
