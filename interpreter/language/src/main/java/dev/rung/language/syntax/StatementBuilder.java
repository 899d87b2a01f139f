package dev.rung.language.syntax;

import dev.rung.grammar.RunbookParser;
import dev.rung.language.syntax.WordFinding.ClauseTwice;
import dev.rung.model.expression.Expression.Operator;
import dev.rung.model.text.SourceFile;
import dev.rung.model.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.antlr.v4.runtime.ParserRuleContext;

/** Makes statements out of contexts; clauses may stand in any order, each once. */
final class StatementBuilder {
    private final SourceFile file;
    private final Consumer<SyntaxFinding> findings;
    private final ExpressionBuilder expressions;
    private final DeedBuilder deeds;

    StatementBuilder(SourceFile file, Consumer<SyntaxFinding> findings, ExpressionBuilder expressions) {
        this.file = file;
        this.findings = findings;
        this.expressions = expressions;
        this.deeds = new DeedBuilder(this, expressions);
    }

    static Optional<Name> place(RunbookParser.WhereContext context) {
        return Optional.ofNullable(context)
                .filter(where -> where.exception == null)
                .map(where -> ExpressionBuilder.name(where.place));
    }

    List<Statement> body(RunbookParser.BodyContext context) {
        return context == null ? List.of() : statements(context.statements);
    }

    List<Statement> statements(List<RunbookParser.StatementContext> contexts) {
        List<Statement> statements = new ArrayList<>();
        for (RunbookParser.StatementContext context : contexts) {
            if (context.exception == null) {
                statement(context).ifPresent(statements::add);
            }
        }
        return statements;
    }

    private Optional<Statement> statement(RunbookParser.StatementContext context) {
        Span span = Spans.of(context);
        return Optional.ofNullable(
                switch (context) {
                    case RunbookParser.RequireContext require -> require(require, span);
                    case RunbookParser.RequireVersionContext require -> requireVersion(require, span);
                    case RunbookParser.BackupContext backup -> backup(backup, span);
                    case RunbookParser.StepThroughContext step ->
                        new Statement.StepThrough(
                                ExpressionBuilder.name(step.system),
                                expressions.expression(step.target),
                                expressions.all(step.via),
                                body(step.body()),
                                span);
                    case RunbookParser.StopContext stop ->
                        new Statement.Stop(names(stop.names()), tail(stop.tail()), span);
                    case RunbookParser.StartContext start ->
                        new Statement.Start(names(start.names()), tail(start.tail()), span);
                    case RunbookParser.SwapContext swap -> swap(swap, span);
                    case RunbookParser.RestoreContext restore -> restore(restore, span);
                    case RunbookParser.RunContext run -> deeds.run(run, span);
                    case RunbookParser.ShellContext shell -> deeds.shell(shell, span);
                    case RunbookParser.SqlContext sql -> deeds.sql(sql, span);
                    case RunbookParser.SetKeyContext set ->
                        new Statement.SetKey(
                                ExpressionBuilder.name(set.config),
                                expressions.text(set.key),
                                expressions.expression(set.value),
                                tail(set.tail()),
                                span);
                    case RunbookParser.UnsetKeyContext unset ->
                        new Statement.UnsetKey(
                                ExpressionBuilder.name(unset.config),
                                expressions.text(unset.key),
                                tail(unset.tail()),
                                span);
                    case RunbookParser.DownloadContext download -> deeds.download(download, span);
                    case RunbookParser.HttpContext http -> deeds.http(http, span);
                    case RunbookParser.WaitForContext wait -> waitFor(wait, span);
                    case RunbookParser.ConfirmContext confirm ->
                        new Statement.Confirm(
                                ExpressionBuilder.name(confirm.name),
                                expressions.text(confirm.words),
                                tail(confirm.tail()),
                                span);
                    case RunbookParser.ManualContext manual -> deeds.manual(manual, span);
                    case RunbookParser.PointOfNoReturnContext point ->
                        new Statement.PointOfNoReturn(expressions.text(point.why), tail(point.tail()), span);
                    case RunbookParser.AcknowledgeContext acknowledge ->
                        new Statement.Acknowledge(tail(acknowledge.tail()), span);
                    case RunbookParser.NotifyContext notify ->
                        new Statement.Notify(
                                expressions.expression(notify.url),
                                expressions.text(notify.words),
                                tail(notify.tail()),
                                span);
                    case RunbookParser.FailContext fail ->
                        new Statement.Fail(expressions.text(fail.why), tail(fail.tail()), span);
                    case RunbookParser.SayContext say ->
                        new Statement.Say(expressions.text(say.words), tail(say.tail()), span);
                    case RunbookParser.WhenContext when ->
                        new Statement.When(
                                expressions.expression(when.condition), body(when.then), body(when.otherwise), span);
                    case RunbookParser.LetOnceContext once
                    when once.let().exception == null ->
                        new Statement.LetOnce(
                                ExpressionBuilder.name(once.let().name),
                                expressions.expression(once.let().value),
                                span);
                    case RunbookParser.ForEachContext each ->
                        new Statement.ForEach(
                                ExpressionBuilder.name(each.variable),
                                expressions.expression(each.items),
                                body(each.body()),
                                span);
                    case RunbookParser.RollbackContext rollback ->
                        new Statement.Rollback(ExpressionBuilder.name(rollback.name), body(rollback.body()), span);
                    default -> null;
                });
    }

    private Statement require(RunbookParser.RequireContext context, Span span) {
        Once once = new Once();
        List<RunbookParser.TailContext> tails = new ArrayList<>();
        Optional<ExpressionNode> reason = Optional.empty();
        for (RunbookParser.RequireClauseContext clause : context.requireClause()) {
            if (clause instanceof RunbookParser.RequireTailContext tail) {
                tails.add(tail.tail());
            } else if (clause instanceof RunbookParser.OtherwiseContext otherwise && once.first("else", clause)) {
                reason = Optional.of(expressions.text(otherwise.reason));
            }
        }
        return new Statement.Require(expressions.expression(context.condition), reason, tail(tails), span);
    }

    private Statement requireVersion(RunbookParser.RequireVersionContext context, Span span) {
        Optional<Name> system = Optional.ofNullable(context.system).map(ExpressionBuilder::name);
        Tail tail = tail(context.tail());
        return switch (context.relation()) {
            case RunbookParser.ComparedContext compared
            when compared.exception == null ->
                new Statement.RequireVersion(
                        system,
                        ExpressionBuilder.operator(compared.op.getType()),
                        expressions.expression(compared.value),
                        tail,
                        span);
            case RunbookParser.ContainedContext contained
            when contained.exception == null ->
                new Statement.RequireVersion(
                        system,
                        contained.negated == null ? Operator.IN : Operator.NOT_IN,
                        expressions.expression(contained.value),
                        tail,
                        span);
            default -> null;
        };
    }

    private Statement backup(RunbookParser.BackupContext context, Span span) {
        Once once = new Once();
        List<RunbookParser.TailContext> tails = new ArrayList<>();
        boolean verified = false;
        Optional<ExpressionNode> keep = Optional.empty();
        for (RunbookParser.BackupClauseContext clause : context.backupClause()) {
            if (clause instanceof RunbookParser.BackupTailContext tail) {
                tails.add(tail.tail());
            } else if (clause instanceof RunbookParser.KeepContext many && once.first("keep", clause)) {
                keep = Optional.of(expressions.expression(many.number));
            } else if (clause instanceof RunbookParser.VerifiedContext && once.first("verified by restore", clause)) {
                verified = true;
            }
        }
        return new Statement.Backup(
                names(context.names()), expressions.expression(context.directory), verified, keep, tail(tails), span);
    }

    private Statement restore(RunbookParser.RestoreContext context, Span span) {
        Once once = new Once();
        List<RunbookParser.TailContext> tails = new ArrayList<>();
        Optional<ExpressionNode> backup = Optional.empty();
        for (RunbookParser.RestoreClauseContext clause : context.restoreClause()) {
            if (clause instanceof RunbookParser.RestoreTailContext tail) {
                tails.add(tail.tail());
            } else if (clause instanceof RunbookParser.FromBackupContext from && once.first("from", clause)) {
                backup = Optional.of(expressions.expression(from.backup));
            }
        }
        return new Statement.Restore(names(context.names()), backup, tail(tails), span);
    }

    private Statement swap(RunbookParser.SwapContext context, Span span) {
        Name part = ExpressionBuilder.name(context.part);
        Once once = new Once();
        List<RunbookParser.TailContext> tails = new ArrayList<>();
        Optional<ExpressionNode> digest = Optional.empty();
        for (RunbookParser.SwapClauseContext clause : context.swapClause()) {
            if (clause instanceof RunbookParser.SwapTailContext tail) {
                tails.add(tail.tail());
            } else if (clause instanceof RunbookParser.SwapDigestContext sha256 && once.first("sha256", clause)) {
                digest = Optional.of(expressions.expression(sha256.digest));
            }
        }
        return context.target != null
                ? new Statement.SwapTo(part, expressions.expression(context.target), tail(context.tail()), span)
                : new Statement.SwapWith(part, expressions.expression(context.source), digest, tail(tails), span);
    }

    private Statement waitFor(RunbookParser.WaitForContext context, Span span) {
        Once once = new Once();
        List<RunbookParser.TailContext> tails = new ArrayList<>();
        Optional<ExpressionNode> unless = Optional.empty();
        for (RunbookParser.WaitClauseContext clause : context.waitClause()) {
            if (clause instanceof RunbookParser.WaitTailContext tail) {
                tails.add(tail.tail());
            } else if (clause instanceof RunbookParser.UnlessContext condition && once.first("unless", clause)) {
                unless = Optional.of(expressions.expression(condition.condition));
            }
        }
        return new Statement.WaitFor(expressions.expression(context.condition), unless, tail(tails), span);
    }

    Tail tail(List<RunbookParser.TailContext> contexts) {
        Once once = new Once();
        Optional<ExpressionNode> within = Optional.empty();
        Optional<Name> named = Optional.empty();
        Optional<Span> orContinue = Optional.empty();
        Optional<Tail.Retry> retry = Optional.empty();
        for (RunbookParser.TailContext context : contexts) {
            switch (context) {
                case RunbookParser.LimitContext limit
                when once.first("within", limit) -> within = Optional.of(expressions.expression(limit.limit));
                case RunbookParser.NamedContext name
                when name.name != null && once.first("named", name) ->
                    named = Optional.of(ExpressionBuilder.name(name.name));
                case RunbookParser.OrContinueContext word
                when once.first("else continue", word) -> orContinue = Optional.of(Spans.of(word));
                case RunbookParser.RetryContext again
                when once.first("retry", again) ->
                    retry = Optional.of(new Tail.Retry(
                            expressions.expression(again.times), expressions.expression(again.pause), Spans.of(again)));
                default -> {
                    // a clause that was given before; the first one counts
                }
            }
        }
        return new Tail(within, named, orContinue, retry);
    }

    static List<Name> names(RunbookParser.NamesContext context) {
        return context == null
                ? List.of()
                : context.name.stream().map(ExpressionBuilder::name).toList();
    }

    /** Which clauses a statement has had. */
    final class Once {
        private final Map<String, Span> given = new HashMap<>();

        boolean first(String clause, ParserRuleContext context) {
            Span before = given.putIfAbsent(clause, Spans.of(context));
            if (before != null) {
                findings.accept(new ClauseTwice(file.at(Spans.of(context)), clause, file.at(before)));
            }
            return before == null;
        }
    }
}
