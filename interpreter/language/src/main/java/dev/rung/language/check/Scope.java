package dev.rung.language.check;

import java.util.Optional;

/**
 * Where an expression stands.
 *
 * @param system whose facts go by their bare names there: the innermost ladder's, or the one in which a fact stands; where
 *     there is one system only, always that
 * @param inHop whether {@code current} and {@code next} are bound
 */
public record Scope(Optional<String> system, boolean inHop) {
    /** Outside of systems and ladders. */
    public static Scope outside(Names names) {
        return new Scope(names.onlySystem(), false);
    }

    public static Scope inSystem(String system) {
        return new Scope(Optional.of(system), false);
    }

    public static Scope inHop(String system) {
        return new Scope(Optional.of(system), true);
    }
}
