package dev.rung.language.syntax;

import dev.rung.model.text.Span;
import java.util.List;

/** What statements have in common behind their first words. */
public sealed interface Clause {
    /** {@code changes A, B} or {@code changes nothing} */
    record Changes(List<Name> parts, Span span) implements Clause {
        public Changes {
            parts = List.copyOf(parts);
        }
    }

    /** {@code with "Name" = value} */
    record Header(ExpressionNode name, ExpressionNode value) implements Clause {}

    /** {@code undo "…"}: what a person has to do to take back what a person has done. */
    record ManualUndo(ExpressionNode text, Span span) implements Clause {}

    /** {@code with NAME = expression} */
    record Setting(Name name, ExpressionNode value) implements Clause {}

    /** {@code undo { … }}: how what a statement has changed is taken back. */
    record Undo(List<Statement> body, Span span) implements Clause {
        public Undo {
            body = List.copyOf(body);
        }
    }
}
