package dev.rung.language.check;

import dev.rung.language.check.NameFinding.NameTwice;
import dev.rung.language.check.NameFinding.WhichSystem;
import dev.rung.language.check.Placement.Block;
import dev.rung.language.check.Placement.Place;
import dev.rung.language.check.StatementFinding.CannotContinue;
import dev.rung.language.check.StatementFinding.StatementTwice;
import dev.rung.language.syntax.Declaration;
import dev.rung.language.syntax.ExpressionNode;
import dev.rung.language.syntax.Name;
import dev.rung.language.syntax.Statement;
import dev.rung.language.syntax.SyntaxTree;
import dev.rung.model.expression.Type;
import dev.rung.model.text.Span;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Judges statements, in the order in which they are carried out. */
final class StatementCheck {
    private final Names names;
    private final Findings findings;
    private final ExpressionCheck expressions;
    private final LockedReads locks;
    private final Placement placement;
    private final References references;
    private final DeedCheck deeds;
    private final Map<String, Span> people = new HashMap<>();
    private final Map<String, Span> rollbacks = new HashMap<>();
    /** The services that are up for certain at the place that is looked at. */
    private Set<String> running;

    StatementCheck(Names names, Findings findings, ExpressionCheck expressions, LockedReads locks) {
        this.names = names;
        this.findings = findings;
        this.expressions = expressions;
        this.locks = locks;
        this.placement = new Placement(findings);
        this.references = new References(names, findings);
        this.deeds = new DeedCheck(names, findings, expressions, references);
        this.running = new HashSet<>(names.parts(Type.SERVICE));
    }

    void phases(SyntaxTree tree) {
        Map<String, Span> ids = new HashMap<>();
        for (Declaration.Phase phase : tree.phases()) {
            phase.title().fixed().ifPresent(title -> {
                String id = StatementNames.kebab(title);
                Span first = ids.putIfAbsent(id, phase.title().span());
                if (first != null) {
                    findings.add(new NameTwice(
                            findings.at(phase.title().span()),
                            id,
                            findings.at(first),
                            "the ids of statements begin with their phase; give one of the two another title"));
                }
            });
            Place place = new Place(Block.PHASE, phase.changesNothing(), Scope.outside(names));
            body(phase.body(), place, new HashMap<>());
        }
    }

    void typed(Statement statement) {
        running = new HashSet<>();
        body(List.of(statement), new Place(Block.SHELL, false, Scope.outside(names)), new HashMap<>());
    }

    private void body(List<Statement> statements, Place place, Map<String, Span> ids) {
        for (Statement statement : statements) {
            String id = StatementNames.of(statement, findings.file());
            Span first = ids.putIfAbsent(id, statement.span());
            if (first != null && !(statement instanceof Statement.Rollback)) {
                findings.add(new StatementTwice(findings.at(Placement.head(statement)), id, findings.at(first)));
            }
            placement.check(statement, place);
            tail(statement, place.scope());
            statement(statement, place, ids);
        }
    }

    private void tail(Statement statement, Scope scope) {
        statement.tail().within().ifPresent(limit -> {
            expressions.check(limit, scope, Set.of(Type.DURATION));
            known(limit, scope, "a time limit");
        });
        boolean fixed = statement instanceof Statement.Backup
                || statement instanceof Statement.Stop
                || statement instanceof Statement.PointOfNoReturn
                || statement instanceof Statement.SwapTo
                || statement instanceof Statement.SwapWith;
        statement
                .tail()
                .orContinue()
                .filter(span -> fixed)
                .ifPresent(span -> findings.add(new CannotContinue(
                        findings.at(span), statement.word(), "what follows rests on this statement")));
    }

    private void statement(Statement statement, Place place, Map<String, Span> ids) {
        Scope scope = place.scope();
        switch (statement) {
            case Statement.Require require -> {
                condition(require.condition(), scope);
                require.otherwise().ifPresent(text -> text(text, scope));
            }
            case Statement.RequireVersion require -> requireVersion(require, scope);
            case Statement.Backup backup -> {
                backup.parts().forEach(part -> references.part(part, Type.DATABASE, Type.FILES));
                expressions.check(backup.directory(), scope, Set.of(Type.PATH, Type.TEXT));
                known(backup.directory(), scope, "the folder of backups");
            }
            case Statement.StepThrough step -> stepThrough(step, place);
            case Statement.Stop stop ->
                stop.services().forEach(service -> {
                    references.part(service, Type.SERVICE);
                    running.remove(service.text());
                });
            case Statement.Start start ->
                start.services().forEach(service -> {
                    references.part(service, Type.SERVICE);
                    running.add(service.text());
                });
            case Statement.SwapTo swap -> references.swapTo(swap, scope);
            case Statement.SwapWith swap -> {
                references.swapWith(swap);
                expressions.check(swap.source(), scope, Set.of(Type.PATH, Type.TEXT));
            }
            case Statement.Run run -> {
                deeds.run(run, place);
                locks.look(run.command(), scope, running, "here");
                run.undo().ifPresent(undo -> aside(undo.body(), place.within(Block.UNDO, scope)));
            }
            case Statement.Http http -> {
                deeds.http(http, place);
                http.undo().ifPresent(undo -> aside(undo.body(), place.within(Block.UNDO, scope)));
            }
            case Statement.WaitFor wait -> {
                condition(wait.condition(), scope);
                wait.unless().ifPresent(unless -> condition(unless, scope));
            }
            case Statement.Confirm confirm -> {
                person(confirm.name());
                text(confirm.text(), scope);
            }
            case Statement.Manual manual -> {
                person(manual.name());
                text(manual.text(), scope);
                manual.verify().ifPresent(verify -> condition(verify, scope));
                deeds.manual(manual, place);
                manual.undo().ifPresent(undo -> {
                    person(new Name(StatementNames.undoing(manual), undo.span()));
                    text(undo.text(), scope);
                });
            }
            case Statement.PointOfNoReturn point -> text(point.why(), scope);
            case Statement.Say say -> text(say.text(), scope);
            case Statement.When when -> when(when, place, ids);
            case Statement.Rollback rollback -> rollback(rollback, place);
        }
    }

    private void condition(ExpressionNode node, Scope scope) {
        expressions.check(node, scope, Set.of(Type.BOOL));
        locks.look(node, scope, running, "here");
    }

    /** What people are told is part of the plan, so it is known when the plan is made. */
    private void text(ExpressionNode node, Scope scope) {
        expressions.check(node, scope, Set.of(Type.TEXT));
        known(node, scope, "what people are told");
    }

    private void known(ExpressionNode node, Scope scope, String place) {
        new Readings(names).mustBeKnown(node, scope, place, findings);
    }

    private void requireVersion(Statement.RequireVersion require, Scope scope) {
        require.system().ifPresent(references::system);
        if (require.system().isEmpty() && scope.system().isEmpty()) {
            findings.add(new WhichSystem(findings.at(Placement.head(require)), "installed", names.systems()));
        }
        switch (require.version()) {
            case ExpressionNode.Range range -> {
                expressions.check(range.from(), scope, Set.of(Type.VERSION));
                expressions.check(range.to(), scope, Set.of(Type.VERSION));
            }
            case ExpressionNode.Items items ->
                items.items().forEach(item -> expressions.check(item, scope, Set.of(Type.VERSION)));
            default -> expressions.check(require.version(), scope, Set.of(Type.VERSION));
        }
        Readings.children(require.version()).forEach(node -> known(node, scope, "a version"));
        if (!(require.version() instanceof ExpressionNode.Range)) {
            known(require.version(), scope, "a version");
        }
    }

    private void stepThrough(Statement.StepThrough step, Place place) {
        references.system(step.system());
        expressions.check(step.target(), place.scope(), Set.of(Type.VERSION));
        known(step.target(), place.scope(), "the target");
        for (ExpressionNode via : step.via()) {
            expressions.check(via, place.scope(), Set.of(Type.VERSION));
            known(via, place.scope(), "a release on the way");
        }
        body(
                step.body(),
                place.within(Block.LADDER, place.scope().within(step.system().text())),
                new HashMap<>());
    }

    private void when(Statement.When when, Place place, Map<String, Span> ids) {
        condition(when.condition(), place.scope());
        Place inner = place.within(Block.WHEN, place.scope());
        Set<String> before = Set.copyOf(running);
        body(when.then(), inner, ids);
        Set<String> afterThen = running;
        running = new HashSet<>(before);
        body(when.otherwise(), inner, ids);
        running.retainAll(afterThen);
    }

    private void rollback(Statement.Rollback rollback, Place place) {
        Span first =
                rollbacks.putIfAbsent(rollback.name().text(), rollback.name().span());
        if (first != null) {
            findings.add(new NameTwice(
                    findings.at(rollback.name().span()),
                    rollback.name().text(),
                    findings.at(first),
                    "a rollback is asked for by its name; take another one"));
        }
        aside(rollback.body(), place.within(Block.ROLLBACK, place.scope()));
    }

    /** What is carried out on a way back, if ever: the forward way goes on as if it were not there. */
    private void aside(List<Statement> statements, Place place) {
        Set<String> forward = running;
        running = new HashSet<>();
        body(statements, place, new HashMap<>());
        running = forward;
    }

    private void person(Name name) {
        Span first = people.putIfAbsent(name.text(), name.span());
        if (first != null) {
            findings.add(new NameTwice(
                    findings.at(name.span()),
                    name.text(),
                    findings.at(first),
                    "what people confirm or do is answered by its name; take another one"));
        }
    }
}
