package dev.rung.language.check;

import dev.rung.language.check.NameFinding.NameTwice;
import dev.rung.language.check.Placement.Block;
import dev.rung.language.check.Placement.Place;
import dev.rung.language.check.StatementFinding.StatementTwice;
import dev.rung.language.check.StatementFinding.WaitsForEver;
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
    private final TailCheck tails;
    private final VersionCheck versions;
    private final Locals locals;
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
        this.tails = new TailCheck(names, findings, expressions);
        this.versions = new VersionCheck(names, findings, expressions, references);
        this.locals = new Locals(names, findings);
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

    /** What is done to a copy of a system before anything of it is started. */
    void neutralise(SyntaxTree tree) {
        for (Declaration.Sys system : tree.systems()) {
            Scope scope = Scope.inSystem(system.name().text());
            system.neutralise().forEach(block -> aside(block.body(), new Place(Block.NEUTRALISE, false, scope)));
        }
    }

    void typed(Statement statement) {
        running = new HashSet<>();
        body(List.of(statement), new Place(Block.SHELL, false, Scope.outside(names)), new HashMap<>());
    }

    private void body(List<Statement> statements, Place around, Map<String, Span> ids) {
        Place place = around;
        for (Statement statement : statements) {
            String id = StatementNames.of(statement, findings.sources());
            Span first = ids.putIfAbsent(id, statement.span());
            if (first != null && StatementNames.isByForm(statement)) {
                findings.add(new StatementTwice(findings.at(Placement.head(statement)), id, findings.at(first)));
            }
            placement.check(statement, place);
            tails.check(statement, place.scope());
            new StatementUse(findings).note(statement, place.scope().inHop());
            statement(statement, place, ids);
            place = statement instanceof Statement.LetOnce let ? locals.behind(let, place) : place;
        }
    }

    private void statement(Statement statement, Place place, Map<String, Span> ids) {
        Scope scope = place.scope();
        switch (statement) {
            case Statement.Require require -> {
                condition(require.condition(), scope);
                require.otherwise().ifPresent(text -> text(text, scope));
            }
            case Statement.RequireVersion require -> versions.require(require, scope);
            case Statement.Backup backup -> {
                references.parts(backup.parts(), "part", Type.data());
                expressions.check(backup.directory(), scope, Set.of(Type.PATH, Type.TEXT));
                known(backup.directory(), scope, "the folder of backups");
                backup.keep().ifPresent(number -> tails.count(number, scope, "keep"));
            }
            case Statement.Restore restore -> {
                references.parts(restore.parts(), "part", Type.data());
                restore.backup()
                        .ifPresent(from -> expressions.check(from, scope, Set.of(Type.BACKUP, Type.PATH, Type.TEXT)));
            }
            case Statement.StepThrough step -> stepThrough(step, place);
            case Statement.Stop stop -> {
                references.parts(stop.services(), "service", Type.SERVICE);
                stop.services().forEach(service -> running.remove(service.text()));
            }
            case Statement.Start start -> {
                references.parts(start.services(), "service", Type.SERVICE);
                start.services().forEach(service -> running.add(service.text()));
            }
            case Statement.SwapTo swap -> references.swapTo(swap, scope);
            case Statement.SwapWith swap -> {
                boolean judged = references.swapWith(swap, scope);
                if (!judged && !references.isOtherDatabase(swap.source())) {
                    expressions.check(swap.source(), scope, Set.of(Type.PATH, Type.URL, Type.TEXT));
                }
                swap.sha256().ifPresent(digest -> tails.digest(digest, scope));
            }
            case Statement.Program run -> {
                deeds.run(run, place);
                locks.look(run.command(), scope, running, "here");
                run.undo().ifPresent(undo -> aside(undo.body(), place.within(Block.UNDO, scope)));
            }
            case Statement.Sql sql -> {
                deeds.sql(sql, place);
                locks.change(sql.database(), scope, running);
                sql.undo().ifPresent(undo -> aside(undo.body(), place.within(Block.UNDO, scope)));
            }
            case Statement.SetKey set -> {
                key(set.config(), set.key(), scope);
                expressions.unseen(set.value(), scope);
            }
            case Statement.UnsetKey unset -> key(unset.config(), unset.key(), scope);
            case Statement.Download download -> {
                expressions.check(download.url(), scope, Set.of(Type.URL, Type.TEXT));
                expressions.check(download.target(), scope, Set.of(Type.PATH, Type.TEXT));
                download.sha256().ifPresent(digest -> tails.digest(digest, scope));
            }
            case Statement.Http http -> {
                deeds.http(http, place);
                http.undo().ifPresent(undo -> aside(undo.body(), place.within(Block.UNDO, scope)));
            }
            case Statement.WaitFor wait -> {
                int before = findings.all().size();
                condition(wait.condition(), scope);
                if (wait.tail().within().isEmpty() && findings.all().size() == before) {
                    findings.add(new WaitsForEver(findings.at(wait.condition().span())));
                }
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
            case Statement.Acknowledge ignored -> {
                // says all by itself
            }
            case Statement.Notify notify -> {
                expressions.check(notify.url(), scope, Set.of(Type.URL, Type.TEXT));
                text(notify.text(), scope);
            }
            case Statement.Say say -> text(say.text(), scope);
            case Statement.Fail fail -> text(fail.why(), scope);
            case Statement.LetOnce let -> {
                expressions.unseen(let.value(), scope);
                locks.look(let.value(), scope, running, "here");
            }
            case Statement.ForEach each -> each(each, place);
            case Statement.When when -> when(when, place, ids);
            case Statement.Rollback rollback -> rollback(rollback, place);
        }
    }

    private void key(Name config, ExpressionNode key, Scope scope) {
        references.part(config, Type.CONFIG);
        expressions.check(key, scope, Set.of(Type.TEXT));
        known(key, scope, "a key");
    }

    private void each(Statement.ForEach each, Place place) {
        expressions.check(each.list(), place.scope(), Set.of(Type.LIST));
        locks.look(each.list(), place.scope(), running, "here");
        Scope inner = locals.within(each, place.scope());
        Set<String> before = Set.copyOf(running);
        body(each.body(), place.within(Block.FOR, inner), new HashMap<>());
        running.retainAll(before);
    }

    private void condition(ExpressionNode node, Scope scope) {
        expressions.check(node, scope, Set.of(Type.BOOL));
        locks.look(node, scope, running, "here");
    }

    /** What people are told is part of the plan, so it is known when the plan is made. */
    private void text(ExpressionNode node, Scope scope) {
        int before = findings.all().size();
        expressions.check(node, scope, Set.of(Type.TEXT), "what people are told");
        if (findings.all().size() == before) {
            known(node, scope, "what people are told");
        }
    }

    private void known(ExpressionNode node, Scope scope, String place) {
        new Readings(names).mustBeKnown(node, scope, place, findings);
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
                place.within(Block.LADDER, place.scope().inHop(step.system().text())),
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
