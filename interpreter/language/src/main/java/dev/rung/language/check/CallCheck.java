package dev.rung.language.check;

import dev.rung.language.check.CheckedRunbook.Use;
import dev.rung.language.check.NameFinding.OutsideHop;
import dev.rung.language.check.NameFinding.UnknownName;
import dev.rung.language.check.TypeFinding.BadPattern;
import dev.rung.language.check.TypeFinding.WrongType;
import dev.rung.language.signature.Signatures;
import dev.rung.language.syntax.ExpressionNode;
import dev.rung.model.expression.Signature;
import dev.rung.model.expression.Signature.Parameter;
import dev.rung.model.expression.Type;
import dev.rung.model.text.Nearest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Judges calls, and whatever else takes arguments. */
final class CallCheck {
    private final Names names;
    private final Types types;
    private final Findings findings;
    private final ExpressionCheck expressions;

    CallCheck(Names names, Types types, Findings findings, ExpressionCheck expressions) {
        this.names = names;
        this.types = types;
        this.findings = findings;
        this.expressions = expressions;
    }

    void call(ExpressionNode.Call call, Scope scope) {
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
            call.arguments().forEach(argument -> expressions.any(argument.value(), scope));
            return;
        }
        Arguments bound =
                Arguments.bind(call.name(), signature.get(), Signatures.ofEveryCall(), call.arguments(), findings);
        arguments(bound, scope);
        findings.use(new Use.Call(findings.at(call.name().span()), signature.get(), asked(bound, scope)));
    }

    /** The kind of the part that is asked, if one is. */
    private Optional<Type> asked(Arguments bound, Scope scope) {
        return bound.byParameter().entrySet().stream()
                .filter(entry -> entry.getKey().types().stream().anyMatch(Type::isPart))
                .findFirst()
                .flatMap(entry -> types.of(entry.getValue(), scope))
                .filter(Type::isPart);
    }

    void arguments(Arguments arguments, Scope scope) {
        arguments.byParameter().forEach((parameter, value) -> argument(parameter, value, scope));
        arguments.surplus().forEach(value -> expressions.any(value, scope));
    }

    private void argument(Parameter parameter, ExpressionNode value, Scope scope) {
        if (parameter.types().equals(Set.of(Type.SYSTEM))) {
            named(value, "system", names::isSystem, names.systems());
            return;
        }
        if (parameter.types().equals(Set.of(Type.CONFIRMATION))) {
            named(value, "confirm", names::isConfirmed, names.confirmations());
            return;
        }
        expressions.check(value, scope, parameter.types());
        if (parameter.types().contains(Type.COMMAND)) {
            command(value, scope);
        } else if (parameter.name().equals("pattern")) {
            pattern(value);
        }
    }

    /** What goes by its bare name and has no value: {@code age-of(announced)}. */
    private void named(ExpressionNode value, String kind, Predicate<String> isOne, List<String> known) {
        if (value instanceof ExpressionNode.Use use) {
            if (!isOne.test(use.name())) {
                findings.add(new UnknownName(
                        findings.at(use.span()), use.name(), kind, Nearest.to(use.name(), known), known));
            }
        } else if (!(value instanceof ExpressionNode.Unread)) {
            findings.add(new WrongType(
                    findings.at(value.span()),
                    List.of("name of a " + kind),
                    "other value",
                    known.isEmpty() ? "" : Phrases.thereAre(known),
                    Optional.empty()));
        }
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
        call.arguments().forEach(argument -> expressions.check(argument.value(), scope, Set.of(Type.VERSION)));
    }

    void pattern(ExpressionNode node) {
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
