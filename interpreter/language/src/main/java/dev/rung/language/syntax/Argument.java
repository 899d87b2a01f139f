package dev.rung.language.syntax;

import dev.rung.model.text.Span;
import java.util.Optional;

/** What stands between the parentheses of a call or a driver. @param name empty if the argument goes by its place */
public record Argument(Optional<Name> name, ExpressionNode value, Span span) {}
