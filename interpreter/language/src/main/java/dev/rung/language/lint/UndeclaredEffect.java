package dev.rung.language.lint;

import dev.rung.language.check.CheckedRunbook;
import dev.rung.language.syntax.Statement;
import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.diagnostic.Severity;
import dev.rung.model.text.Location;
import dev.rung.model.text.Span;
import java.util.List;
import java.util.stream.Stream;

/** A program is started, and nothing says what it changes. An {@code http} without it has a meaning of its own. */
final class UndeclaredEffect implements Rule {
    /** @param statement {@code run} or {@code shell} */
    record Undeclared(Location at, String statement) implements Diagnostic {
        @Override
        public String name() {
            return "undeclared-effect";
        }

        @Override
        public Severity severity() {
            return Severity.WARNING;
        }

        @Override
        public String summary() {
            return "nothing says what this `" + statement + "` changes";
        }

        @Override
        public String label() {
            return "so it is taken to change all data of its system";
        }

        @Override
        public String help() {
            return "say `changes nothing`, or name the parts that it changes: `changes …`";
        }
    }

    @Override
    public String name() {
        return "undeclared-effect";
    }

    @Override
    public List<Diagnostic> find(Subject subject) {
        return subject instanceof Subject.Runbook runbook
                ? runbook.checked().tree().phases().stream()
                        .flatMap(phase -> Statements.within(phase.body()))
                        .flatMap(statement -> look(statement, runbook.checked()))
                        .toList()
                : List.of();
    }

    private static Stream<Diagnostic> look(Statement statement, CheckedRunbook runbook) {
        if (!(statement instanceof Statement.Program program)
                || program.changes().isPresent()) {
            return Stream.empty();
        }
        Span word = statement.span().first(statement.word().length());
        return Stream.of(new Undeclared(runbook.sources().at(word), statement.word()));
    }
}
