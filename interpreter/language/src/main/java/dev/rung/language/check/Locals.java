package dev.rung.language.check;

import dev.rung.language.check.NameFinding.GivenName;
import dev.rung.language.check.NameFinding.NameTwice;
import dev.rung.language.check.Placement.Place;
import dev.rung.language.syntax.Name;
import dev.rung.language.syntax.Statement;
import dev.rung.model.text.Span;
import java.util.Optional;

/** Judges the names that bodies give, and makes them known to what follows. */
final class Locals {
    private static final String HELP = "what a body names must not be mistaken for something else; take another name";

    private final Names names;
    private final Findings findings;

    Locals(Names names, Findings findings) {
        this.names = names;
        this.findings = findings;
    }

    Place behind(Statement.LetOnce let, Place place) {
        declare(let.name(), place.scope());
        return place.within(
                place.block(), place.scope().with(new Meaning.Local(let.name(), let.value(), place.scope(), false)));
    }

    Scope within(Statement.ForEach each, Scope scope) {
        declare(each.variable(), scope);
        return scope.with(new Meaning.Local(each.variable(), each.list(), scope, true));
    }

    private void declare(Name name, Scope scope) {
        Optional<Meaning> taken = names.of(name.text(), scope);
        if (taken.orElse(null) instanceof Meaning.Given) {
            findings.add(new GivenName(findings.at(name.span()), name.text()));
        } else {
            taken.flatMap(Locals::place)
                    .ifPresent(first -> findings.add(
                            new NameTwice(findings.at(name.span()), name.text(), findings.at(first), HELP)));
        }
    }

    private static Optional<Span> place(Meaning meaning) {
        return switch (meaning) {
            case Meaning.Fact fact -> Optional.of(fact.declaration().name().span());
            case Meaning.Given ignored -> Optional.empty();
            case Meaning.Input input -> Optional.of(input.declaration().name().span());
            case Meaning.Installed ignored -> Optional.empty();
            case Meaning.Let let -> Optional.of(let.declaration().name().span());
            case Meaning.Local local -> Optional.of(local.name().span());
            case Meaning.Part part -> Optional.of(part.declaration().name().span());
            case Meaning.Place where -> Optional.of(where.declaration().name().span());
            case Meaning.Secret secret ->
                Optional.of(secret.declaration().name().span());
            case Meaning.Sys system -> Optional.of(system.declaration().name().span());
        };
    }
}
