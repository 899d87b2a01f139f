package dev.rung.model.expression;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a call or a driver takes and gives, and what the proof has to know of it. Checker, completion and documentation
 * read the one table of these; a test holds each driver to its own.
 *
 * @param name as it is written before the parenthesis
 * @param gives what the call reads, or the kind of part that the driver makes
 * @param parameters in the order in which they may stand without a name
 * @param traits what the proof has to know
 */
public record Signature(String name, Type gives, List<Parameter> parameters, Set<Trait> traits, String summary) {
    public Signature {
        parameters = List.copyOf(parameters);
        traits = Set.copyOf(traits);
    }

    /**
     * @param types any of which is taken
     * @param required whether it must be given
     */
    public record Parameter(String name, Set<Type> types, boolean required, String summary) {
        public Parameter {
            types = Set.copyOf(types);
        }
    }

    /** What a driver can and does, as far as the way back depends on it. */
    public enum Trait {
        /** A stopped service of this driver stays down until it is released, whatever happens. */
        HOLDS,
        /** A copy taken while somebody writes is of one moment. */
        DUMPS_WHILE_WRITTEN,
        /** The driver changes over under a running service, which then counts as restarted. */
        CHANGES_OVER_RUNNING,
        /** Changing over itself migrates data. */
        MIGRATES,
        /** A release is got by its number alone, such as the tag of an image: no file is fetched for it. */
        TAGGED,
        /** The call needs the services of its system to be up (it asks the application). */
        ASKS_APPLICATION
    }

    public Optional<Parameter> parameter(String parameter) {
        return parameters.stream().filter(p -> p.name().equals(parameter)).findFirst();
    }
}
