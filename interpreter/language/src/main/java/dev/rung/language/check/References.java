package dev.rung.language.check;

import dev.rung.language.check.NameFinding.UnknownName;
import dev.rung.language.check.StatementFinding.ListedTwice;
import dev.rung.language.check.StatementFinding.MisplacedStatement;
import dev.rung.language.check.StatementFinding.SwapsToNext;
import dev.rung.language.check.TypeFinding.WrongType;
import dev.rung.language.syntax.ExpressionNode;
import dev.rung.language.syntax.Name;
import dev.rung.language.syntax.Statement;
import dev.rung.model.expression.Type;
import dev.rung.model.expression.Value;
import dev.rung.model.text.Nearest;
import dev.rung.model.text.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Judges the names of systems and parts that a statement is about. */
final class References {
    private final Names names;
    private final Findings findings;

    References(Names names, Findings findings) {
        this.names = names;
        this.findings = findings;
    }

    void system(Name name) {
        List<String> known = names.systems();
        if (!names.isSystem(name.text())) {
            findings.add(new UnknownName(
                    findings.at(name.span()), name.text(), "system", Nearest.to(name.text(), known), known));
        }
    }

    void place(Name name) {
        List<String> known = names.places();
        if (!(names.declared(name.text()).orElse(null) instanceof Meaning.Place)) {
            findings.add(new UnknownName(
                    findings.at(name.span()), name.text(), "place", Nearest.to(name.text(), known), known));
        }
    }

    /** @param what each of them is called */
    void parts(List<Name> parts, String what, Type... kinds) {
        parts.forEach(part -> part(part, kinds));
        once(parts, what);
    }

    void once(List<Name> listed, String what) {
        Map<String, Name> firsts = new HashMap<>();
        for (Name name : listed) {
            Name first = firsts.putIfAbsent(name.text(), name);
            if (first != null) {
                findings.add(new ListedTwice(findings.at(name.span()), what, name.text(), findings.at(first.span())));
            }
        }
    }

    void part(Name name, Type... kinds) {
        if (names.part(name.text())
                .filter(part -> Set.of(kinds).contains(part.declaration().kind()))
                .isPresent()) {
            return;
        }
        List<String> known = names.parts(kinds);
        List<String> wanted = Stream.of(kinds).map(Type::word).sorted().toList();
        Optional<String> other = names.declared(name.text()).flatMap(References::what);
        if (other.isPresent()) {
            findings.add(new WrongType(
                    findings.at(name.span()),
                    wanted,
                    other.get(),
                    known.isEmpty() ? "" : Phrases.thereAre(known),
                    Optional.empty()));
        } else {
            String kind = kinds.length == 1 ? wanted.getFirst() : "data part";
            findings.add(new UnknownName(
                    findings.at(name.span()), name.text(), kind, Nearest.to(name.text(), known), known));
        }
    }

    /** What a name stands for that is declared as something of its own. */
    private static Optional<String> what(Meaning meaning) {
        return switch (meaning) {
            case Meaning.Part part -> Optional.of(part.declaration().kind().word());
            case Meaning.Place place -> Optional.of("place");
            case Meaning.Secret secret -> Optional.of("secret");
            case Meaning.Sys system -> Optional.of("system");
            default -> Optional.empty();
        };
    }

    void swapTo(Statement.SwapTo swap, Scope scope) {
        part(swap.artifact(), Type.ARTIFACT);
        boolean next =
                swap.target() instanceof ExpressionNode.Use use && use.name().equals(Meaning.Word.NEXT.spelling());
        if (scope.inHop() && !next && !(swap.target() instanceof ExpressionNode.Unread)) {
            findings.add(new SwapsToNext(findings.at(swap.target().span()), "next"));
        }
    }

    /** What takes a database's place: the name of another one, or something that is read. */
    boolean isOtherDatabase(ExpressionNode source) {
        return source instanceof ExpressionNode.Use use
                && names.part(use.name())
                        .filter(part -> part.declaration().kind() == Type.DATABASE)
                        .isPresent();
    }

    /** @return whether something was found about where it comes from */
    boolean swapWith(Statement.SwapWith swap, Scope scope) {
        boolean next = switch (swap.source()) {
            case ExpressionNode.Use use -> use.name().equals(Meaning.Word.NEXT.spelling());
            case ExpressionNode.Literal(Value.Number version, Span span) -> true;
            default -> false;
        };
        boolean artifact = names.part(swap.part().text())
                .filter(part -> part.declaration().kind() == Type.ARTIFACT)
                .isPresent();
        if (artifact && next) {
            Span source = swap.source().span();
            Span clause = new Span(source.file(), swap.part().span().end() + 1, source.end());
            findings.add(new SwapsToNext(findings.at(clause), "to next"));
            return true;
        }
        if (artifact && !scope.inHop()) {
            findings.add(new MisplacedStatement(
                    findings.at(Placement.head(swap)),
                    swap.word(),
                    "outside of a `step-through`",
                    "only a hop leads to another release of `" + swap.part() + "`"));
        } else {
            part(swap.part(), Type.ARTIFACT, Type.DATABASE);
        }
        return false;
    }
}
