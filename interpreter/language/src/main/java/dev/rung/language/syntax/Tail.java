package dev.rung.language.syntax;

import dev.rung.model.text.Span;
import java.util.Optional;

/**
 * What may follow every statement without a block.
 *
 * @param within the limit over all tries
 * @param named the name that takes the place of the derived one
 * @param orContinue where {@code else continue} stands
 */
public record Tail(
        Optional<ExpressionNode> within, Optional<Name> named, Optional<Span> orContinue, Optional<Retry> retry) {
    /** Of a statement with a block, or one that has none. */
    public static final Tail NONE = new Tail(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** {@code retry N every D}: how often it is tried once more, and how long is waited before. */
    public record Retry(ExpressionNode times, ExpressionNode pause, Span span) {}
}
