package dev.rung.language.check;

import dev.rung.language.check.NameFinding.Cycle;
import dev.rung.language.check.NameFinding.RestsOnTooMany;
import dev.rung.language.syntax.ExpressionNode;
import dev.rung.language.syntax.Name;
import dev.rung.language.syntax.SyntaxTree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds what is said by way of itself; each cycle is told once, where it begins in the file. And what is said by way of so
 * many others, one behind the other, that following them would use up the stack.
 */
final class Cycles {
    /** How deep expressions are together, each in the one that uses it. */
    private static final int DEEPEST = 400;

    private record Said(Name name, ExpressionNode value, Scope scope) {}

    /** A declaration whose uses are being followed. */
    private record Step(Object declaration, Iterator<Object> uses) {}

    private final Names names;
    private final Findings findings;
    private final Map<Object, Said> all = new IdentityHashMap<>();
    private final List<Object> order = new ArrayList<>();
    private final Map<Object, Integer> depths = new IdentityHashMap<>();

    Cycles(Names names, Findings findings) {
        this.names = names;
        this.findings = findings;
    }

    /** @return whether all can be followed to their ends without going too deep */
    boolean look(SyntaxTree tree) {
        Scope outside = Scope.outside(names);
        tree.inputs()
                .forEach(input -> input.value().ifPresent(value -> add(input, new Said(input.name(), value, outside))));
        tree.lets().forEach(let -> add(let, new Said(let.name(), let.value(), outside)));
        tree.secrets().forEach(secret -> add(secret, new Said(secret.name(), secret.value(), outside)));
        tree.systems()
                .forEach(system -> system.facts()
                        .forEach(fact -> add(
                                fact,
                                new Said(
                                        fact.name(),
                                        fact.value(),
                                        Scope.inSystem(system.name().text())))));
        order.forEach(this::follow);
        Optional<Said> tooDeep = order.stream()
                .filter(declaration -> depths.get(declaration) > DEEPEST)
                .findFirst()
                .map(all::get);
        tooDeep.ifPresent(said -> findings.add(
                new RestsOnTooMany(findings.at(said.name().span()), said.name().text())));
        return tooDeep.isEmpty();
    }

    private void add(Object declaration, Said said) {
        all.put(declaration, said);
        order.add(declaration);
    }

    private void follow(Object first) {
        Deque<Step> path = new ArrayDeque<>();
        Map<Object, Integer> places = new IdentityHashMap<>();
        List<Object> followed = new ArrayList<>();
        enter(first, path, places, followed);
        while (!path.isEmpty()) {
            Step step = path.peek();
            if (step.uses().hasNext()) {
                Object use = step.uses().next();
                if (places.containsKey(use)) {
                    tell(followed.subList(places.get(use), followed.size()));
                } else {
                    enter(use, path, places, followed);
                }
            } else {
                path.pop();
                followed.removeLast();
                places.remove(step.declaration());
                Said said = all.get(step.declaration());
                depths.put(step.declaration(), depth(said.value(), said.scope()));
            }
        }
    }

    private void enter(Object declaration, Deque<Step> path, Map<Object, Integer> places, List<Object> followed) {
        Said said = all.get(declaration);
        if (said != null && !depths.containsKey(declaration)) {
            places.put(declaration, followed.size());
            followed.add(declaration);
            path.push(new Step(declaration, uses(said.value(), said.scope()).iterator()));
        }
    }

    /** How deep an expression is with all that it uses. Around a cycle nobody goes twice, but once. */
    private int depth(ExpressionNode node, Scope scope) {
        int depth = 0;
        for (Object use : own(node, scope)) {
            depth = Math.max(depth, depths.getOrDefault(use, 0));
        }
        for (ExpressionNode child : Readings.children(node)) {
            depth = Math.max(depth, depth(child, scope));
        }
        return depth + 1;
    }

    private void tell(List<Object> cycle) {
        List<String> path = new ArrayList<>(
                cycle.stream().map(each -> all.get(each).name().text()).toList());
        path.add(path.getFirst());
        findings.add(new Cycle(findings.at(all.get(cycle.getFirst()).name().span()), path));
    }

    private List<Object> uses(ExpressionNode node, Scope scope) {
        List<Object> uses = new ArrayList<>(own(node, scope));
        Readings.children(node).forEach(child -> uses.addAll(uses(child, scope)));
        return uses;
    }

    /** What a node itself uses, without what is in it. */
    private List<Object> own(ExpressionNode node, Scope scope) {
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
