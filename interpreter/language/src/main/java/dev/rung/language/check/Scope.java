package dev.rung.language.check;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where an expression stands.
 *
 * @param system whose facts go by their bare names there: the innermost ladder's, or the one in which a fact stands; where
 *     there is one system only, always that
 * @param inHop whether {@code current} and {@code next} are bound
 * @param locals what the bodies around it have named so far
 */
public record Scope(Optional<String> system, boolean inHop, Map<String, Meaning.Local> locals) {
    public Scope {
        locals = Map.copyOf(locals);
    }

    public Scope(Optional<String> system, boolean inHop) {
        this(system, inHop, Map.of());
    }

    /** Outside of systems and ladders. */
    public static Scope outside(Names names) {
        return new Scope(names.onlySystem(), false);
    }

    public static Scope inSystem(String system) {
        return new Scope(Optional.of(system), false);
    }

    /** Within a ladder that stands here. */
    public Scope inHop(String climbing) {
        return new Scope(Optional.of(climbing), true, locals);
    }

    /** Behind something that has got a name. */
    public Scope with(Meaning.Local local) {
        Map<String, Meaning.Local> more = new LinkedHashMap<>(locals);
        more.put(local.name().text(), local);
        return new Scope(system, inHop, more);
    }
}
