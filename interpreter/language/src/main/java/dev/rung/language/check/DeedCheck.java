package dev.rung.language.check;

import dev.rung.language.check.CommandFinding.FolderBehindFrom;
import dev.rung.language.check.CommandFinding.HoleInShell;
import dev.rung.language.check.CommandFinding.ShellMark;
import dev.rung.language.check.NameFinding.UnknownName;
import dev.rung.language.check.Placement.Block;
import dev.rung.language.check.Placement.Place;
import dev.rung.language.check.StatementFinding.CannotContinue;
import dev.rung.language.check.StatementFinding.EmptyUndo;
import dev.rung.language.check.StatementFinding.MisplacedClause;
import dev.rung.language.check.StatementFinding.NoStatus;
import dev.rung.language.check.StatementFinding.NothingToUndo;
import dev.rung.language.check.StatementFinding.UndoChangesMore;
import dev.rung.language.syntax.Clause;
import dev.rung.language.syntax.ExpressionNode;
import dev.rung.language.syntax.Name;
import dev.rung.language.syntax.Statement;
import dev.rung.model.expression.Expression.Operator;
import dev.rung.model.expression.Type;
import dev.rung.model.expression.Value;
import dev.rung.model.text.Nearest;
import dev.rung.model.text.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Judges what is done beside the usual way, what it says that it changes, and how it says that it is taken back. */
final class DeedCheck {
    /** A block in which something could not be read is none that is empty. */
    private static final Pattern EMPTY = Pattern.compile("undo\\s*\\{(\\s|#.*)*}");

    private static final List<String> METHODS = List.of("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT");

    private static final int LEAST_STATUS = 100;
    private static final int GREATEST_STATUS = 599;

    private final Names names;
    private final Findings findings;
    private final ExpressionCheck expressions;
    private final References references;

    DeedCheck(Names names, Findings findings, ExpressionCheck expressions, References references) {
        this.names = names;
        this.findings = findings;
        this.expressions = expressions;
        this.references = references;
    }

    /** But for what stands in its {@code undo}. */
    void run(Statement.Program run, Place place) {
        Scope scope = place.scope();
        switch (run) {
            case Statement.Run words -> command(words, scope);
            case Statement.Shell shell -> script(shell.command(), scope);
        }
        run.changes().ifPresent(changes -> changes(changes, place));
        run.directory().ifPresent(directory -> expressions.check(directory, scope, Set.of(Type.PATH, Type.TEXT)));
        run.environment().forEach(setting -> expressions.unseen(setting.value(), scope));
        references.once(run.environment().stream().map(Clause.Setting::name).toList(), "variable");
        run.place().ifPresent(references::place);
        for (ExpressionNode code : run.expect()) {
            expressions.check(code, scope, Set.of(Type.INT));
            new Readings(names).mustBeKnown(code, scope, "an exit code", findings);
        }
        run.undo().ifPresent(undo -> undo(undo, run, run.changes(), place));
    }

    /** But for what stands in its {@code undo}. */
    void http(Statement.Http http, Place place) {
        Scope scope = place.scope();
        method(http.method());
        expressions.check(http.url(), scope, Set.of(Type.URL, Type.TEXT));
        for (Clause.Header header : http.headers()) {
            expressions.check(header.name(), scope, Set.of(Type.TEXT));
            new Readings(names).mustBeKnown(header.name(), scope, "the name of a header", findings);
            expressions.unseen(header.value(), scope);
        }
        http.content()
                .ifPresent(content -> expressions.check(
                        content, scope, Set.of(Type.TEXT), "the body of a request, which a plan shows"));
        for (ExpressionNode status : http.expect()) {
            expressions.check(status, scope, Set.of(Type.INT));
            new Readings(names).mustBeKnown(status, scope, "a status", findings);
            if (status instanceof ExpressionNode.Literal(Value.Whole(long number), Span span)
                    && (number < LEAST_STATUS || number > GREATEST_STATUS)) {
                findings.add(new NoStatus(findings.at(span)));
            }
        }
        http.changes().ifPresent(changes -> changes(changes, place));
        http.undo().ifPresent(undo -> undo(undo, http, http.changes(), place));
    }

    private void method(Name method) {
        if (METHODS.contains(method.text())) {
            return;
        }
        Optional<String> capitals =
                Optional.of(method.text().toUpperCase(Locale.ROOT)).filter(METHODS::contains);
        findings.add(new UnknownName(
                findings.at(method.span()),
                method.text(),
                "HTTP method",
                capitals.or(() -> Nearest.to(method.text().toUpperCase(Locale.ROOT), METHODS)),
                METHODS));
    }

    /** Values come in as variables of its environment: in its own words they would be read as such. */
    private void script(ExpressionNode script, Scope scope) {
        expressions.check(script, scope, Set.of(Type.TEXT));
        for (ExpressionNode hole : Readings.children(script)) {
            findings.add(new HoleInShell(
                    findings.at(hole.span()), findings.at(hole.span()).text()));
        }
    }

    /** But for what stands in its {@code undo}. */
    void sql(Statement.Sql sql, Place place) {
        references.part(sql.database(), Type.DATABASE);
        expressions.check(
                sql.command(), place.scope(), sql.isFile() ? Set.of(Type.PATH, Type.TEXT) : Set.of(Type.TEXT));
        sql.values().ifPresent(values -> values(values, place.scope()));
        sql.undo()
                .ifPresent(undo ->
                        undo(undo, sql, Optional.of(new Clause.Changes(List.of(sql.database()), sql.span())), place));
    }

    /** They reach the database beside the text, and are shown to nobody. */
    private void values(ExpressionNode values, Scope scope) {
        if (values instanceof ExpressionNode.Items list) {
            list.items().forEach(value -> expressions.unseen(value, scope));
        } else {
            expressions.check(values, scope, Set.of(Type.LIST));
        }
    }

    private void command(Statement.Run run, Scope scope) {
        if (run.command() instanceof ExpressionNode.Binary binary
                && binary.operator() == Operator.IN
                && binary.left() instanceof ExpressionNode.Text) {
            findings.add(new FolderBehindFrom(findings.at(binary.operatorSpan())));
            return;
        }
        if (run.command() instanceof ExpressionNode.Binary binary && binary.left() instanceof ExpressionNode.Text) {
            findings.add(new ShellMark(
                    findings.at(binary.operatorSpan()),
                    "`run`",
                    binary.operator().word(),
                    "let a shell do it: `shell '…'`, with the values that it needs behind `with`",
                    Optional.empty()));
            return;
        }
        int before = findings.all().size();
        expressions.check(run.command(), scope, Set.of(Type.LIST, Type.TEXT), "a command, which others can see");
        if (findings.all().size() == before) {
            expressions.command(run.command(), scope);
            ShellMarks.in(run, findings).ifPresent(findings::add);
        }
    }

    private void changes(Clause.Changes changes, Place place) {
        if (changes.parts().size() == 1
                && changes.parts().getFirst().text().equals("none")
                && names.declared("none").isEmpty()) {
            Name none = changes.parts().getFirst();
            findings.add(
                    new UnknownName(findings.at(none.span()), none.text(), "part", Optional.of("nothing"), List.of()));
            return;
        }
        references.parts(changes.parts(), "part", Type.DATABASE, Type.FILES, Type.CONFIG, Type.BUCKET, Type.ARTIFACT);
        for (Name part : changes.parts()) {
            names.part(part.text())
                    .filter(each -> each.declaration().kind() == Type.ARTIFACT)
                    .ifPresent(artifact -> code(part, artifact.system(), place));
        }
    }

    /** Code changes from one release to the next, so it changes in a hop, and in one of its own system. */
    private void code(Name artifact, String system, Place place) {
        if (place.block() == Block.ROLLBACK) {
            misplaced(artifact, "in a `rollback`", "it brings data back; code goes back by itself");
        } else if (!place.scope().inHop()) {
            misplaced(
                    artifact,
                    "outside of a `step-through`",
                    "only a hop leads to another release of `" + artifact + "`: move it there");
        } else if (!place.scope().system().equals(Optional.of(system))) {
            misplaced(
                    artifact,
                    "in a `step-through` of `" + place.scope().system().orElse("") + "`",
                    "`" + artifact + "` is code of `" + system + "`, which has hops of its own");
        }
    }

    private void misplaced(Name artifact, String where, String help) {
        findings.add(new MisplacedClause(findings.at(artifact.span()), "changes " + artifact, where, help));
    }

    void manual(Statement.Manual manual, Place place) {
        manual.changes().ifPresent(changes -> changes(changes, place));
        manual.undo().ifPresent(undo -> {
            if (manual.changes().filter(what -> !what.parts().isEmpty()).isEmpty()) {
                findings.add(new NothingToUndo(findings.at(head(undo.span())), manual.word()));
            }
            mustNotContinue(manual);
        });
    }

    private static Span head(Span undo) {
        return undo.first("undo".length());
    }

    private void undo(Clause.Undo undo, Statement statement, Optional<Clause.Changes> changes, Place place) {
        Span head = head(undo.span());
        if (place.block() == Block.UNDO || place.block() == Block.ROLLBACK) {
            String where = place.block() == Block.UNDO ? "in an `undo`" : "in a `rollback`";
            findings.add(new MisplacedClause(
                    findings.at(head), "undo", where, "nothing takes back what takes something back"));
        } else if (changesNothing(statement, changes)) {
            findings.add(new NothingToUndo(findings.at(head), statement.word()));
        } else if (EMPTY.matcher(findings.at(undo.span()).text()).matches()) {
            findings.add(new EmptyUndo(findings.at(head)));
        }
        changes.filter(what -> !what.parts().isEmpty()).ifPresent(what -> noMore(undo.body(), what));
        mustNotContinue(statement);
    }

    private static boolean changesNothing(Statement statement, Optional<Clause.Changes> changes) {
        return changes.map(what -> what.parts().isEmpty())
                .orElse(statement instanceof Statement.Http http && http.reads());
    }

    private void mustNotContinue(Statement statement) {
        statement
                .tail()
                .orContinue()
                .ifPresent(span -> findings.add(new CannotContinue(
                        findings.at(span), statement.word(), "what says how it is taken back is taken back")));
    }

    private static Optional<Clause.Changes> said(Statement statement) {
        return switch (statement) {
            case Statement.Http http -> http.changes();
            case Statement.Program run -> run.changes();
            case Statement.Sql sql -> Optional.of(new Clause.Changes(List.of(sql.database()), sql.span()));
            default -> Optional.empty();
        };
    }

    /** What the proof knows nothing of must not change. */
    private void noMore(List<Statement> undo, Clause.Changes changes) {
        Set<String> known = Set.copyOf(changes.parts().stream().map(Name::text).toList());
        undo.stream()
                .flatMap(statement -> said(statement).stream())
                .flatMap(inner -> inner.parts().stream())
                .filter(part -> names.part(part.text()).isPresent() && !known.contains(part.text()))
                .forEach(part -> findings.add(new UndoChangesMore(findings.at(part.span()), part.text())));
    }
}
