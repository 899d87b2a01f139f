package dev.rung.language.lint;

import dev.rung.language.syntax.Statement;
import java.util.List;
import java.util.stream.Stream;

/** Walks through bodies. */
final class Statements {
    private Statements() {}

    /** All statements of a body and of what is nested in it, in the order of the file. */
    static Stream<Statement> within(List<Statement> body) {
        return body.stream().flatMap(statement -> Stream.concat(Stream.of(statement), nested(statement)));
    }

    private static Stream<Statement> nested(Statement statement) {
        return statement.bodies().stream().flatMap(Statements::within);
    }
}
