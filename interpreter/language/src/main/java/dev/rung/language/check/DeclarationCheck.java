package dev.rung.language.check;

import dev.rung.language.check.CheckedRunbook.Use;
import dev.rung.language.check.NameFinding.GivenName;
import dev.rung.language.check.NameFinding.NameTwice;
import dev.rung.language.check.NameFinding.UnknownName;
import dev.rung.language.check.SecretFinding.SecretInTheOpen;
import dev.rung.language.check.SystemFinding.MemberTwice;
import dev.rung.language.check.SystemFinding.MissingMember;
import dev.rung.language.check.SystemFinding.SaidTwice;
import dev.rung.language.check.TypeFinding.WrongDefault;
import dev.rung.language.signature.Signatures;
import dev.rung.language.syntax.Declaration;
import dev.rung.language.syntax.ExpressionNode;
import dev.rung.language.syntax.Name;
import dev.rung.language.syntax.SyntaxTree;
import dev.rung.model.expression.Signature;
import dev.rung.model.expression.Type;
import dev.rung.model.text.Nearest;
import dev.rung.model.text.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Judges inputs, abbreviations and systems with all that is in them. */
final class DeclarationCheck {
    /** The facts that every system says. */
    static final List<String> MANDATORY = List.of("healthy", "installed");

    private static final String SHARED =
            "inputs, secrets, places, abbreviations, systems and parts share their names; take another one";

    private final Names names;
    private final Findings findings;
    private final ExpressionCheck expressions;
    private final LockedReads locks;
    private final References references;
    private final Map<String, Span> declared = new HashMap<>();
    private Set<String> bystanders = Set.of();

    DeclarationCheck(Names names, Findings findings, ExpressionCheck expressions, LockedReads locks) {
        this.names = names;
        this.findings = findings;
        this.expressions = expressions;
        this.locks = locks;
        this.references = new References(names, findings);
    }

    void check(SyntaxTree tree) {
        bystanders = Bystanders.of(tree);
        tree.inputs().forEach(this::input);
        tree.lets().forEach(this::let);
        tree.secrets().forEach(this::secret);
        tree.places().forEach(this::place);
        new InputSetCheck(names, findings, expressions).check(tree);
        new WindowCheck(findings).check(tree.windows());
        tree.maxLosses().forEach(loss -> maxLoss(loss, tree.maxLosses().getFirst()));
        tree.systems().forEach(this::system);
        new PartsInParts(names, findings).check(tree);
    }

    private void maxLoss(Declaration.MaxLoss loss, Declaration.MaxLoss first) {
        if (!loss.equals(first)) {
            findings.add(new SaidTwice(findings.at(loss.span()), "max-loss", findings.at(first.span())));
        }
        expressions.check(loss.amount(), Scope.outside(names), Set.of(Type.DURATION));
        known(loss.amount(), Scope.outside(names), "what may be lost");
    }

    private void declare(Name name) {
        if (isGiven(name)) {
            findings.add(new GivenName(findings.at(name.span()), name.text()));
            return;
        }
        Span first = declared.putIfAbsent(name.text(), name.span());
        if (first != null) {
            findings.add(new NameTwice(findings.at(name.span()), name.text(), findings.at(first), SHARED));
        }
    }

    private static boolean isGiven(Name name) {
        return Stream.of(Meaning.Word.values()).anyMatch(word -> word.spelling().equals(name.text()));
    }

    private void input(Declaration.Input input) {
        declare(input.name());
        Optional<Type> type = InputTypes.of(input);
        if (type.isEmpty()) {
            List<String> known = InputTypes.words();
            String word = input.type().text();
            findings.add(new UnknownName(
                    findings.at(input.type().span()),
                    word,
                    "type",
                    Habits.type(word).or(() -> Nearest.to(word, known)),
                    known));
        }
        input.value().ifPresent(value -> {
            expressions
                    .misfit(value, Scope.outside(names), type.map(Set::of).orElse(Set.of()))
                    .map(wrong -> type.filter(Type.BOOL::equals).isPresent()
                                    && wrong.edit().isEmpty()
                            ? wrong.with("write `true` or `false`")
                            : wrong)
                    .ifPresent(wrong -> findings.add(new WrongDefault(
                            wrong.at(),
                            input.name().text(),
                            findings.at(input.type().span()),
                            wrong)));
            known(value, Scope.outside(names), "a default");
        });
    }

    private void let(Declaration.Let let) {
        declare(let.name());
        expressions.unseen(let.value(), Scope.outside(names));
    }

    private void secret(Declaration.Secret secret) {
        declare(secret.name());
        Scope outside = Scope.outside(names);
        int before = findings.all().size();
        expressions.check(secret.value(), outside, Set.of(Type.SECRET, Type.TEXT));
        boolean read = new Readings(names).first(secret.value(), outside).isPresent()
                || new Types(names)
                        .of(secret.value(), outside)
                        .filter(Type.SECRET::equals)
                        .isPresent();
        if (!read && findings.all().size() == before && !(secret.value() instanceof ExpressionNode.Unread)) {
            findings.add(new SecretInTheOpen(
                    findings.at(secret.value().span()), secret.name().text()));
        }
    }

    private void place(Declaration.Place place) {
        declare(place.name());
        String word = place.driver().text();
        Optional<Signature> driver = Signatures.place(word);
        if (driver.isEmpty()) {
            List<String> all = Signatures.places().stream().map(Signature::name).toList();
            findings.add(new UnknownName(
                    findings.at(place.driver().span()), word, "kind of place", Nearest.to(word, all), all));
            return;
        }
        Scope outside = Scope.outside(names);
        findings.use(new Use.Place(findings.at(place.driver().span()), word));
        Arguments bound = Arguments.bind(place.driver(), driver.get(), List.of(), place.arguments(), findings);
        expressions.arguments(bound, outside);
        bound.byParameter().values().forEach(value -> known(value, outside, "an argument of a place"));
    }

    private void known(ExpressionNode value, Scope scope, String place) {
        new Readings(names).mustBeKnown(value, scope, place, findings);
    }

    private void system(Declaration.Sys system) {
        declare(system.name());
        system.place().ifPresent(references::place);
        Scope scope = Scope.inSystem(system.name().text());
        members(system);
        for (Declaration.Part part : system.parts()) {
            declare(part.name());
            part.place().ifPresent(references::place);
            new PartCheck(names, findings, expressions).check(part, scope);
        }
        Set<String> services = Set.copyOf(names.parts(Type.SERVICE));
        for (Declaration.Fact fact : system.facts()) {
            if (isGiven(fact.name())) {
                findings.add(new GivenName(
                        findings.at(fact.name().span()), fact.name().text()));
            }
            expressions.check(fact.value(), scope, wanted(fact.name().text()), "a fact, which journals keep");
            locks.look(fact.value(), scope, services, "for a fact");
        }
        for (Declaration.Invariant invariant : system.invariants()) {
            expressions.check(invariant.value(), scope, Set.of(), "an invariant, which journals keep");
            locks.look(invariant.value(), scope, services, "once the hop is done");
        }
    }

    private static Set<Type> wanted(String fact) {
        return switch (fact) {
            case "installed" -> Set.of(Type.VERSION);
            case "healthy", "settled" -> Set.of(Type.BOOL);
            default -> Set.of();
        };
    }

    private void members(Declaration.Sys system) {
        Map<String, Span> said = new HashMap<>();
        system.releases().forEach(releases -> once(said, "releases", releases.span()));
        system.neutralise()
                .forEach(block -> once(said, "neutralise", block.span().first("neutralise".length())));
        system.facts()
                .forEach(fact -> once(said, fact.name().text(), fact.name().span()));
        system.invariants()
                .forEach(invariant -> once(
                        said, "invariant " + invariant.name(), invariant.name().span()));
        if (bystanders.contains(system.name().text())) {
            return;
        }
        demand(system, said, "releases", "`releases \"….releases\"`");
        demand(system, said, "installed", "`installed = version(…)`, which asks the application for its version");
        demand(system, said, "healthy", "`healthy = …`, which asks the application how it is");
    }

    private void once(Map<String, Span> said, String what, Span span) {
        Span first = said.putIfAbsent(what, span);
        if (first != null) {
            findings.add(new MemberTwice(findings.at(span), what, findings.at(first)));
        }
    }

    private void demand(Declaration.Sys system, Map<String, Span> said, String what, String form) {
        if (!said.containsKey(what)) {
            List<String> facts =
                    system.facts().stream().map(fact -> fact.name().text()).toList();
            findings.add(new MissingMember(
                    findings.at(system.name().span()),
                    system.name().text(),
                    what,
                    form,
                    Nearest.to(what, facts).map(said::get).map(findings::at)));
        }
    }
}
