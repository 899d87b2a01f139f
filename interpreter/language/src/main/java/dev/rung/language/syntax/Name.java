package dev.rung.language.syntax;

import dev.rung.model.text.Span;

/** A word that names something, where it stands. */
public record Name(String text, Span span) {
    @Override
    public String toString() {
        return text;
    }
}
