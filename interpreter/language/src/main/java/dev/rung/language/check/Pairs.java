package dev.rung.language.check;

import dev.rung.language.check.TypeFinding.Incompatible;
import dev.rung.language.syntax.ExpressionNode;
import dev.rung.model.expression.Expression.Operator;
import dev.rung.model.expression.Type;
import java.util.Optional;

/** Judges whether the two sides of an operator go together. */
final class Pairs {
    private final Types types;
    private final Findings findings;

    Pairs(Types types, Findings findings) {
        this.types = types;
        this.findings = findings;
    }

    /** @param whole what is shown if they do not; a side whose type is not known is left alone */
    void look(ExpressionNode left, Operator operator, ExpressionNode right, ExpressionNode whole, Scope scope) {
        Optional<Type> a = types.of(left, scope);
        Optional<Type> b = types.of(right, scope);
        if (a.isEmpty() || b.isEmpty()) {
            return;
        }
        boolean fine = Types.isComparison(operator)
                ? comparable(left, a.get(), operator, right, b.get(), scope)
                : types.of(whole, scope).isPresent();
        if (!fine) {
            findings.add(new Incompatible(
                    findings.at(whole.span()),
                    a.get().word(),
                    operator.word(),
                    b.get().word()));
        }
    }

    private boolean comparable(
            ExpressionNode left, Type a, Operator operator, ExpressionNode right, Type b, Scope scope) {
        boolean ordered = operator != Operator.EQUAL && operator != Operator.NOT_EQUAL;
        if (a.isPart() || b.isPart() || ordered && (a == Type.BOOL || a == Type.LIST)) {
            return false;
        }
        Type x = a == Type.RELEASE ? Type.VERSION : a;
        Type y = b == Type.RELEASE ? Type.VERSION : b;
        boolean texts = isText(x) && isText(y);
        return texts || types.fits(a, left, y, scope) || types.fits(b, right, x, scope);
    }

    private static boolean isText(Type type) {
        return type == Type.TEXT || type == Type.PATH || type == Type.URL;
    }
}
