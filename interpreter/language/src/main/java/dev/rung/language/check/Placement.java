package dev.rung.language.check;

import dev.rung.language.check.StatementFinding.MisplacedStatement;
import dev.rung.language.syntax.Statement;
import dev.rung.model.text.Span;

/** Judges whether a statement may stand where it stands. */
final class Placement {
    private static final String KEYS =
            "a key is what a release is started with: set it in the hop to the release that wants it";

    /** What a body belongs to. */
    enum Block {
        PHASE,
        LADDER,
        WHEN,
        FOR,
        ROLLBACK,
        UNDO,
        NEUTRALISE,
        SHELL
    }

    /** @param changesNothing whether the phase around it says so */
    record Place(Block block, boolean changesNothing, Scope scope) {
        Place within(Block inner, Scope innerScope) {
            return new Place(inner, changesNothing && inner != Block.LADDER, innerScope);
        }
    }

    private final Findings findings;

    Placement(Findings findings) {
        this.findings = findings;
    }

    /** Where a statement begins: its opening word. */
    static Span head(Statement statement) {
        return statement.span().first(statement.word().length());
    }

    void check(Statement statement, Place place) {
        if (place.changesNothing() && statement.altersSomething()) {
            misplaced(statement, "in a phase that changes nothing", instead(statement));
            return;
        }
        switch (statement) {
            case Statement.StepThrough step
            when place.block() == Block.SHELL -> misplaced(statement, "in a shell", "it is run from a runbook");
            case Statement.StepThrough step
            when place.scope().hops().contains(step.system().text()) ->
                misplaced(
                        statement,
                        "in a `step-through` of the same system",
                        "its hops are found by the release file, not by each other");
            case Statement.StepThrough step
            when place.block() != Block.PHASE && !isWithinHop(place) ->
                misplaced(
                        statement,
                        "inside another statement",
                        "it stands directly in a `phase`, or in a `step-through` of another system");
            case Statement.Rollback rollback
            when place.block() != Block.LADDER ->
                misplaced(statement, "here", "it stands directly in a `step-through`, and is offered for its hops");
            case Statement.SwapTo swap
            when !place.scope().inHop() ->
                misplaced(statement, "outside of a `step-through`", "only a hop has a `next` release to swap to");
            case Statement.When when
            when place.block() == Block.SHELL ->
                misplaced(statement, "in a shell", "type what should be done, when it should be done");
            case Statement.Acknowledge ignored
            when place.block() == Block.SHELL || place.scope().inHop() ->
                misplaced(
                        statement,
                        place.block() == Block.SHELL ? "in a shell" : "inside a `step-through`",
                        "it stands in a phase before it: there the notes of all hops are read");
            case Statement.ForEach ignored
            when place.block() == Block.SHELL ->
                misplaced(statement, "in a shell", "type what should be done, for each by itself");
            case Statement.Fail ignored
            when place.block() == Block.SHELL -> misplaced(statement, "in a shell", "`:rollback` goes back");
            case Statement.SetKey ignored
            when !place.scope().inHop() && place.block() != Block.NEUTRALISE ->
                misplaced(statement, "outside of a `step-through`", KEYS);
            case Statement.UnsetKey ignored
            when !place.scope().inHop() && place.block() != Block.NEUTRALISE ->
                misplaced(statement, "outside of a `step-through`", KEYS);
            case Statement.SwapWith ignored when place.block() == Block.FOR -> repeated(statement);
            case Statement.Backup ignored when place.block() == Block.FOR -> repeated(statement);
            case Statement.PointOfNoReturn ignored when place.block() == Block.FOR -> repeated(statement);
            case Statement.SwapTo ignored when place.block() == Block.FOR -> repeated(statement);
            case Statement.PointOfNoReturn point
            when place.block() == Block.SHELL -> misplaced(statement, "in a shell", "it stands in a runbook");
            default -> {
                if (place.block() == Block.ROLLBACK && !bringsBack(statement)) {
                    misplaced(
                            statement,
                            "in a `rollback`",
                            "services are held and the newer code is in place there: it runs what brings the data"
                                    + " back");
                }
                if (place.block() == Block.NEUTRALISE && !setsKey(statement) && !takesBack(statement)) {
                    misplaced(
                            statement,
                            "in a `neutralise`",
                            "it keeps a copy of the system from reaching the world: it changes data and configs, while"
                                    + " nothing runs");
                }
                if (place.block() == Block.UNDO && !takesBack(statement)) {
                    misplaced(
                            statement,
                            "in an `undo`",
                            "services, code and backups go back by themselves: it runs what takes back what its"
                                    + " statement has done");
                }
            }
        }
    }

    private void repeated(Statement statement) {
        misplaced(statement, "in a `for`", "it is done once, for all: move it in front of the `for`, or behind it");
    }

    /** What a hop needs of another system is brought by that one's own hops. */
    private static boolean isWithinHop(Place place) {
        return place.scope().inHop() && (place.block() == Block.LADDER || place.block() == Block.WHEN);
    }

    private void misplaced(Statement statement, String where, String help) {
        findings.add(new MisplacedStatement(findings.at(head(statement)), statement.word(), where, help));
    }

    private static String instead(Statement statement) {
        return statement instanceof Statement.Program || statement instanceof Statement.Http
                ? "say `changes nothing` behind it if that is so, else move it to another phase"
                : "move it to a phase without `changes nothing`";
    }

    private static boolean setsKey(Statement statement) {
        return statement instanceof Statement.SetKey || statement instanceof Statement.UnsetKey;
    }

    private static boolean takesBack(Statement statement) {
        return bringsBack(statement) || statement instanceof Statement.WaitFor;
    }

    private static boolean bringsBack(Statement statement) {
        return statement instanceof Statement.Program
                || statement instanceof Statement.Http
                || statement instanceof Statement.LetOnce
                || statement instanceof Statement.Notify
                || statement instanceof Statement.Say
                || statement instanceof Statement.Sql
                || statement instanceof Statement.Require;
    }
}
