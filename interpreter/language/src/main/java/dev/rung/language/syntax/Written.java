package dev.rung.language.syntax;

import dev.rung.model.text.Span;

/**
 * A number or a text of a release file, as it was written. Whether it is what its place asks for is judged later.
 *
 * @param text what stands between the quotes, escapes read; or the word itself
 */
public record Written(Form form, String text, Span span) {
    /** What it looks like. */
    public enum Form {
        /** {@code 1.40.8}, {@code 2.42-rc1}: at least one dot. */
        VERSION,
        /** {@code 40}. */
        WHOLE,
        /** {@code 7d}, and whatever else begins with digits and goes on with letters. */
        MEASURE,
        /** {@code v1.40.8}. */
        PREFIXED,
        /** {@code 2025-01-30}, though there may be no such day. */
        DATE,
        /** Anything in quotes. */
        TEXT
    }

    @Override
    public String toString() {
        return text;
    }
}
