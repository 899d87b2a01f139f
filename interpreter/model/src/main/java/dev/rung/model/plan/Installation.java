package dev.rung.model.plan;

import dev.rung.model.expression.Expression;
import dev.rung.model.expression.Type;
import dev.rung.model.expression.Value;
import dev.rung.model.version.Spelling;
import dev.rung.model.version.Version;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stands on the machine as the runbook describes it, with all inputs filled in: enough for the engine to look at it.
 *
 * @param places where parts and readings may be that are not here, by name
 * @param secrets how each secret is read when it is used, by name
 * @param window when the systems may be down; always, if empty
 */
public record Installation(
        List<Sys> systems, Map<String, Place> places, Map<String, Expression> secrets, Optional<Window> window) {
    public Installation {
        systems = List.copyOf(systems);
        places = Map.copyOf(places);
        secrets = Map.copyOf(secrets);
    }

    /** With all of it here. */
    public Installation(List<Sys> systems) {
        this(systems, Map.of(), Map.of(), Optional.empty());
    }

    /**
     * Somewhere else, or somebody else.
     *
     * @param driver how it is reached: {@code ssh}
     * @param arguments by the names of its signature
     */
    public record Place(String name, String driver, Map<String, Value> arguments) {
        public Place {
            arguments = Map.copyOf(arguments);
        }
    }

    /**
     * One system that is upgraded.
     *
     * @param installed reads the installed version
     * @param healthy reads whether it is well
     * @param facts whatever else the runbook names, by name
     * @param spellings how its release file spells version numbers
     */
    public record Sys(
            String name,
            List<Spelling> spellings,
            List<Part> parts,
            Expression installed,
            Expression healthy,
            Map<String, Expression> facts,
            List<Invariant> invariants) {
        /** The version of a system that has no releases: always the same. */
        public static final Version STAYS = Version.of("0");

        public Sys {
            spellings = List.copyOf(spellings);
            parts = List.copyOf(parts);
            facts = Map.copyOf(facts);
            invariants = List.copyOf(invariants);
        }

        public List<Part> parts(Type kind) {
            return parts.stream().filter(part -> part.kind() == kind).toList();
        }
    }

    /**
     * A part and how its driver reaches it.
     *
     * @param arguments by the names of the driver's signature; a part stands as the text of its name
     * @param place the name of where it is; here, if empty
     */
    public record Part(
            String name,
            String system,
            Type kind,
            String driver,
            Map<String, Value> arguments,
            Optional<String> place) {
        public Part {
            arguments = Map.copyOf(arguments);
        }

        /** One that is here. */
        public Part(String name, String system, Type kind, String driver, Map<String, Value> arguments) {
            this(name, system, kind, driver, arguments, Optional.empty());
        }

        /** The same with other arguments. */
        public Part with(Map<String, Value> others) {
            return new Part(name, system, kind, driver, others, place);
        }
    }

    /**
     * What must be the same after a hop as before it.
     *
     * @param atLeast whether more is fine too
     * @param asksApplication whether the services must be up for it to be read
     */
    public record Invariant(String name, Expression expression, boolean atLeast, boolean asksApplication) {}

    public Sys system(String name) {
        return systems.stream()
                .filter(system -> system.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no system " + name));
    }

    public List<Part> parts() {
        return systems.stream().flatMap(system -> system.parts().stream()).toList();
    }

    public Part part(String name) {
        return parts().stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no part " + name));
    }
}
