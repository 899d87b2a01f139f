package dev.rung.language;

import dev.rung.model.plan.Premises;
import dev.rung.model.version.Version;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * What has to be known of the world before a plan can be made.
 *
 * @param installed the version of each system, spelled by its release file
 * @param today decides which releases are old enough
 * @param premises what was accepted, and what {@link Toolchain#conditions} asks, as far as it has an answer
 */
public record Situation(Map<String, Version> installed, LocalDate today, Premises premises) {
    /** Of systems of which nothing but their versions is known. @param accepted names of refusals */
    public Situation(Map<String, Version> installed, LocalDate today, Set<String> accepted) {
        this(installed, today, new Premises(accepted, Map.of()));
    }

    public Situation {
        installed = Map.copyOf(installed);
    }
}
