package dev.rung.language.check;

import dev.rung.language.check.ArgumentFinding.MissingArgument;
import dev.rung.language.check.ArgumentFinding.WrongDriver;
import dev.rung.language.check.CheckedRunbook.Use;
import dev.rung.language.check.NameFinding.UnknownName;
import dev.rung.language.check.TypeFinding.WrongType;
import dev.rung.language.signature.Signatures;
import dev.rung.language.syntax.Declaration;
import dev.rung.language.syntax.ExpressionNode;
import dev.rung.model.expression.Signature;
import dev.rung.model.expression.Signature.Parameter;
import dev.rung.model.expression.Type;
import dev.rung.model.text.Nearest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Judges the parts of systems: their drivers, and what those are given. */
final class PartCheck {
    private final Names names;
    private final Findings findings;
    private final ExpressionCheck expressions;

    PartCheck(Names names, Findings findings, ExpressionCheck expressions) {
        this.names = names;
        this.findings = findings;
        this.expressions = expressions;
    }

    void check(Declaration.Part part, Scope scope) {
        String word = part.driver().text();
        Optional<Signature> driver = Signatures.driver(word, part.kind());
        if (driver.isPresent()) {
            findings.use(new Use.Driver(findings.at(part.driver().span()), word, part.kind()));
            arguments(part, driver.get(), scope);
            return;
        }
        List<String> fitting = Signatures.drivers().stream()
                .filter(each -> each.gives() == part.kind())
                .map(Signature::name)
                .toList();
        List<String> makes = Signatures.drivers(word).stream()
                .map(each -> each.gives().word())
                .toList();
        findings.add(
                makes.isEmpty()
                        ? new UnknownName(
                                findings.at(part.driver().span()), word, "driver", Nearest.to(word, fitting), fitting)
                        : new WrongDriver(
                                findings.at(part.driver().span()),
                                word,
                                makes,
                                part.kind().word(),
                                fitting));
    }

    private void arguments(Declaration.Part part, Signature driver, Scope scope) {
        List<Parameter> ofEvery = Signatures.ofEvery(part.kind());
        Arguments bound = Arguments.bind(part.driver(), driver, ofEvery, part.arguments(), findings);
        imagesOf(part, bound);
        Map<Parameter, ExpressionNode> values = new LinkedHashMap<>(bound.byParameter());
        if (part.kind() == Type.SERVICE) {
            ofEvery.forEach(
                    parameter -> Optional.ofNullable(values.remove(parameter)).ifPresent(this::dataParts));
        }
        expressions.arguments(new Arguments(values, List.of()), scope);
        values.forEach((parameter, value) -> {
            if (parameter.types().stream().noneMatch(Type::isPart)) {
                known(parameter, value, scope);
            }
            if (parameter.types().equals(Set.of(Type.LIST)) && value instanceof ExpressionNode.Items items) {
                items.items().forEach(item -> expressions.check(item, scope, Set.of(Type.TEXT, Type.PATH)));
            }
        });
    }

    /** {@code image()}: of what is said by a compose file or by a container. */
    private void imagesOf(Declaration.Part part, Arguments bound) {
        boolean isSaid = bound.byParameter().keySet().stream()
                .anyMatch(parameter -> List.of("container", "file").contains(parameter.name()));
        if (part.driver().text().equals("image") && !isSaid) {
            findings.add(new MissingArgument(
                    findings.at(part.driver().span()), "image", "file", "the compose file; or a `container`"));
        }
    }

    /** What is read may be a credential if it is a secret: then it is read when it is used, and shown nowhere. */
    private void known(Parameter parameter, ExpressionNode value, Scope scope) {
        boolean takesSecret = parameter.types().contains(Type.SECRET);
        Readings readings = new Readings(names);
        if (takesSecret && value instanceof ExpressionNode.Call call) {
            readings.first(value, scope)
                    .ifPresent(reads -> findings.add(new SecretFinding.CredentialWithoutName(
                            findings.at(value.span()), findings.at(call.span()).text())));
        } else {
            readings.mustBeKnown(value, scope, "an argument of a driver", findings);
        }
    }

    /** {@code migrates: [app]} */
    private void dataParts(ExpressionNode list) {
        if (!(list instanceof ExpressionNode.Items items)) {
            if (!(list instanceof ExpressionNode.Unread)) {
                findings.add(new WrongType(
                        findings.at(list.span()),
                        List.of("list"),
                        "other value",
                        "write `[…]` around the parts",
                        Optional.empty()));
            }
            return;
        }
        List<String> known = names.parts(Type.data());
        for (ExpressionNode item : items.items()) {
            boolean data = item instanceof ExpressionNode.Use use
                    && names.part(use.name())
                            .filter(part -> part.declaration().kind().isData())
                            .isPresent();
            if (!data && !(item instanceof ExpressionNode.Unread)) {
                String word = findings.at(item.span()).text();
                findings.add(
                        new UnknownName(findings.at(item.span()), word, "data part", Nearest.to(word, known), known));
            }
        }
    }
}
