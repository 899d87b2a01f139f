package dev.rung.language.check;

import dev.rung.language.check.NameFinding.BareCall;
import dev.rung.language.check.NameFinding.NoValue;
import dev.rung.language.check.NameFinding.OutsideHop;
import dev.rung.language.check.NameFinding.UnknownMember;
import dev.rung.language.check.NameFinding.UnknownName;
import dev.rung.language.check.NameFinding.WhichSystem;
import dev.rung.language.check.TypeFinding.NotAVersion;
import dev.rung.language.check.TypeFinding.RangeAlone;
import dev.rung.language.check.TypeFinding.WrongType;
import dev.rung.language.signature.Signatures;
import dev.rung.language.syntax.ExpressionNode;
import dev.rung.language.syntax.Name;
import dev.rung.model.diagnostic.Edit;
import dev.rung.model.expression.Expression.Operator;
import dev.rung.model.expression.Signature;
import dev.rung.model.expression.Signature.Parameter;
import dev.rung.model.expression.Type;
import dev.rung.model.text.Location;
import dev.rung.model.text.Nearest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Judges expressions: names, types, arguments. What could not be read, or was found wrong deeper down, is not judged again. */
final class ExpressionCheck {
    private static final Set<Type> ANY = Set.of();
    private static final String COMPARISON = "a comparison, whose message shows both sides";

    private final Names names;
    private final Types types;
    private final Findings findings;
    private final Pairs pairs;
    private final SecretFlow secrets;
    private final CallCheck calls;

    ExpressionCheck(Names names, Findings findings) {
        this.names = names;
        this.types = new Types(names);
        this.findings = findings;
        this.pairs = new Pairs(types, findings);
        this.secrets = new SecretFlow(names, types, findings);
        this.calls = new CallCheck(names, types, findings, this);
    }

    /** Anything that has a value and may be shown. */
    void any(ExpressionNode node, Scope scope) {
        check(node, scope, ANY);
    }

    /** Anything that has a value; at this place nobody gets to see it. */
    void unseen(ExpressionNode node, Scope scope) {
        judge(node, scope);
    }

    /** @param wanted any of which will do */
    void check(ExpressionNode node, Scope scope, Set<Type> wanted) {
        misfit(node, scope, wanted).ifPresent(findings::add);
    }

    /** @param into what a secret would go into here, for the message: {@code what people are told} */
    void check(ExpressionNode node, Scope scope, Set<Type> wanted, String into) {
        misfit(node, scope, wanted, () -> into).ifPresent(findings::add);
    }

    /** Finds all that is wrong with an expression, but leaves it to the caller to tell that its type does not fit. */
    Optional<WrongType> misfit(ExpressionNode node, Scope scope, Set<Type> wanted) {
        return misfit(
                node, scope, wanted, () -> wanted.isEmpty() ? "a value" : Phrases.withArticle(Misfits.words(wanted)));
    }

    private Optional<WrongType> misfit(ExpressionNode node, Scope scope, Set<Type> wanted, Supplier<String> into) {
        int before = findings.all().size();
        judge(node, scope);
        Optional<Type> type = types.of(node, scope);
        if (findings.all().size() > before || type.isEmpty()) {
            return Optional.empty();
        }
        if (type.get() == Type.SECRET && !wanted.contains(Type.SECRET)) {
            secrets.leaks(node, scope, into.get());
            return Optional.empty();
        }
        boolean fits = wanted.isEmpty() || wanted.stream().anyMatch(each -> types.fits(type.get(), node, each, scope));
        return fits ? Optional.empty() : Optional.of(Misfits.of(findings.at(node.span()), node, type.get(), wanted));
    }

    private void judge(ExpressionNode node, Scope scope) {
        switch (node) {
            case ExpressionNode.Text text ->
                text.pieces().forEach(piece -> {
                    if (piece instanceof ExpressionNode.Piece.Hole(ExpressionNode value)) {
                        hole(value, scope);
                    }
                });
            case ExpressionNode.Literal literal -> {
                // says its type by its form
            }
            case ExpressionNode.Use use -> use(use, scope);
            case ExpressionNode.Member member -> member(member, scope);
            case ExpressionNode.Call call -> calls.call(call, scope);
            case ExpressionNode.Not not -> check(not.operand(), scope, Set.of(Type.BOOL));
            case ExpressionNode.Items items -> items.items().forEach(item -> any(item, scope));
            case ExpressionNode.Binary binary -> binary(binary, scope);
            case ExpressionNode.Range range -> findings.add(new RangeAlone(findings.at(range.span())));
            case ExpressionNode.Unread unread -> {
                // was told when it was read
            }
        }
    }

    /** With a secret in it the text is one: whether that may be, its place says. */
    private void hole(ExpressionNode value, Scope scope) {
        unseen(value, scope);
        types.of(value, scope)
                .filter(type -> type.isPart() || type == Type.PLACE)
                .ifPresent(type -> findings.add(new NoValue(
                        findings.at(value.span()),
                        findings.at(value.span()).text(),
                        type == Type.PLACE ? "a place" : "a part")));
    }

    private void use(ExpressionNode.Use use, Scope scope) {
        Optional<Meaning> meaning = names.of(use.name(), scope);
        if (meaning.isEmpty()) {
            unknown(use, scope);
        } else if (meaning.get() instanceof Meaning.Sys) {
            findings.add(new NoValue(findings.at(use.span()), use.name(), "a system"));
        } else if (meaning.get() instanceof Meaning.Given(Meaning.Word word) && word.inHop() && !scope.inHop()) {
            findings.add(new OutsideHop(findings.at(use.span()), use.name()));
        }
    }

    private void unknown(ExpressionNode.Use use, Scope scope) {
        if (scope.system().isPresent() && DeclarationCheck.MANDATORY.contains(use.name())) {
            return; // that the system does not say it is told where the system stands
        }
        List<String> systems = names.systemsWith(use.name());
        if (!systems.isEmpty() && scope.system().isEmpty()) {
            findings.add(WhichSystem.of(findings.at(use.span()), use.name(), systems));
            return;
        }
        List<String> known = names.known(scope);
        Optional<String> habit = Habits.name(use.name(), known);
        Optional<Signature> call = Signatures.call(use.name());
        if (habit.isEmpty() && call.isPresent()) {
            String takes = call.get().parameters().stream()
                    .findFirst()
                    .map(Parameter::name)
                    .orElse("");
            findings.add(new BareCall(findings.at(use.span()), use.name(), takes));
            return;
        }
        Optional<String> nearest = habit.or(() -> Nearest.to(use.name(), known));
        findings.add(new UnknownName(findings.at(use.span()), use.name(), "name", nearest, List.of()));
    }

    private void member(ExpressionNode.Member member, Scope scope) {
        Name wanted = member.member();
        if (member.owner() instanceof ExpressionNode.Use use
                && names.of(use.name(), scope).orElse(null) instanceof Meaning.Sys system) {
            String name = system.declaration().name().text();
            if (Climbed.system(member, names, scope).isPresent()) {
                if (!Climbed.within(name, scope)) {
                    findings.add(new OutsideHop(findings.at(member.span()), name + "." + wanted));
                }
            } else if (names.fact(name, wanted.text()).isEmpty()) {
                missing(wanted, "the system `" + name + "`", "fact", names.facts(name));
            }
            return;
        }
        if (member.owner() instanceof ExpressionNode.Literal) {
            findings.add(new NotAVersion(findings.at(member.span())));
            return;
        }
        if (RequiredFact.isRequires(member, names, scope)) {
            any(member.owner(), scope);
            findings.add(new NoValue(findings.at(member.span()), "next.requires", "what a release requires"));
            return;
        }
        Optional<Name> required = RequiredFact.of(member, names, scope);
        if (required.isPresent()) {
            any(((ExpressionNode.Member) member.owner()).owner(), scope);
            scope.system()
                    .filter(system -> names.fact(system, wanted.text()).isEmpty())
                    .ifPresent(system -> missing(wanted, "the system `" + system + "`", "fact", names.facts(system)));
            return;
        }
        any(member.owner(), scope);
        types.of(member.owner(), scope).ifPresent(owner -> {
            List<String> known = RequiredFact.members(member.owner(), owner);
            if (!known.contains(wanted.text())) {
                missing(wanted, Phrases.withArticle(List.of(owner.word())), "member", known);
            }
        });
    }

    private void missing(Name wanted, String owner, String kind, List<String> known) {
        Optional<String> nearest = Nearest.to(wanted.text(), known);
        String has = Phrases.quoted(known, "and");
        findings.add(new UnknownMember(findings.at(wanted.span()), owner, kind, wanted.text(), nearest, has));
    }

    /** Those of a driver or of a place. */
    void arguments(Arguments arguments, Scope scope) {
        calls.arguments("", arguments, scope);
    }

    void command(ExpressionNode node, Scope scope) {
        calls.command(node, scope);
    }

    private void binary(ExpressionNode.Binary binary, Scope scope) {
        switch (binary.operator()) {
            case AND, OR -> {
                check(binary.left(), scope, Set.of(Type.BOOL));
                misfit(binary.right(), scope, Set.of(Type.BOOL))
                        .map(wrong -> binary.operator() == Operator.OR && binary.right() instanceof ExpressionNode.Text
                                ? wrong.with("a reason stands behind `else`")
                                : wrong)
                        .ifPresent(findings::add);
            }
            case IN, NOT_IN -> membership(binary, scope);
            case MATCHES -> {
                check(binary.left(), scope, ANY, COMPARISON);
                check(binary.right(), scope, Set.of(Type.TEXT));
                calls.pattern(binary.right());
            }
            default -> pair(binary, scope);
        }
    }

    private void membership(ExpressionNode.Binary binary, Scope scope) {
        if (binary.right() instanceof ExpressionNode.Range range) {
            check(binary.left(), scope, Set.of(Type.VERSION));
            check(range.from(), scope, Set.of(Type.VERSION));
            check(range.to(), scope, Set.of(Type.VERSION));
        } else if (binary.right() instanceof ExpressionNode.Items items) {
            check(binary.left(), scope, ANY, COMPARISON);
            for (ExpressionNode item : items.items()) {
                any(item, scope);
                pairs.look(binary.left(), Operator.EQUAL, item, item, scope);
            }
        } else {
            any(binary.left(), scope);
            misfit(binary.right(), scope, Set.of(Type.LIST)).ifPresent(wrong -> findings.add(notIn(binary, wrong)));
        }
    }

    /** {@code wait for healthy in 5m}, {@code installed in 1.0} */
    private WrongType notIn(ExpressionNode.Binary binary, WrongType wrong) {
        Location operator = findings.at(binary.operatorSpan());
        return switch (wrong.found()) {
            case "duration" ->
                new WrongType(
                        wrong.at(),
                        wrong.wanted(),
                        wrong.found(),
                        "a time limit is said by `within " + wrong.at().text() + "`",
                        Optional.of(new Edit(operator, "within")));
            case "version" -> wrong.with("write a range such as `" + wrong.at().text() + " .. …`, or a list in `[…]`");
            default -> wrong;
        };
    }

    private void pair(ExpressionNode.Binary binary, Scope scope) {
        int before = findings.all().size();
        if (Types.isComparison(binary.operator())) {
            check(binary.left(), scope, ANY, COMPARISON);
            check(binary.right(), scope, ANY, COMPARISON);
        } else {
            unseen(binary.left(), scope);
            unseen(binary.right(), scope);
        }
        if (findings.all().size() == before) {
            pairs.look(binary.left(), binary.operator(), binary.right(), binary, scope);
        }
    }
}
