package dev.rung.language.syntax;

import dev.rung.model.diagnostic.Label;
import dev.rung.model.text.Location;
import java.util.List;

/** What can be wrong with whatever is opened and closed. */
public sealed interface ClosingFinding extends SyntaxFinding {
    /** @param at where it becomes plain that the brace is missing */
    record UnclosedBrace(Location at, Location opener) implements ClosingFinding {
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

        @Override
        public String help() {
            return "close it with `}` on a line of its own";
        }
    }

    /** A brace too many. */
    record StrayBrace(Location at) implements ClosingFinding {
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
    record UnclosedBracket(Location at, Location opener, String closer) implements ClosingFinding {
        @Override
        public String summary() {
            return "a `" + closer + "` is missing";
        }

        @Override
        public List<Label> labels() {
            return List.of(new Label(opener, "opened here"));
        }

        @Override
        public String help() {
            return "close it with `" + closer + "`";
        }
    }

    /** @param at where the text begins @param overLines whether there are texts over several lines in this file */
    record UnclosedText(Location at, String closer, boolean overLines) implements ClosingFinding {
        @Override
        public String summary() {
            return "this text is not closed";
        }

        @Override
        public String help() {
            String line = "close it with `" + closer + "`";
            if (closer.length() > 1) {
                return line;
            }
            return line + " on the same line"
                    + (overLines ? "; a text over several lines stands between `" + closer.repeat(3) + "`" : "");
        }
    }

    /** @param at where the hole begins */
    record UnclosedHole(Location at) implements ClosingFinding {
        @Override
        public String summary() {
            return "this `${` is not closed";
        }

        @Override
        public String help() {
            return "close it with `}` on the same line; for the two characters themselves write `\\${`";
        }
    }

    record TooDeep(Location at) implements ClosingFinding {
        @Override
        public String summary() {
            return "this is nested more than " + DepthLimit.MOST + " levels deep";
        }

        @Override
        public String help() {
            return "give parts of it a name with `let`";
        }
    }
}
