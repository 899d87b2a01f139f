package dev.rung.language.check;

import dev.rung.language.check.NameFinding.Cycle;
import dev.rung.language.syntax.ExpressionNode;
import dev.rung.language.syntax.Name;
import dev.rung.language.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what is said by way of itself; each cycle is told once, where it begins in the file. */
final class Cycles {
    private record Said(Name name, ExpressionNode value, Scope scope) {}

    private final Names names;
    private final Findings findings;
    private final Map<Object, Said> all = new LinkedHashMap<>();
    private final Set<Object> done = new HashSet<>();

    Cycles(Names names, Findings findings) {
        this.names = names;
        this.findings = findings;
    }

    /** @return whether there are any */
    boolean look(SyntaxTree tree) {
        Scope outside = Scope.outside(names);
        tree.inputs()
                .forEach(input ->
                        input.value().ifPresent(value -> all.put(input, new Said(input.name(), value, outside))));
        tree.lets().forEach(let -> all.put(let, new Said(let.name(), let.value(), outside)));
        tree.secrets().forEach(secret -> all.put(secret, new Said(secret.name(), secret.value(), outside)));
        tree.systems()
                .forEach(system -> system.facts()
                        .forEach(fact -> all.put(
                                fact,
                                new Said(
                                        fact.name(),
                                        fact.value(),
                                        Scope.inSystem(system.name().text())))));
        int before = findings.all().size();
        all.keySet().forEach(each -> follow(each, new ArrayList<>()));
        return findings.all().size() > before;
    }

    private void follow(Object declaration, List<Object> path) {
        int again = path.indexOf(declaration);
        if (again >= 0) {
            tell(path.subList(again, path.size()));
            return;
        }
        Said said = all.get(declaration);
        if (said == null || done.contains(declaration)) {
            return;
        }
        path.add(declaration);
        uses(said.value(), said.scope()).forEach(use -> follow(use, path));
        path.removeLast();
        done.add(declaration);
    }

    private void tell(List<Object> cycle) {
        List<String> path = new ArrayList<>(
                cycle.stream().map(each -> all.get(each).name().text()).toList());
        path.add(path.getFirst());
        findings.add(new Cycle(findings.at(all.get(cycle.getFirst()).name().span()), path));
    }

    private List<Object> uses(ExpressionNode node, Scope scope) {
        List<Object> uses = new ArrayList<>();
        if (node instanceof ExpressionNode.Use use) {
            names.of(use.name(), scope).ifPresent(meaning -> add(meaning, uses));
        }
        if (node instanceof ExpressionNode.Member member
                && member.owner() instanceof ExpressionNode.Use use
                && names.of(use.name(), scope).orElse(null) instanceof Meaning.Sys system) {
            names.fact(system.declaration().name().text(), member.member().text())
                    .ifPresent(meaning -> add(meaning, uses));
        }
        Readings.children(node).forEach(child -> uses.addAll(uses(child, scope)));
        return uses;
    }

    private void add(Meaning meaning, List<Object> uses) {
        switch (meaning) {
            case Meaning.Input input -> uses.add(input.declaration());
            case Meaning.Let let -> uses.add(let.declaration());
            case Meaning.Fact fact -> uses.add(fact.declaration());
            case Meaning.Secret secret -> uses.add(secret.declaration());
            default -> {
                // leads no further
            }
        }
    }
}
