package dev.rung.language.syntax;

import java.util.List;

/** What a person typed into a shell. */
public sealed interface Typed {
    record Statements(List<Statement> statements) implements Typed {
        public Statements {
            statements = List.copyOf(statements);
        }
    }

    record Abbreviation(Declaration.Let let) implements Typed {}

    record Asked(ExpressionNode expression) implements Typed {}

    /** Nothing but blanks and comments, or nothing that could be read. */
    record Nothing() implements Typed {}
}
