package dev.rung.language.lower;

import dev.rung.model.version.Facts;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * What decides which releases a path may go to.
 *
 * @param today decides which are old enough
 * @param accepted the names of refusals that were accepted
 * @param facts by system, as far as they are known
 */
record Selection(LocalDate today, Set<String> accepted, Map<String, Facts> facts) {
    /** Where nobody has accepted anything, and no system is looked at. */
    static Selection on(LocalDate today) {
        return new Selection(today, Set.of(), Map.of());
    }

    Facts of(String system) {
        return facts.getOrDefault(system, Facts.UNKNOWN);
    }
}
