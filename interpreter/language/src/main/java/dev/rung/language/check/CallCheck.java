package dev.rung.language.check;

import dev.rung.language.check.CheckedRunbook.Use;
import dev.rung.language.check.NameFinding.OutsideHop;
import dev.rung.language.check.NameFinding.UnknownName;
import dev.rung.language.signature.Signatures;
import dev.rung.language.syntax.ExpressionNode;
import dev.rung.model.expression.Signature;
import dev.rung.model.expression.Signature.Parameter;
import dev.rung.model.expression.Type;
import dev.rung.model.text.Nearest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Judges calls, and whatever else takes arguments. */
final class CallCheck {
    private final Names names;
    private final Types types;
    private final Findings findings;
    private final ExpressionCheck expressions;
    private final QuotedForms forms;

    CallCheck(Names names, Types types, Findings findings, ExpressionCheck expressions) {
        this.names = names;
        this.types = types;
        this.findings = findings;
        this.expressions = expressions;
        this.forms = new QuotedForms(findings);
    }

    void call(ExpressionNode.Call call, Scope scope) {
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
        boolean asksHop = signature.get().name().equals(HopCalls.CROSSES);
        if (asksHop && !scope.inHop()) {
            findings.add(new OutsideHop(findings.at(call.name().span()), HopCalls.CROSSES));
        }
        List<Parameter> byNameAlone = asksHop ? List.of() : Signatures.ofEveryCall();
        int before = findings.all().size();
        Arguments bound = Arguments.bind(call.name(), signature.get(), byNameAlone, call.arguments(), findings);
        if (findings.all().size() > before) {
            bound.byParameter().forEach((parameter, value) -> byThemselves(parameter, value, scope));
        } else {
            arguments(call.name().text(), bound, scope);
        }
        if (!asksHop) {
            findings.use(new Use.Call(findings.at(call.name().span()), signature.get(), asked(bound, scope)));
        }
    }

    /** The kind of the part that is asked, if one is. */
    private Optional<Type> asked(Arguments bound, Scope scope) {
        return bound.byParameter().entrySet().stream()
                .filter(entry -> entry.getKey().types().stream().anyMatch(Type::isPart))
                .findFirst()
                .flatMap(entry -> types.of(entry.getValue(), scope))
                .filter(Type::isPart);
    }

    /** Which is for which parameter is not sure, so whether it fits is not judged. */
    private void byThemselves(Parameter parameter, ExpressionNode value, Scope scope) {
        if (!Set.of(Type.SYSTEM, Type.CONFIRMATION).containsAll(parameter.types())) {
            expressions.unseen(value, scope);
        }
    }

    /** @param what the call; empty for those of a driver or of a place */
    void arguments(String what, Arguments arguments, Scope scope) {
        arguments.byParameter().forEach((parameter, value) -> argument(what, parameter, value, scope));
        arguments.surplus().forEach(value -> expressions.any(value, scope));
    }

    private void argument(String what, Parameter parameter, ExpressionNode value, Scope scope) {
        if (parameter.types().equals(Set.of(Type.SYSTEM))) {
            named(value, "system", names::isSystem, names.systems(), scope);
            return;
        }
        if (parameter.types().equals(Set.of(Type.CONFIRMATION))) {
            named(value, "confirm", names::isConfirmed, names.confirmations(), scope);
            return;
        }
        int before = findings.all().size();
        expressions.check(value, scope, parameter.types());
        if (findings.all().size() > before) {
            return;
        }
        if (parameter.types().contains(Type.COMMAND)) {
            command(value, scope);
            ShellMarks.in(value, findings).ifPresent(findings::add);
        } else if (parameter.name().equals("pattern")) {
            pattern(value);
        } else {
            types.of(value, scope).ifPresent(type -> forms.argument(what, parameter.name(), value, type));
        }
    }

    /** What goes by its bare name and has no value: {@code age-of(announced)}. */
    private void named(ExpressionNode value, String kind, Predicate<String> isOne, List<String> known, Scope scope) {
        if (value instanceof ExpressionNode.Use use) {
            if (!isOne.test(use.name())) {
                findings.add(new UnknownName(
                        findings.at(use.span()), use.name(), kind, Nearest.to(use.name(), known), known));
            }
        } else if (!(value instanceof ExpressionNode.Unread)) {
            String found = types.of(value, scope).map(Type::word).orElse("other value");
            findings.add(forms.nameWanted(value, kind, known, found));
        }
    }

    /** A text is split before its values are filled in, so it has to stand where it is run. */
    void command(ExpressionNode node, Scope scope) {
        boolean text = types.of(node, scope).filter(type -> type != Type.LIST).isPresent();
        if (text && !(node instanceof ExpressionNode.Text)) {
            findings.add(new TypeFinding.CommandInName(findings.at(node.span())));
        }
    }

    void pattern(ExpressionNode node) {
        forms.pattern(node);
    }
}
