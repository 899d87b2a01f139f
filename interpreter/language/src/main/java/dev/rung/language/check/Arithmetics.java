package dev.rung.language.check;

import dev.rung.model.expression.Type;
import java.util.Optional;

/** Which types go together with {@code +}, {@code *} and {@code /}, and what they give. */
final class Arithmetics {
    private Arithmetics() {}

    static Optional<Type> plus(Type left, Type right) {
        if (left == Type.SECRET || right == Type.SECRET) {
            return Optional.of(Type.SECRET);
        }
        if (left == Type.TEXT || left == Type.PATH || left == Type.URL) {
            return right.isPart() || right == Type.LIST ? Optional.empty() : Optional.of(Type.TEXT);
        }
        return isAmount(left) && (left == right || right == Type.READING)
                ? Optional.of(left)
                : left == Type.READING && (isAmount(right) || right == Type.READING || right == Type.TEXT)
                        ? Optional.of(right)
                        : Optional.empty();
    }

    /** What is read from the world counts as a whole number here. */
    static Type amount(Type type) {
        return type == Type.READING ? Type.INT : type;
    }

    static Optional<Type> times(Type leftType, Type rightType) {
        Type left = amount(leftType);
        Type right = amount(rightType);
        if (isFactor(left) && isAmount(right)) {
            return Optional.of(right);
        }
        return isAmount(left) && isFactor(right) ? Optional.of(left) : Optional.empty();
    }

    static Optional<Type> divided(Type leftType, Type rightType) {
        Type left = amount(leftType);
        Type right = amount(rightType);
        return isAmount(left) && right == Type.INT ? Optional.of(left) : Optional.empty();
    }

    private static boolean isAmount(Type type) {
        return type == Type.INT || type == Type.SIZE || type == Type.DURATION;
    }

    private static boolean isFactor(Type type) {
        return type == Type.INT || type == Type.PERCENTAGE;
    }
}
