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
        return switch (statement) {
            case Statement.StepThrough ladder -> within(ladder.body());
            case Statement.When when -> Stream.concat(within(when.then()), within(when.otherwise()));
            case Statement.Rollback rollback -> within(rollback.body());
            case Statement.Http http -> http.undo().stream().flatMap(undo -> within(undo.body()));
            case Statement.Run run -> run.undo().stream().flatMap(undo -> within(undo.body()));
            default -> Stream.empty();
        };
    }
}
