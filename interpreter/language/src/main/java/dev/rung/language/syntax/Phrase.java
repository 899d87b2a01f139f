package dev.rung.language.syntax;

import dev.rung.model.text.Span;
import java.util.List;

/**
 * A text as its grammar divides it, with all its words and comments and nothing of what they mean: for whoever lays it
 * out. The words, in the order of the text, and the comments in front of them are all of the text but its blanks.
 */
public sealed interface Phrase {
    /** @param text a text in quotes, over how many lines and with what holes ever, is one word; empty at the file's end */
    record Word(String text, Span span, Gap before) implements Phrase {}

    /** @param rule the rule of the grammar @param label which of its alternatives, or the rule again if it has but one */
    record Part(String rule, String label, List<Phrase> phrases) implements Phrase {
        public Part {
            phrases = List.copyOf(phrases);
        }
    }

    /** What stands in front of a word. @param breaks how many line breaks stand behind the last comment, or in all */
    record Gap(List<Comment> comments, int breaks) {
        public Gap {
            comments = List.copyOf(comments);
        }

        /** Whether the word begins a line. */
        public boolean breaksLine() {
            return breaks > 0 || !comments.isEmpty();
        }
    }

    /** @param breaks how many line breaks stand in front of it: none if it stands behind something */
    record Comment(String text, boolean documentation, int breaks) {}
}
