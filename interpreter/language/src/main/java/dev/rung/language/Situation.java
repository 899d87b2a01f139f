package dev.rung.language;

import dev.rung.model.version.Facts;
import dev.rung.model.version.Version;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * What has to be known of the world before a plan can be made.
 *
 * @param installed the version of each system, spelled by its release file
 * @param today decides which releases are old enough
 * @param accepted the names of what is refused and was accepted by name
 * @param facts by system, what {@link Toolchain#conditions} asks of it, as far as it has an answer
 */
public record Situation(
        Map<String, Version> installed, LocalDate today, Set<String> accepted, Map<String, Facts> facts) {
    /** Of systems of which nothing but their versions is known. */
    public Situation(Map<String, Version> installed, LocalDate today, Set<String> accepted) {
        this(installed, today, accepted, Map.of());
    }

    public Situation {
        facts = Map.copyOf(facts);
        installed = Map.copyOf(installed);
        accepted = Set.copyOf(accepted);
    }
}
