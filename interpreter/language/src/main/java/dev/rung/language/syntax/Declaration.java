package dev.rung.language.syntax;

import dev.rung.model.expression.Type;
import dev.rung.model.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What stands at the top of a file. */
public sealed interface Declaration {
    Span span();

    /**
     * {@code input NAME : TYPE = default}
     *
     * @param documentation what the {@code ##} lines directly above it say, or empty
     */
    record Input(Name name, Name type, Optional<ExpressionNode> value, String documentation, Span span)
            implements Declaration {}

    /** {@code inputs NAME { input = expression … }}: what the inputs are somewhere else. */
    record InputSet(Name name, List<Given> given, String documentation, Span span) implements Declaration {
        public InputSet {
            given = List.copyOf(given);
        }
    }

    /** {@code input = expression} in a named set. */
    record Given(Name input, ExpressionNode value, Span span) {}

    /** {@code include "file.runbook"}: what stands there counts as if it stood here. */
    record Include(ExpressionNode.Text file, Span span) implements Declaration {}

    /** {@code secret NAME = expression}: read when it is first used, and shown nowhere. */
    record Secret(Name name, ExpressionNode value, String documentation, Span span) implements Declaration {}

    /** {@code place NAME = DRIVER(arguments)}: somewhere else, or somebody else. */
    record Place(Name name, Name driver, List<Argument> arguments, String documentation, Span span)
            implements Declaration {
        public Place {
            arguments = List.copyOf(arguments);
        }
    }

    /** {@code window "Sat 22:00" to "Sun 04:00" in "Zone"}: when the system may be down. */
    record Window(
            ExpressionNode.Text opens,
            ExpressionNode.Text closes,
            ExpressionNode.Text zone,
            String documentation,
            Span span)
            implements Declaration {}

    /** {@code let NAME = expression}: an abbreviation. */
    record Let(Name name, ExpressionNode value, String documentation, Span span) implements Declaration {}

    /** {@code max-loss 10m}: how much of what users have written a way back may lose. */
    record MaxLoss(ExpressionNode amount, String documentation, Span span) implements Declaration {}

    /** {@code system NAME on PLACE { … }}: what is upgraded. @param place where its parts are that do not say it themselves */
    record Sys(Name name, Optional<Name> place, List<Member> members, String documentation, Span span)
            implements Declaration {
        public Sys {
            members = List.copyOf(members);
        }

        public List<Part> parts() {
            return of(Part.class);
        }

        public List<Fact> facts() {
            return of(Fact.class);
        }

        public List<Invariant> invariants() {
            return of(Invariant.class);
        }

        /** One, or none; more are a finding. */
        public List<Neutralise> neutralise() {
            return of(Neutralise.class);
        }

        /** One, or none; more are a finding. */
        public List<Releases> releases() {
            return of(Releases.class);
        }

        private <M extends Member> List<M> of(Class<M> kind) {
            List<M> found = new ArrayList<>();
            for (Member member : members) {
                if (kind.isInstance(member)) {
                    found.add(kind.cast(member));
                }
            }
            return found;
        }
    }

    /** {@code phase "…" changes nothing { … }} */
    record Phase(
            ExpressionNode.Text title, boolean changesNothing, List<Statement> body, String documentation, Span span)
            implements Declaration {
        public Phase {
            body = List.copyOf(body);
        }
    }

    /** What stands in a system. */
    sealed interface Member {
        Span span();
    }

    /** {@code releases "file"} */
    record Releases(ExpressionNode.Text file, Span span) implements Member {}

    /** {@code KIND NAME = DRIVER(arguments) on PLACE} */
    record Part(
            Type kind,
            Name name,
            Name driver,
            List<Argument> arguments,
            Optional<Name> place,
            String documentation,
            Span span)
            implements Member {
        public Part {
            arguments = List.copyOf(arguments);
        }
    }

    /** {@code NAME = expression}; {@code installed} and {@code healthy} among them. */
    record Fact(Name name, ExpressionNode value, String documentation, Span span) implements Member {}

    /** {@code invariant NAME = expression} or {@code invariant NAME >= expression} */
    record Invariant(Name name, boolean atLeast, ExpressionNode value, String documentation, Span span)
            implements Member {}

    /** {@code neutralise { … }}: what keeps a copy of the system from reaching the world, in a rehearsal. */
    record Neutralise(List<Statement> body, String documentation, Span span) implements Member {
        public Neutralise {
            body = List.copyOf(body);
        }
    }
}
