package dev.rung.model.plan;

import dev.rung.model.version.Facts;
import dev.rung.model.version.Requirement;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a plan rests on beside the installed versions: a run that is taken up again has to be planned from the same.
 *
 * @param accepted the names of what is refused and was accepted by name
 * @param conditions by system and condition, see {@link #key}, whether one of a release file's waypoints held
 * @param maxLoss how much a way back may lose, if a person has said so; else it is what the runbook says
 */
public record Premises(Set<String> accepted, Map<String, Boolean> conditions, Optional<Duration> maxLoss) {
    public static final Premises NONE = new Premises(Set.of(), Map.of());

    public Premises {
        accepted = Set.copyOf(accepted);
        conditions = Map.copyOf(conditions);
        maxLoss = maxLoss == null ? Optional.empty() : maxLoss;
    }

    /** With what the runbook says of loss. */
    public Premises(Set<String> accepted, Map<String, Boolean> conditions) {
        this(accepted, conditions, Optional.empty());
    }

    /** The same, with what held of conditions. */
    public Premises with(Map<String, Boolean> found) {
        return new Premises(accepted, found, maxLoss);
    }

    /** Under which name a condition is kept: {@code app: java < 17}. */
    public static String key(String system, Requirement condition) {
        return system + ": " + condition;
    }

    /** What is known of a system. */
    public Facts facts(String system) {
        return condition -> Optional.ofNullable(conditions.get(key(system, condition)));
    }
}
