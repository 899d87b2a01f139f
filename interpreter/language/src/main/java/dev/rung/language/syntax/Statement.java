package dev.rung.language.syntax;

import dev.rung.model.expression.Expression.Operator;
import dev.rung.model.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What stands in a body. */
public sealed interface Statement {
    Span span();

    /** What may follow every statement without a block; {@link Tail#NONE} for those with one. */
    default Tail tail() {
        return Tail.NONE;
    }

    /** The word that opens it, as people say it. */
    String word();

    /** What stands between its braces, in the order of the file; what takes it back comes last. */
    default List<List<Statement>> bodies() {
        return switch (this) {
            case StepThrough ladder -> List.of(ladder.body());
            case When when -> List.of(when.then(), when.otherwise());
            case Rollback rollback -> List.of(rollback.body());
            case Http http -> http.undo().map(Undo::body).stream().toList();
            case Run run -> run.undo().map(Undo::body).stream().toList();
            default -> List.of();
        };
    }

    /**
     * @param within the limit over all tries
     * @param named the name that takes the place of the derived one
     * @param orContinue where {@code else continue} stands
     */
    record Tail(Optional<ExpressionNode> within, Optional<Name> named, Optional<Span> orContinue) {
        public static final Tail NONE = new Tail(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** {@code require EXPRESSION else "…"} */
    record Require(ExpressionNode condition, Optional<ExpressionNode> otherwise, Tail tail, Span span)
            implements Statement {
        @Override
        public String word() {
            return "require";
        }
    }

    /** {@code require-version SYSTEM >= 1.8} @param relation a comparison, {@code IN} or {@code NOT_IN} */
    record RequireVersion(Optional<Name> system, Operator relation, ExpressionNode version, Tail tail, Span span)
            implements Statement {
        @Override
        public String word() {
            return "require-version";
        }
    }

    /** {@code backup A, B to DIRECTORY verified by restore} */
    record Backup(List<Name> parts, ExpressionNode directory, boolean verified, Tail tail, Span span)
            implements Statement {
        public Backup {
            parts = List.copyOf(parts);
        }

        @Override
        public String word() {
            return "backup";
        }
    }

    /** {@code step-through SYSTEM to TARGET via V, … { … }} */
    record StepThrough(Name system, ExpressionNode target, List<ExpressionNode> via, List<Statement> body, Span span)
            implements Statement {
        public StepThrough {
            via = List.copyOf(via);
            body = List.copyOf(body);
        }

        @Override
        public String word() {
            return "step-through";
        }
    }

    /** {@code stop SERVICE, …} */
    record Stop(List<Name> services, Tail tail, Span span) implements Statement {
        public Stop {
            services = List.copyOf(services);
        }

        @Override
        public String word() {
            return "stop";
        }
    }

    /** {@code start SERVICE, …} */
    record Start(List<Name> services, Tail tail, Span span) implements Statement {
        public Start {
            services = List.copyOf(services);
        }

        @Override
        public String word() {
            return "start";
        }
    }

    /** {@code swap ARTIFACT to next} */
    record SwapTo(Name artifact, ExpressionNode target, Tail tail, Span span) implements Statement {
        @Override
        public String word() {
            return "swap";
        }
    }

    /** {@code swap DATABASE with DUMP} */
    record SwapWith(Name database, ExpressionNode source, Tail tail, Span span) implements Statement {
        @Override
        public String word() {
            return "swap";
        }
    }

    /**
     * {@code run "words"}
     *
     * @param command a text, which is split at blanks, or a list of words
     * @param changes empty if the runbook does not say; {@link Changes#parts} empty for {@code changes nothing}
     * @param place where it is run; here if empty
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
            implements Statement {
        public Run {
            environment = List.copyOf(environment);
            expect = List.copyOf(expect);
        }

        @Override
        public String word() {
            return "run";
        }
    }

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
            implements Statement {
        public Http {
            headers = List.copyOf(headers);
            expect = List.copyOf(expect);
        }

        @Override
        public String word() {
            return "http";
        }

        /** Whether the method only reads, as everybody understands it. */
        public boolean reads() {
            return Set.of("GET", "HEAD").contains(method.text());
        }
    }

    /** {@code with "Name" = value} */
    record Header(ExpressionNode name, ExpressionNode value) {}

    /** {@code changes A, B} or {@code changes nothing} */
    record Changes(List<Name> parts, Span span) {
        public Changes {
            parts = List.copyOf(parts);
        }
    }

    /** {@code undo { … }}: how what a statement has changed is taken back. */
    record Undo(List<Statement> body, Span span) {
        public Undo {
            body = List.copyOf(body);
        }
    }

    /** {@code with NAME = expression} */
    record Setting(Name name, ExpressionNode value) {}

    /** {@code wait for EXPRESSION unless EXPRESSION} */
    record WaitFor(ExpressionNode condition, Optional<ExpressionNode> unless, Tail tail, Span span)
            implements Statement {
        @Override
        public String word() {
            return "wait for";
        }
    }

    /** {@code confirm NAME "…"} */
    record Confirm(Name name, ExpressionNode text, Tail tail, Span span) implements Statement {
        @Override
        public String word() {
            return "confirm";
        }
    }

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
            implements Statement {
        @Override
        public String word() {
            return "manual";
        }
    }

    /** {@code point-of-no-return "why"}: from here on the way is forward. */
    record PointOfNoReturn(ExpressionNode why, Tail tail, Span span) implements Statement {
        @Override
        public String word() {
            return "point-of-no-return";
        }
    }

    /** {@code undo "…"}: what a person has to do to take back what a person has done. */
    record ManualUndo(ExpressionNode text, Span span) {}

    /** {@code say "…"} */
    record Say(ExpressionNode text, Tail tail, Span span) implements Statement {
        @Override
        public String word() {
            return "say";
        }
    }

    /** {@code when EXPRESSION { … } else { … }} */
    record When(ExpressionNode condition, List<Statement> then, List<Statement> otherwise, Span span)
            implements Statement {
        public When {
            then = List.copyOf(then);
            otherwise = List.copyOf(otherwise);
        }

        @Override
        public String word() {
            return "when";
        }
    }

    /** {@code rollback NAME { … }}: another way for the data to come back than the restore. */
    record Rollback(Name name, List<Statement> body, Span span) implements Statement {
        public Rollback {
            body = List.copyOf(body);
        }

        @Override
        public String word() {
            return "rollback";
        }
    }
}
