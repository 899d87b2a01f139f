package dev.rung.language.syntax;

import dev.rung.language.syntax.Clause.Changes;
import dev.rung.language.syntax.Clause.Header;
import dev.rung.language.syntax.Clause.ManualUndo;
import dev.rung.language.syntax.Clause.Setting;
import dev.rung.language.syntax.Clause.Undo;
import dev.rung.model.expression.Expression.Operator;
import dev.rung.model.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What stands in a body. */
public sealed interface Statement {
    Span span();

    /** What may follow every statement without a block; {@link Tail#NONE} for those with one. */
    default Tail tail() {
        return Tail.NONE;
    }

    /** The word that opens it, as people say it. */
    default String word() {
        return switch (this) {
            case Acknowledge ignored -> "acknowledge notes";
            case Backup ignored -> "backup";
            case Confirm ignored -> "confirm";
            case Download ignored -> "download";
            case Fail ignored -> "fail";
            case ForEach ignored -> "for";
            case Http ignored -> "http";
            case LetOnce ignored -> "let";
            case Manual ignored -> "manual";
            case Notify ignored -> "notify";
            case PointOfNoReturn ignored -> "point-of-no-return";
            case Require ignored -> "require";
            case RequireVersion ignored -> "require-version";
            case Restore ignored -> "restore";
            case Rollback ignored -> "rollback";
            case Run ignored -> "run";
            case Say ignored -> "say";
            case SetKey ignored -> "set";
            case Shell ignored -> "shell";
            case Sql ignored -> "sql";
            case Start ignored -> "start";
            case StepThrough ignored -> "step-through";
            case Stop ignored -> "stop";
            case SwapTo ignored -> "swap";
            case SwapWith ignored -> "swap";
            case UnsetKey ignored -> "unset";
            case WaitFor ignored -> "wait for";
            case When ignored -> "when";
        };
    }

    /** What stands between its braces, in the order of the file; what takes it back comes last. */
    default List<List<Statement>> bodies() {
        return switch (this) {
            case StepThrough ladder -> List.of(ladder.body());
            case When when -> List.of(when.then(), when.otherwise());
            case Rollback rollback -> List.of(rollback.body());
            case ForEach each -> List.of(each.body());
            case Undoable deed -> deed.undo().map(Undo::body).stream().toList();
            default -> List.of();
        };
    }

    /** What it is done to, by which its id tells it from others of its word. */
    default Subject subject() {
        return switch (this) {
            case Acknowledge ignored -> Subject.NONE;
            case Backup backup -> Subject.of(backup.parts());
            case Confirm confirm -> Subject.of(confirm.name());
            case Download download -> Subject.of(download.target());
            case Fail fail -> Subject.of(fail.why());
            case ForEach each -> Subject.of(each.variable());
            case Http http ->
                new Subject(List.of(), List.of(http.method().span(), http.url().span()));
            case LetOnce let -> Subject.of(let.name());
            case Manual manual -> Subject.of(manual.name());
            case Notify notify -> Subject.of(notify.url());
            case PointOfNoReturn ignored -> Subject.NONE;
            case Program program -> Subject.of(program.command());
            case Require require -> Subject.of(require.condition());
            case RequireVersion require -> Subject.of(require.system().stream().toList());
            case Restore restore -> Subject.of(restore.parts());
            case Rollback rollback -> Subject.of(rollback.name());
            case Say say -> Subject.of(say.text());
            case SetKey set -> Subject.of(set.config(), set.key());
            case Sql sql -> Subject.of(sql.database(), sql.command());
            case Start start -> Subject.of(start.services());
            case StepThrough step -> Subject.of(step.system());
            case Stop stop -> Subject.of(stop.services());
            case SwapTo swap -> Subject.of(swap.artifact());
            case SwapWith swap -> Subject.of(swap.part());
            case UnsetKey unset -> Subject.of(unset.config(), unset.key());
            case WaitFor wait -> Subject.of(wait.condition());
            case When when -> Subject.of(when.condition());
        };
    }

    /** Names as they are, and what stands in the file in other words. */
    record Subject(List<Name> names, List<Span> sources) {
        private static final Subject NONE = new Subject(List.of(), List.of());

        private static Subject of(List<Name> names) {
            return new Subject(names, List.of());
        }

        private static Subject of(Name name, ExpressionNode... sources) {
            return new Subject(
                    List.of(name), Stream.of(sources).map(ExpressionNode::span).toList());
        }

        private static Subject of(ExpressionNode source) {
            return new Subject(List.of(), List.of(source.span()));
        }
    }

    /** Whether the world is another one behind it, as far as its words say; what stands in its block is asked for itself. */
    default boolean altersSomething() {
        return switch (this) {
            case Backup _, Download _, PointOfNoReturn _, Restore _, SetKey _, Sql _, Start _, StepThrough _ -> true;
            case Stop _, SwapTo _, SwapWith _, UnsetKey _ -> true;
            case Program program ->
                program.changes().map(said -> !said.parts().isEmpty()).orElse(true);
            case Http http ->
                http.changes().map(said -> !said.parts().isEmpty()).orElse(!http.reads());
            case Manual manual ->
                manual.changes().map(said -> !said.parts().isEmpty()).orElse(false);
            case Acknowledge _, Confirm _, Fail _, ForEach _, LetOnce _, Notify _, Require _, RequireVersion _ -> false;
            case Rollback _, Say _, WaitFor _, When _ -> false;
        };
    }

    /** {@code require EXPRESSION else "…"} */
    record Require(ExpressionNode condition, Optional<ExpressionNode> otherwise, Tail tail, Span span)
            implements Statement {}

    /** {@code require-version SYSTEM >= 1.8} @param relation a comparison, {@code IN} or {@code NOT_IN} */
    record RequireVersion(Optional<Name> system, Operator relation, ExpressionNode version, Tail tail, Span span)
            implements Statement {}

    /** {@code backup A, B to DIRECTORY verified by restore keep N} @param keep how many are left once a run is over */
    record Backup(
            List<Name> parts,
            ExpressionNode directory,
            boolean verified,
            Optional<ExpressionNode> keep,
            Tail tail,
            Span span)
            implements Statement {
        public Backup {
            parts = List.copyOf(parts);
        }
    }

    /** {@code step-through SYSTEM to TARGET via V, … { … }} */
    record StepThrough(Name system, ExpressionNode target, List<ExpressionNode> via, List<Statement> body, Span span)
            implements Statement {
        public StepThrough {
            via = List.copyOf(via);
            body = List.copyOf(body);
        }
    }

    /** {@code stop SERVICE, …} */
    record Stop(List<Name> services, Tail tail, Span span) implements Statement {
        public Stop {
            services = List.copyOf(services);
        }
    }

    /** {@code start SERVICE, …} */
    record Start(List<Name> services, Tail tail, Span span) implements Statement {
        public Start {
            services = List.copyOf(services);
        }
    }

    /** {@code restore A, B from BACKUP} @param backup the newest of this run if left out */
    record Restore(List<Name> parts, Optional<ExpressionNode> backup, Tail tail, Span span) implements Statement {
        public Restore {
            parts = List.copyOf(parts);
        }
    }

    /** {@code set CONFIG "KEY" = VALUE} */
    record SetKey(Name config, ExpressionNode key, ExpressionNode value, Tail tail, Span span) implements Statement {}

    /** {@code unset CONFIG "KEY"} */
    record UnsetKey(Name config, ExpressionNode key, Tail tail, Span span) implements Statement {}

    /** {@code download URL to PATH sha256 DIGEST} */
    record Download(ExpressionNode url, ExpressionNode target, Optional<ExpressionNode> sha256, Tail tail, Span span)
            implements Statement {}

    /** {@code swap ARTIFACT to next} */
    record SwapTo(Name artifact, ExpressionNode target, Tail tail, Span span) implements Statement {}

    /** {@code swap PART with SOURCE sha256 DIGEST}: a dump or another database; a file for an artifact */
    record SwapWith(Name part, ExpressionNode source, Optional<ExpressionNode> sha256, Tail tail, Span span)
            implements Statement {}

    /** What says in a block of its own how it is taken back. */
    sealed interface Undoable extends Statement permits Http, Program, Sql {
        Optional<Undo> undo();
    }

    /** A program that is started: by itself, or a shell that is told what to do. */
    sealed interface Program extends Undoable permits Run, Shell {
        /** The words of the program, or what the shell is told. */
        ExpressionNode command();

        /** Empty if the runbook does not say; {@link Changes#parts} empty for {@code changes nothing}. */
        Optional<Changes> changes();

        Optional<ExpressionNode> directory();

        List<Setting> environment();

        List<ExpressionNode> expect();

        boolean idempotent();

        /** Where it is run; here if empty. */
        Optional<Name> place();
    }

    /**
     * {@code run "words"}
     *
     * @param command a text, which is split at blanks, or a list of words
     * @param changes empty if the runbook does not say; {@link Changes#parts} empty for {@code changes nothing}
     */
    record Run(
            ExpressionNode command,
            Optional<Changes> changes,
            Optional<ExpressionNode> directory,
            List<Setting> environment,
            List<ExpressionNode> expect,
            boolean idempotent,
            Optional<Name> place,
            Optional<Undo> undo,
            Tail tail,
            Span span)
            implements Program {
        public Run {
            environment = List.copyOf(environment);
            expect = List.copyOf(expect);
        }
    }

    /** {@code shell '…'}: what {@code /bin/sh -eu} does; its clauses are those of {@code run}. */
    record Shell(
            ExpressionNode command,
            Optional<Changes> changes,
            Optional<ExpressionNode> directory,
            List<Setting> environment,
            List<ExpressionNode> expect,
            boolean idempotent,
            Optional<Name> place,
            Optional<Undo> undo,
            Tail tail,
            Span span)
            implements Program {
        public Shell {
            environment = List.copyOf(environment);
            expect = List.copyOf(expect);
        }
    }

    /** {@code sql DATABASE "…" with [value, …]} @param isFile whether the command stands in the file that it names */
    record Sql(
            Name database,
            ExpressionNode command,
            boolean isFile,
            Optional<ExpressionNode> values,
            Optional<Undo> undo,
            Tail tail,
            Span span)
            implements Undoable {}

    /**
     * {@code http POST "https://…" with "Name" = value body "…" expect 204}
     *
     * @param changes empty if the runbook does not say; {@link Changes#parts} empty for {@code changes nothing}
     */
    record Http(
            Name method,
            ExpressionNode url,
            List<Header> headers,
            Optional<ExpressionNode> content,
            List<ExpressionNode> expect,
            Optional<Changes> changes,
            Optional<Undo> undo,
            Tail tail,
            Span span)
            implements Undoable {
        public Http {
            headers = List.copyOf(headers);
            expect = List.copyOf(expect);
        }

        /** Whether the method only reads, as everybody understands it. */
        public boolean reads() {
            return Set.of("GET", "HEAD").contains(method.text());
        }
    }

    /** {@code wait for EXPRESSION unless EXPRESSION} */
    record WaitFor(ExpressionNode condition, Optional<ExpressionNode> unless, Tail tail, Span span)
            implements Statement {}

    /** {@code confirm NAME "…"} */
    record Confirm(Name name, ExpressionNode text, Tail tail, Span span) implements Statement {}

    /**
     * {@code manual NAME "…" verify EXPRESSION}
     *
     * @param changes empty if the runbook does not say: then it changes nothing
     */
    record Manual(
            Name name,
            ExpressionNode text,
            Optional<ExpressionNode> verify,
            Optional<Changes> changes,
            Optional<ManualUndo> undo,
            Tail tail,
            Span span)
            implements Statement {}

    /** {@code point-of-no-return "why"}: from here on the way is forward. */
    record PointOfNoReturn(ExpressionNode why, Tail tail, Span span) implements Statement {}

    /** {@code acknowledge notes}: those of every release between what is installed and what is gone to. */
    record Acknowledge(Tail tail, Span span) implements Statement {}

    /** {@code notify URL "…"} */
    record Notify(ExpressionNode url, ExpressionNode text, Tail tail, Span span) implements Statement {}

    /** {@code fail "…"}: stops here, and goes back. */
    record Fail(ExpressionNode why, Tail tail, Span span) implements Statement {}

    /** {@code say "…"} */
    record Say(ExpressionNode text, Tail tail, Span span) implements Statement {}

    /** {@code let NAME = EXPRESSION} in a body: read once, where it stands. */
    record LetOnce(Name name, ExpressionNode value, Span span) implements Statement {}

    /** {@code for NAME in LIST { … }} @param list read once, where it stands */
    record ForEach(Name variable, ExpressionNode list, List<Statement> body, Span span) implements Statement {
        public ForEach {
            body = List.copyOf(body);
        }
    }

    /** {@code when EXPRESSION { … } else { … }} */
    record When(ExpressionNode condition, List<Statement> then, List<Statement> otherwise, Span span)
            implements Statement {
        public When {
            then = List.copyOf(then);
            otherwise = List.copyOf(otherwise);
        }
    }

    /** {@code rollback NAME { … }}: another way for the data to come back than the restore. */
    record Rollback(Name name, List<Statement> body, Span span) implements Statement {
        public Rollback {
            body = List.copyOf(body);
        }
    }
}
