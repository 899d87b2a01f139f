package dev.rung.language.syntax;

import dev.rung.grammar.RunbookParser;
import dev.rung.language.syntax.Clause.Changes;
import dev.rung.language.syntax.Clause.Header;
import dev.rung.language.syntax.Clause.ManualUndo;
import dev.rung.language.syntax.Clause.Setting;
import dev.rung.language.syntax.Clause.Undo;
import dev.rung.model.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes statements out of the contexts of deeds: what programs, requests and people do beside the usual way. */
final class DeedBuilder {
    private final StatementBuilder statements;
    private final ExpressionBuilder expressions;

    DeedBuilder(StatementBuilder statements, ExpressionBuilder expressions) {
        this.statements = statements;
        this.expressions = expressions;
    }

    Statement run(RunbookParser.RunContext context, Span span) {
        Clauses clauses = new Clauses(context.runClause());
        return new Statement.Run(
                expressions.expression(context.command),
                clauses.changes,
                clauses.directory,
                clauses.environment,
                clauses.expect,
                clauses.idempotent,
                clauses.place,
                clauses.undo,
                statements.tail(clauses.tails),
                span);
    }

    Statement shell(RunbookParser.ShellContext context, Span span) {
        Clauses clauses = new Clauses(context.runClause());
        return new Statement.Shell(
                expressions.text(context.script),
                clauses.changes,
                clauses.directory,
                clauses.environment,
                clauses.expect,
                clauses.idempotent,
                clauses.place,
                clauses.undo,
                statements.tail(clauses.tails),
                span);
    }

    /** What follows a program, or a shell's script. */
    private final class Clauses {
        private final List<RunbookParser.TailContext> tails = new ArrayList<>();
        private final List<Setting> environment = new ArrayList<>();
        private final List<ExpressionNode> expect = new ArrayList<>();
        private Optional<Changes> changes = Optional.empty();
        private Optional<ExpressionNode> directory = Optional.empty();
        private Optional<Undo> undo = Optional.empty();
        private Optional<Name> place = Optional.empty();
        private boolean idempotent;

        Clauses(List<RunbookParser.RunClauseContext> clauses) {
            StatementBuilder.Once once = statements.new Once();
            for (RunbookParser.RunClauseContext clause : clauses) {
                switch (clause) {
                    case RunbookParser.RunTailContext tail -> tails.add(tail.tail());
                    case RunbookParser.RunChangesContext what
                    when once.first("changes", what) -> changes = changes(what.changed());
                    case RunbookParser.FromContext from
                    when once.first("from", from) -> directory = Optional.of(expressions.expression(from.directory));
                    case RunbookParser.WithContext with when once.first("with", with) -> settings(with);
                    case RunbookParser.ExpectContext codes
                    when once.first("expect", codes) -> expect.addAll(expressions.all(codes.codes));
                    case RunbookParser.IdempotentContext word when once.first("idempotent", word) -> idempotent = true;
                    case RunbookParser.RunWhereContext where
                    when once.first("on", where) -> place = StatementBuilder.place(where.where());
                    case RunbookParser.RunUndoContext back
                    when once.first("undo", back) ->
                        undo = Optional.of(new Undo(statements.body(back.body()), Spans.of(back)));
                    default -> {
                        // a clause that was given before; the first one counts
                    }
                }
            }
        }

        private void settings(RunbookParser.WithContext with) {
            with.settings.forEach(setting -> environment.add(new Setting(
                    ExpressionBuilder.name(setting.name.getStart()), expressions.expression(setting.value))));
        }
    }

    Statement sql(RunbookParser.SqlContext context, Span span) {
        StatementBuilder.Once once = statements.new Once();
        List<RunbookParser.TailContext> tails = new ArrayList<>();
        Optional<ExpressionNode> values = Optional.empty();
        Optional<Undo> undo = Optional.empty();
        for (RunbookParser.SqlClauseContext clause : context.sqlClause()) {
            switch (clause) {
                case RunbookParser.SqlTailContext tail -> tails.add(tail.tail());
                case RunbookParser.ValuesContext with
                when once.first("with", with) -> values = Optional.of(expressions.expression(with.values));
                case RunbookParser.SqlUndoContext back
                when once.first("undo", back) ->
                    undo = Optional.of(new Undo(statements.body(back.body()), Spans.of(back)));
                default -> {
                    // a clause that was given before; the first one counts
                }
            }
        }
        ExpressionNode command = expressions.expression(context.command);
        Optional<ExpressionNode> file = file(command);
        return new Statement.Sql(
                ExpressionBuilder.name(context.database),
                file.orElse(command),
                file.isPresent(),
                values,
                undo,
                statements.tail(tails),
                span);
    }

    /** The file in {@code file("…")}. */
    private static Optional<ExpressionNode> file(ExpressionNode command) {
        return command instanceof ExpressionNode.Call call
                        && call.name().text().equals("file")
                        && call.arguments().size() == 1
                ? Optional.of(call.arguments().getFirst().value())
                : Optional.empty();
    }

    Statement download(RunbookParser.DownloadContext context, Span span) {
        StatementBuilder.Once once = statements.new Once();
        List<RunbookParser.TailContext> tails = new ArrayList<>();
        Optional<ExpressionNode> digest = Optional.empty();
        for (RunbookParser.DownloadClauseContext clause : context.downloadClause()) {
            if (clause instanceof RunbookParser.DownloadTailContext tail) {
                tails.add(tail.tail());
            } else if (clause instanceof RunbookParser.DownloadDigestContext sha256 && once.first("sha256", clause)) {
                digest = Optional.of(expressions.expression(sha256.digest));
            }
        }
        return new Statement.Download(
                expressions.expression(context.url),
                expressions.expression(context.target),
                digest,
                statements.tail(tails),
                span);
    }

    Statement http(RunbookParser.HttpContext context, Span span) {
        StatementBuilder.Once once = statements.new Once();
        List<RunbookParser.TailContext> tails = new ArrayList<>();
        List<Header> headers = new ArrayList<>();
        Optional<ExpressionNode> content = Optional.empty();
        List<ExpressionNode> expect = new ArrayList<>();
        Optional<Changes> changes = Optional.empty();
        Optional<Undo> undo = Optional.empty();
        for (RunbookParser.HttpClauseContext clause : context.httpClause()) {
            switch (clause) {
                case RunbookParser.HttpTailContext tail -> tails.add(tail.tail());
                case RunbookParser.HeadersContext with
                when once.first("with", with) ->
                    with.headers.forEach(header -> headers.add(
                            new Header(expressions.text(header.name), expressions.expression(header.value))));
                case RunbookParser.ContentContext body
                when once.first("body", body) -> content = Optional.of(expressions.expression(body.content));
                case RunbookParser.StatusesContext codes
                when once.first("expect", codes) -> expect.addAll(expressions.all(codes.codes));
                case RunbookParser.HttpChangesContext what
                when once.first("changes", what) -> changes = changes(what.changed());
                case RunbookParser.HttpUndoContext back
                when once.first("undo", back) ->
                    undo = Optional.of(new Undo(statements.body(back.body()), Spans.of(back)));
                default -> {
                    // a clause that was given before; the first one counts
                }
            }
        }
        return new Statement.Http(
                ExpressionBuilder.name(context.method),
                expressions.expression(context.url),
                headers,
                content,
                expect,
                changes,
                undo,
                statements.tail(tails),
                span);
    }

    private static Optional<Changes> changes(RunbookParser.ChangedContext context) {
        return Optional.of(new Changes(
                context.nothing == null ? StatementBuilder.names(context.names()) : List.of(), Spans.of(context)));
    }

    Statement manual(RunbookParser.ManualContext context, Span span) {
        StatementBuilder.Once once = statements.new Once();
        List<RunbookParser.TailContext> tails = new ArrayList<>();
        Optional<ExpressionNode> verify = Optional.empty();
        Optional<Changes> changes = Optional.empty();
        Optional<ManualUndo> undo = Optional.empty();
        for (RunbookParser.ManualClauseContext clause : context.manualClause()) {
            switch (clause) {
                case RunbookParser.ManualTailContext tail -> tails.add(tail.tail());
                case RunbookParser.VerifyContext condition
                when once.first("verify", clause) -> verify = Optional.of(expressions.expression(condition.condition));
                case RunbookParser.ManualChangesContext what
                when once.first("changes", what) -> changes = changes(what.changed());
                case RunbookParser.ManualUndoContext back
                when once.first("undo", back) ->
                    undo = Optional.of(new ManualUndo(expressions.text(back.way), Spans.of(back)));
                default -> {
                    // a clause that was given before; the first one counts
                }
            }
        }
        return new Statement.Manual(
                ExpressionBuilder.name(context.name),
                expressions.text(context.words),
                verify,
                changes,
                undo,
                statements.tail(tails),
                span);
    }
}
