package dev.rung.language.check;

import dev.rung.language.check.ArgumentFinding.ArgumentTwice;
import dev.rung.language.check.ArgumentFinding.MissingArgument;
import dev.rung.language.check.ArgumentFinding.SurplusArgument;
import dev.rung.language.check.NameFinding.UnknownName;
import dev.rung.language.syntax.Argument;
import dev.rung.language.syntax.ExpressionNode;
import dev.rung.language.syntax.Name;
import dev.rung.model.expression.Signature;
import dev.rung.model.expression.Signature.Parameter;
import dev.rung.model.expression.Type;
import dev.rung.model.text.Nearest;
import dev.rung.model.text.SourceFile;
import dev.rung.model.text.SourceMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which argument is for which parameter.
 *
 * @param byParameter in the order in which they are written
 * @param surplus those that go on a last parameter that takes any number
 */
public record Arguments(Map<Parameter, ExpressionNode> byParameter, List<ExpressionNode> surplus) {
    /** @param byNameAlone further parameters, which go by their names alone */
    static Arguments bind(
            Name what, Signature signature, List<Parameter> byNameAlone, List<Argument> arguments, Findings findings) {
        Binder binder = new Binder(what, signature, byNameAlone, findings);
        arguments.forEach(binder::bind);
        binder.demand();
        return new Arguments(binder.bound, List.copyOf(binder.surplus));
    }

    /** The binding of arguments that were checked before. */
    public static Arguments of(Name what, Signature signature, List<Parameter> byNameAlone, List<Argument> arguments) {
        return bind(what, signature, byNameAlone, arguments, new Findings(SourceMap.of(new SourceFile("", ""))));
    }

    /** Whether the last parameter takes whatever positional arguments are left, as {@code sql-value} does. */
    private static boolean takesAnyNumber(Signature signature) {
        return !signature.parameters().isEmpty()
                && !signature.parameters().getLast().required()
                && signature.parameters().getLast().types().equals(Set.of(Type.LIST))
                && !signature.gives().isPart();
    }

    private static final class Binder {
        private final Name what;
        private final Signature signature;
        private final List<Parameter> byNameAlone;
        private final Findings findings;
        private final Map<Parameter, ExpressionNode> bound = new LinkedHashMap<>();
        private final List<ExpressionNode> surplus = new ArrayList<>();
        private int position;
        private boolean isMisspelt;

        private Binder(Name what, Signature signature, List<Parameter> byNameAlone, Findings findings) {
            this.what = what;
            this.signature = signature;
            this.byNameAlone = byNameAlone;
            this.findings = findings;
        }

        private void bind(Argument argument) {
            if (argument.name().isPresent()) {
                named(argument, argument.name().get());
            } else {
                positional(argument);
            }
        }

        private void named(Argument argument, Name name) {
            List<Parameter> all = Stream.concat(signature.parameters().stream(), byNameAlone.stream())
                    .toList();
            Optional<Parameter> parameter = among(all, name.text());
            if (parameter.isEmpty()) {
                List<String> known = all.stream().map(Parameter::name).toList();
                Optional<String> nearest = Nearest.to(name.text(), known);
                isMisspelt |= nearest.isEmpty();
                findings.add(new UnknownName(findings.at(name.span()), name.text(), "argument", nearest, known));
                nearest.flatMap(meant -> among(all, meant))
                        .ifPresent(meant -> bound.putIfAbsent(meant, argument.value()));
            } else if (bound.putIfAbsent(parameter.get(), argument.value()) != null) {
                findings.add(new ArgumentTwice(findings.at(argument.span()), what.text(), name.text()));
            }
        }

        private static Optional<Parameter> among(List<Parameter> parameters, String name) {
            return parameters.stream().filter(each -> each.name().equals(name)).findFirst();
        }

        private void positional(Argument argument) {
            List<Parameter> parameters = signature.parameters();
            boolean anyNumber = takesAnyNumber(signature);
            int places = anyNumber ? parameters.size() - 1 : parameters.size();
            if (position < places) {
                Parameter parameter = parameters.get(position++);
                if (bound.putIfAbsent(parameter, argument.value()) != null) {
                    findings.add(new ArgumentTwice(findings.at(argument.span()), what.text(), parameter.name()));
                }
            } else if (anyNumber) {
                surplus.add(argument.value());
            } else {
                findings.add(new SurplusArgument(findings.at(argument.span()), what.text(), places));
            }
        }

        /** What seems to be missing may be what goes by a name that there is not. */
        private void demand() {
            if (isMisspelt) {
                return;
            }
            signature.parameters().stream()
                    .filter(parameter -> parameter.required() && !bound.containsKey(parameter))
                    .forEach(parameter -> findings.add(new MissingArgument(
                            findings.at(what.span()), what.text(), parameter.name(), parameter.summary())));
        }
    }
}
