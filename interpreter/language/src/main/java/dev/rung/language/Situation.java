package dev.rung.language;

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
 */
public record Situation(Map<String, Version> installed, LocalDate today, Set<String> accepted) {
    public Situation {
        installed = Map.copyOf(installed);
        accepted = Set.copyOf(accepted);
    }
}
