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
 * @param locals what the bodies around it have named so far
 */
public record Scope(Optional<String> system, List<String> hops, Bound locals) {
    public Scope {
        hops = List.copyOf(hops);
    }

    /** Outside of systems and ladders. */
    public static Scope outside(Names names) {
        return new Scope(names.onlySystem(), List.of(), Bound.nothing());
    }

    public static Scope inSystem(String system) {
        return new Scope(Optional.of(system), List.of(), Bound.nothing());
    }

    /** Within a ladder that stands here. */
    public Scope inHop(String climbing) {
        List<String> all = new ArrayList<>(hops);
        all.add(climbing);
        return new Scope(Optional.of(climbing), all, locals);
    }

    /** The same place, where the facts of another system go by their bare names. */
    public Scope of(String other) {
        return new Scope(Optional.of(other), hops, locals);
    }

    /** The same system, as what is said outside of bodies sees it. */
    public Scope outsideBodies() {
        return new Scope(system, List.of(), Bound.nothing());
    }

    /** Whether {@code current} and {@code next} are bound. */
    public boolean inHop() {
        return !hops.isEmpty();
    }

    /** Behind something that has got a name. */
    public Scope with(Meaning.Local local) {
        return new Scope(system, hops, locals.with(local));
    }
}
