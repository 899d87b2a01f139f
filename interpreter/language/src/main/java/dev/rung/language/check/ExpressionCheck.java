package dev.rung.language.check;

import dev.rung.language.check.NameFinding.BareCall;
import dev.rung.language.check.NameFinding.NoValue;
import dev.rung.language.check.NameFinding.OutsideHop;
import dev.rung.language.check.NameFinding.UnknownMember;
import dev.rung.language.check.NameFinding.UnknownName;
import dev.rung.language.check.NameFinding.WhichSystem;
import dev.rung.language.check.TypeFinding.BadPattern;
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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Judges expressions: names, types, arguments. What could not be read, or was found wrong deeper down, is not judged again. */
final class ExpressionCheck {
    private static final Set<Type> ANY = Set.of();

    private final Names names;
    private final Types types;
    private final Findings findings;
    private final Pairs pairs;

    ExpressionCheck(Names names, Findings findings) {
        this.names = names;
        this.types = new Types(names);
        this.findings = findings;
        this.pairs = new Pairs(types, findings);
    }

    /** Anything that has a value. */
    void any(ExpressionNode node, Scope scope) {
        check(node, scope, ANY);
    }

    /** @param wanted any of which will do */
    void check(ExpressionNode node, Scope scope, Set<Type> wanted) {
        misfit(node, scope, wanted).ifPresent(findings::add);
    }

    /** Finds all that is wrong with an expression, but leaves it to the caller to tell that its type does not fit. */
    Optional<WrongType> misfit(ExpressionNode node, Scope scope, Set<Type> wanted) {
        int before = findings.all().size();
        judge(node, scope);
        Optional<Type> type = types.of(node, scope);
        boolean sound = findings.all().size() == before && type.isPresent();
        boolean fits = !sound
                || wanted.isEmpty()
                || wanted.stream().anyMatch(each -> types.fits(type.get(), node, each, scope));
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
            case ExpressionNode.Call call -> call(call, scope);
            case ExpressionNode.Not not -> check(not.operand(), scope, Set.of(Type.BOOL));
            case ExpressionNode.Items items -> items.items().forEach(item -> any(item, scope));
            case ExpressionNode.Binary binary -> binary(binary, scope);
            case ExpressionNode.Range range -> findings.add(new RangeAlone(findings.at(range.span())));
            case ExpressionNode.Unread unread -> {
                // was told when it was read
            }
        }
    }

    private void hole(ExpressionNode value, Scope scope) {
        any(value, scope);
        types.of(value, scope)
                .filter(Type::isPart)
                .ifPresent(type -> findings.add(
                        new NoValue(findings.at(value.span()), findings.file().text(value.span()), "a part")));
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
            findings.add(new WhichSystem(findings.at(use.span()), use.name(), systems));
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
        HopReleases releases = new HopReleases(names, scope);
        Optional<HopReleases.Required> required = releases.required(member);
        if (required.isPresent()) {
            String system = required.get().release().system();
            if (names.fact(system, wanted.text()).isEmpty()) {
                missing(wanted, "the system `" + system + "`", "fact", names.facts(system));
            }
            return;
        }
        if (releases.release(member).isPresent()) {
            return;
        }
        if (member.owner() instanceof ExpressionNode.Use use
                && names.of(use.name(), scope).orElse(null) instanceof Meaning.Sys system) {
            String name = system.declaration().name().text();
            if (names.fact(name, wanted.text()).isEmpty()) {
                missing(wanted, "the system `" + name + "`", "fact", names.facts(name));
            }
            return;
        }
        if (member.owner() instanceof ExpressionNode.Literal) {
            findings.add(new NotAVersion(findings.at(member.span())));
            return;
        }
        any(member.owner(), scope);
        Optional<Type> owner = types.of(member.owner(), scope);
        boolean line =
                owner.filter(Type.RELEASE::equals).isPresent() && wanted.text().equals("line");
        if (owner.isPresent() && !line) {
            boolean release = owner.get() == Type.RELEASE;
            String what = Phrases.withArticle(List.of(owner.get().word()));
            missing(wanted, what, "member", release ? List.of("line", HopReleases.REQUIRES) : List.of());
        }
    }

    private void missing(Name wanted, String owner, String kind, List<String> known) {
        Optional<String> nearest = Nearest.to(wanted.text(), known);
        findings.add(new UnknownMember(findings.at(wanted.span()), owner, kind, wanted.text(), nearest, known));
    }

    private void call(ExpressionNode.Call call, Scope scope) {
        if (call.name().text().equals(HopCalls.CROSSES)) {
            crosses(call, scope);
            return;
        }
        Optional<Signature> signature = Signatures.call(call.name().text());
        if (signature.isEmpty()) {
            List<String> known =
                    Signatures.calls().stream().map(Signature::name).toList();
            findings.add(new UnknownName(
                    findings.at(call.name().span()),
                    call.name().text(),
                    "call",
                    Nearest.to(call.name().text(), known),
                    List.of()));
            call.arguments().forEach(argument -> any(argument.value(), scope));
            return;
        }
        arguments(Arguments.bind(call.name(), signature.get(), List.of(), call.arguments(), findings), scope);
    }

    void arguments(Arguments arguments, Scope scope) {
        for (Map.Entry<Parameter, ExpressionNode> entry :
                arguments.byParameter().entrySet()) {
            Parameter parameter = entry.getKey();
            check(entry.getValue(), scope, parameter.types());
            if (parameter.name().equals("command")) {
                command(entry.getValue(), scope);
            } else if (parameter.name().equals("pattern")) {
                pattern(entry.getValue());
            }
        }
        arguments.surplus().forEach(value -> any(value, scope));
    }

    /** A text is split before its values are filled in, so it has to stand where it is run. */
    void command(ExpressionNode node, Scope scope) {
        boolean text = types.of(node, scope).filter(type -> type != Type.LIST).isPresent();
        if (text && !(node instanceof ExpressionNode.Text)) {
            findings.add(new TypeFinding.CommandInName(findings.at(node.span())));
        }
    }

    private void crosses(ExpressionNode.Call call, Scope scope) {
        if (!scope.inHop()) {
            findings.add(new OutsideHop(findings.at(call.name().span()), HopCalls.CROSSES));
        }
        if (call.arguments().size() != 1) {
            findings.add(new ArgumentFinding.MissingArgument(
                    findings.at(call.name().span()), HopCalls.CROSSES, "version", "one version, such as `2.0`"));
        }
        call.arguments().forEach(argument -> check(argument.value(), scope, Set.of(Type.VERSION)));
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
                any(binary.left(), scope);
                check(binary.right(), scope, Set.of(Type.TEXT));
                pattern(binary.right());
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
            any(binary.left(), scope);
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
        any(binary.left(), scope);
        any(binary.right(), scope);
        if (findings.all().size() == before) {
            pairs.look(binary.left(), binary.operator(), binary.right(), binary, scope);
        }
    }

    private void pattern(ExpressionNode node) {
        if (node instanceof ExpressionNode.Text text && text.fixed().isPresent()) {
            try {
                Pattern.compile(text.fixed().get());
            } catch (PatternSyntaxException wrong) {
                findings.add(new BadPattern(
                        findings.at(node.span()), wrong.getDescription().toLowerCase(Locale.ROOT)));
            }
        }
    }
}
