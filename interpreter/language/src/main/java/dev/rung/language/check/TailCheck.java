package dev.rung.language.check;

import dev.rung.language.check.StatementFinding.AtLeastOne;
import dev.rung.language.check.StatementFinding.CannotContinue;
import dev.rung.language.check.StatementFinding.CannotRetry;
import dev.rung.language.check.StatementFinding.NotASha256;
import dev.rung.language.syntax.ExpressionNode;
import dev.rung.language.syntax.Statement;
import dev.rung.language.syntax.Tail;
import dev.rung.model.expression.Type;
import dev.rung.model.expression.Value;
import java.util.Set;
import java.util.regex.Pattern;

/** Judges what follows statements: time limits, what is passed over, what is tried again, and numbers of their own. */
final class TailCheck {
    private static final Pattern DIGEST = Pattern.compile("[0-9a-fA-F]{64}");

    private final Names names;
    private final Findings findings;
    private final ExpressionCheck expressions;

    TailCheck(Names names, Findings findings, ExpressionCheck expressions) {
        this.names = names;
        this.findings = findings;
        this.expressions = expressions;
    }

    void check(Statement statement, Scope scope) {
        Tail tail = statement.tail();
        tail.within().ifPresent(limit -> {
            expressions.check(limit, scope, Set.of(Type.DURATION));
            known(limit, scope, "a time limit");
        });
        tail.orContinue()
                .filter(span -> isRestedOn(statement))
                .ifPresent(span -> findings.add(new CannotContinue(
                        findings.at(span), statement.word(), "what follows rests on this statement")));
        tail.retry().ifPresent(retry -> retry(statement, retry, scope));
    }

    private static boolean isRestedOn(Statement statement) {
        return statement instanceof Statement.Backup
                || statement instanceof Statement.Fail
                || statement instanceof Statement.PointOfNoReturn
                || statement instanceof Statement.Restore
                || statement instanceof Statement.Stop
                || statement instanceof Statement.SwapTo
                || statement instanceof Statement.SwapWith;
    }

    private void retry(Statement statement, Tail.Retry retry, Scope scope) {
        count(retry.times(), scope, "retry");
        expressions.check(retry.pause(), scope, Set.of(Type.DURATION));
        known(retry.pause(), scope, "a pause");
        if (!mayBeRepeated(statement)) {
            findings.add(new CannotRetry(findings.at(retry.span()), statement.word(), instead(statement)));
        }
    }

    /** Of all others nobody knows what a second time does to what the first one has left. */
    private static boolean mayBeRepeated(Statement statement) {
        return switch (statement) {
            case Statement.Backup ignored -> true;
            case Statement.Download ignored -> true;
            case Statement.Require ignored -> true;
            case Statement.RequireVersion ignored -> true;
            case Statement.Http http -> http.reads() && http.changes().isEmpty();
            case Statement.Program program -> program.idempotent() || changesNothing(program);
            default -> false;
        };
    }

    private static boolean changesNothing(Statement.Program program) {
        return program.changes().filter(what -> what.parts().isEmpty()).isPresent();
    }

    private static String instead(Statement statement) {
        return switch (statement) {
            case Statement.Program ignored -> "say `idempotent` if a second time does no harm";
            case Statement.WaitFor ignored -> "`wait for` asks until its `within` is over";
            default -> "leave `retry` out: what failed is looked at first, and the way back starts from what is seen";
        };
    }

    /** A whole number from 1 on. @param what the clause that it belongs to */
    void count(ExpressionNode number, Scope scope, String what) {
        expressions.check(number, scope, Set.of(Type.INT));
        known(number, scope, "a number of times");
        if (number instanceof ExpressionNode.Literal literal
                && literal.value() instanceof Value.Whole(long times)
                && times < 1) {
            findings.add(new AtLeastOne(findings.at(number.span()), what));
        }
    }

    void digest(ExpressionNode digest, Scope scope) {
        expressions.check(digest, scope, Set.of(Type.TEXT));
        if (digest instanceof ExpressionNode.Text text
                && text.fixed()
                        .filter(fixed -> !DIGEST.matcher(fixed).matches())
                        .isPresent()) {
            findings.add(new NotASha256(findings.at(digest.span())));
        }
    }

    private void known(ExpressionNode node, Scope scope, String place) {
        new Readings(names).mustBeKnown(node, scope, place, findings);
    }
}
