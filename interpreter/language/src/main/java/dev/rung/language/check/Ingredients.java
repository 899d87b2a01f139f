package dev.rung.language.check;

import dev.rung.language.syntax.Argument;
import dev.rung.language.syntax.Declaration;
import dev.rung.language.syntax.ExpressionNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the inputs that an expression is made of, by way of abbreviations, facts, parts and defaults too. */
final class Ingredients {
    private final Names names;
    private final Set<Object> followed = new LinkedHashSet<>();

    private Ingredients(Names names) {
        this.names = names;
    }

    static List<Declaration.Input> of(Names names, ExpressionNode expression, Scope scope) {
        Ingredients ingredients = new Ingredients(names);
        ingredients.follow(expression, scope);
        return ingredients.followed.stream()
                .filter(Declaration.Input.class::isInstance)
                .map(Declaration.Input.class::cast)
                .toList();
    }

    private void follow(ExpressionNode node, Scope scope) {
        if (node instanceof ExpressionNode.Use use) {
            names.of(use.name(), scope).ifPresent(this::follow);
        }
        if (node instanceof ExpressionNode.Member member
                && member.owner() instanceof ExpressionNode.Use use
                && names.of(use.name(), scope).orElse(null) instanceof Meaning.Sys system) {
            names.fact(system.declaration().name().text(), member.member().text())
                    .ifPresent(this::follow);
        }
        Readings.children(node).forEach(child -> follow(child, scope));
    }

    private void follow(Meaning meaning) {
        Scope outside = Scope.outside(names);
        switch (meaning) {
            case Meaning.Input(Declaration.Input input, var type)
            when followed.add(input) -> input.value().ifPresent(value -> follow(value, outside));
            case Meaning.Let(Declaration.Let let) when followed.add(let) -> follow(let.value(), outside);
            case Meaning.Fact(Declaration.Fact fact, String system)
            when followed.add(fact) -> follow(fact.value(), Scope.inSystem(system));
            case Meaning.Part(Declaration.Part part, String system)
            when followed.add(part) ->
                part.arguments().stream().map(Argument::value).forEach(value -> follow(value, Scope.inSystem(system)));
            default -> {
                // was followed, or leads no further
            }
        }
    }
}
