package dev.rung.language.syntax;

import dev.rung.model.text.Span;

/** A piece of a source text. The tokens of a text, one after the other, are the text. */
public record Token(Kind kind, Span span) {
    /** What a token is, as far as colours, completion and comments need it. */
    public enum Kind {
        KEYWORD,
        NAME,
        NUMBER,
        TEXT,
        /** {@code ${} and its closing brace. */
        HOLE,
        PUNCTUATION,
        COMMENT,
        /** A comment that begins with {@code ##}. */
        DOCUMENTATION,
        SPACE,
        UNKNOWN
    }
}
