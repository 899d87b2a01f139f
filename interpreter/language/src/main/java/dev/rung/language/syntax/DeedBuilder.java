package dev.rung.language.syntax;

import dev.rung.grammar.RunbookParser;
import dev.rung.language.syntax.Statement.Changes;
import dev.rung.language.syntax.Statement.Header;
import dev.rung.language.syntax.Statement.ManualUndo;
import dev.rung.language.syntax.Statement.Setting;
import dev.rung.language.syntax.Statement.Undo;
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
        StatementBuilder.Once once = statements.new Once();
        List<RunbookParser.TailContext> tails = new ArrayList<>();
        Optional<Changes> changes = Optional.empty();
        Optional<ExpressionNode> directory = Optional.empty();
        List<Setting> environment = new ArrayList<>();
        List<ExpressionNode> expect = new ArrayList<>();
        boolean idempotent = false;
        Optional<Name> place = Optional.empty();
        Optional<Undo> undo = Optional.empty();
        for (RunbookParser.RunClauseContext clause : context.runClause()) {
            switch (clause) {
                case RunbookParser.RunTailContext tail -> tails.add(tail.tail());
                case RunbookParser.RunChangesContext what
                when once.first("changes", what) -> changes = changes(what.changed());
                case RunbookParser.FromContext from
                when once.first("from", from) -> directory = Optional.of(expressions.expression(from.directory));
                case RunbookParser.WithContext with
                when once.first("with", with) ->
                    with.settings.forEach(setting -> environment.add(new Setting(
                            ExpressionBuilder.name(setting.name.getStart()), expressions.expression(setting.value))));
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
        return new Statement.Run(
                expressions.expression(context.command),
                changes,
                directory,
                environment,
                expect,
                idempotent,
                place,
                undo,
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
