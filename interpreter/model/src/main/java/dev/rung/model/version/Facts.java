package dev.rung.model.version;

import java.util.Optional;

/** What is known of a system when a path over its releases is looked for. */
@FunctionalInterface
public interface Facts {
    /** Of no system in particular: nothing is known. */
    Facts UNKNOWN = condition -> Optional.empty();

    /** Whether a condition holds; empty if nobody knows. */
    Optional<Boolean> hold(Requirement condition);
}
