package dev.rung.language.syntax;

import dev.rung.model.expression.Type;
import dev.rung.model.text.Span;
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

    /** {@code let NAME = expression}: an abbreviation. */
    record Let(Name name, ExpressionNode value, String documentation, Span span) implements Declaration {}

    /** {@code max-loss 10m}: how much of what users have written a way back may lose. */
    record MaxLoss(ExpressionNode amount, Span span) implements Declaration {}

    /** {@code system NAME { … }}: what is upgraded. */
    record Sys(Name name, List<Member> members, String documentation, Span span) implements Declaration {
        public Sys {
            members = List.copyOf(members);
        }

        public List<Part> parts() {
            return members.stream()
                    .<Part>mapMulti((member, next) -> {
                        if (member instanceof Part part) {
                            next.accept(part);
                        }
                    })
                    .toList();
        }

        public List<Fact> facts() {
            return members.stream()
                    .<Fact>mapMulti((member, next) -> {
                        if (member instanceof Fact fact) {
                            next.accept(fact);
                        }
                    })
                    .toList();
        }

        public List<Invariant> invariants() {
            return members.stream()
                    .<Invariant>mapMulti((member, next) -> {
                        if (member instanceof Invariant invariant) {
                            next.accept(invariant);
                        }
                    })
                    .toList();
        }

        public List<Releases> releases() {
            return members.stream()
                    .<Releases>mapMulti((member, next) -> {
                        if (member instanceof Releases releases) {
                            next.accept(releases);
                        }
                    })
                    .toList();
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

    /** {@code KIND NAME = DRIVER(arguments)} */
    record Part(Type kind, Name name, Name driver, List<Argument> arguments, String documentation, Span span)
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
}
