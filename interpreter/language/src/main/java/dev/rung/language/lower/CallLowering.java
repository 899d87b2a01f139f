package dev.rung.language.lower;

import dev.rung.language.check.Arguments;
import dev.rung.language.check.HopCalls;
import dev.rung.language.check.Scope;
import dev.rung.language.signature.Signatures;
import dev.rung.language.syntax.ExpressionNode;
import dev.rung.model.expression.Expression;
import dev.rung.model.expression.Expression.Literal;
import dev.rung.model.expression.Signature;
import dev.rung.model.expression.Signature.Parameter;
import dev.rung.model.expression.Type;
import dev.rung.model.expression.Value;
import dev.rung.model.version.Version;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Closes calls: each argument becomes what its parameter asks for. */
record CallLowering(ExpressionLowering expressions) {
    Expression call(ExpressionNode.Call call, Scope scope, Type wanted) {
        if (call.name().text().equals(HopCalls.CROSSES)) {
            return crosses(call, scope);
        }
        Signature signature = Signatures.call(call.name().text()).orElseThrow();
        Arguments arguments = Arguments.of(call.name(), signature, Signatures.ofEveryCall(), call.arguments());
        List<Expression> positional = new ArrayList<>();
        Map<String, Expression> named = new LinkedHashMap<>();
        boolean inOrder = true;
        for (Parameter parameter : signature.parameters()) {
            ExpressionNode value = arguments.byParameter().get(parameter);
            inOrder &= value != null;
            if (value != null && inOrder) {
                positional.add(argument(parameter, value, scope));
            } else if (value != null) {
                named.put(parameter.name(), argument(parameter, value, scope));
            }
        }
        for (Parameter parameter : Signatures.ofEveryCall()) {
            Optional.ofNullable(arguments.byParameter().get(parameter))
                    .ifPresent(value -> named.put(parameter.name(), argument(parameter, value, scope)));
        }
        arguments.surplus().forEach(value -> positional.add(expressions.value(value, scope, Type.READING)));
        if (signature.name().equals("version") && positional.getFirst() instanceof Literal(Value constant)) {
            return new Literal(Conversions.to(constant, Type.VERSION));
        }
        Type type = signature.gives() == Type.READING ? wanted : signature.gives();
        return new Expression.Call(signature.name(), positional, named, type);
    }

    private Expression argument(Parameter parameter, ExpressionNode value, Scope scope) {
        if (parameter.types().contains(Type.COMMAND)) {
            return expressions.command(value, scope);
        }
        boolean bareName =
                parameter.types().contains(Type.SYSTEM) || parameter.types().contains(Type.CONFIRMATION);
        return bareName
                ? new Literal(new Value.Text(((ExpressionNode.Use) value).name()))
                : expressions.value(value, scope, asked(parameter));
    }

    /** What a parameter asks a text or a reading to become. */
    private static Type asked(Parameter parameter) {
        return parameter.types().contains(Type.READING)
                ? Type.READING
                : parameter.types().contains(Type.TEXT)
                        ? Type.TEXT
                        : parameter.types().iterator().next();
    }

    private Expression crosses(ExpressionNode.Call call, Scope scope) {
        ExpressionNode argument = call.arguments().getFirst().value();
        Expression border = expressions.spelled(expressions.value(argument, scope, Type.VERSION), scope.system());
        if (!(border instanceof Literal(Value.Number(Version version)))) {
            return border;
        }
        boolean crosses = expressions.hop().current().compareTo(version) < 0
                && version.compareTo(expressions.hop().next().version()) <= 0;
        return new Literal(new Value.Truth(crosses));
    }
}
