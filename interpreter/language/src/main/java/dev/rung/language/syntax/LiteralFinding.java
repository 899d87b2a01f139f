package dev.rung.language.syntax;

import dev.rung.model.text.Location;
import java.util.Optional;

/** What can be wrong within a single text, number or mark. */
public sealed interface LiteralFinding extends SyntaxFinding {
    record UnknownEscape(Location at, String escape) implements LiteralFinding {
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
    record NotANumber(Location at, String word, String help) implements LiteralFinding {
        @Override
        public String summary() {
            return "`" + word + "` is no number, size, duration, version or date";
        }
    }

    /** A text that has to stand as it is. @param what {@code the title of a phase} */
    record HoleInPlainText(Location at, String what) implements LiteralFinding {
        @Override
        public String summary() {
            return what + " is a plain text";
        }

        @Override
        public String help() {
            return "write it out, without `${…}`";
        }
    }

    record UnknownCharacter(Location at, String character) implements LiteralFinding {
        @Override
        public String summary() {
            return "`" + character + "` has no meaning here";
        }

        @Override
        public String help() {
            return instead(character).orElse("remove it");
        }

        /** What to write instead of a character that means something elsewhere. */
        static Optional<String> instead(String character) {
            return Optional.ofNullable(
                    switch (character) {
                        case "-" -> "there is no minus; names are written together, as in `free-space`";
                        case "$" -> "values stand by their name alone; only within a text `${name}` is needed";
                        case "!" -> "write `not`";
                        default -> null;
                    });
        }
    }
}
