package dev.rung.language.check;

import dev.rung.language.check.NameFinding.NameTwice;
import dev.rung.language.check.NameFinding.UnknownName;
import dev.rung.language.syntax.Declaration;
import dev.rung.language.syntax.SyntaxTree;
import dev.rung.model.expression.Type;
import dev.rung.model.text.Nearest;
import dev.rung.model.text.Span;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Holds named sets against the inputs. */
final class InputSetCheck {
    private final Names names;
    private final Findings findings;
    private final ExpressionCheck expressions;

    InputSetCheck(Names names, Findings findings, ExpressionCheck expressions) {
        this.names = names;
        this.findings = findings;
        this.expressions = expressions;
    }

    void check(SyntaxTree tree) {
        Map<String, Span> sets = new HashMap<>();
        Set<String> known = new LinkedHashSet<>();
        tree.inputs().forEach(input -> known.add(input.name().text()));
        for (Declaration.InputSet set : tree.inputSets()) {
            Span first = sets.putIfAbsent(set.name().text(), set.name().span());
            if (first != null) {
                findings.add(new NameTwice(
                        findings.at(set.name().span()),
                        set.name().text(),
                        findings.at(first),
                        "a set of inputs is chosen by its name; take another one"));
            }
            given(set, known);
        }
    }

    private void given(Declaration.InputSet set, Set<String> known) {
        Map<String, Span> said = new HashMap<>();
        Scope outside = Scope.outside(names);
        for (Declaration.Given given : set.given()) {
            String name = given.input().text();
            Span first = said.putIfAbsent(name, given.input().span());
            if (first != null) {
                findings.add(new NameTwice(
                        findings.at(given.input().span()), name, findings.at(first), "a set gives an input once"));
            }
            if (!known.contains(name)) {
                findings.add(new UnknownName(
                        findings.at(given.input().span()),
                        name,
                        "input",
                        Nearest.to(name, known),
                        known.stream().limit(Phrases.MOST + 1L).toList()));
            }
            Optional<Type> type = names.declared(name)
                    .filter(Meaning.Input.class::isInstance)
                    .map(input -> ((Meaning.Input) input).type());
            expressions.check(given.value(), outside, type.map(Set::of).orElse(Set.of()), "an input");
            new Readings(names).mustBeKnown(given.value(), outside, "what a set gives an input", findings);
        }
    }
}
