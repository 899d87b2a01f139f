package dev.rung.language.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where an expression stands.
 *
 * @param system whose facts go by their bare names there: the innermost ladder's, or the one in which a fact stands; where
 *     there is one system only, always that
 * @param hops the systems of the hops around it, the innermost last: there {@code current} and {@code next} are bound to
 *     that, and go by its system's name for each of the others
 */
public record Scope(Optional<String> system, List<String> hops) {
    public Scope {
        hops = List.copyOf(hops);
    }

    /** Outside of systems and ladders. */
    public static Scope outside(Names names) {
        return new Scope(names.onlySystem(), List.of());
    }

    public static Scope inSystem(String system) {
        return new Scope(Optional.of(system), List.of());
    }

    public static Scope inHop(String system) {
        return new Scope(Optional.of(system), List.of(system));
    }

    /** In the hops of a ladder that stands here. */
    public Scope within(String inner) {
        List<String> all = new ArrayList<>(hops);
        all.add(inner);
        return new Scope(Optional.of(inner), all);
    }

    /** The same place, where the facts of another system go by their bare names. */
    public Scope of(String other) {
        return new Scope(Optional.of(other), hops);
    }

    /** Whether {@code current} and {@code next} are bound. */
    public boolean inHop() {
        return !hops.isEmpty();
    }
}
