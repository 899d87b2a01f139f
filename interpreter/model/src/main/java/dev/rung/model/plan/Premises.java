package dev.rung.model.plan;

import dev.rung.model.version.Facts;
import dev.rung.model.version.Requirement;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a plan rests on beside the installed versions: a run that is taken up again has to be planned from the same.
 *
 * @param accepted the names of what is refused and was accepted by name
 * @param conditions by system and condition, see {@link #key}, whether one of a release file's waypoints held
 */
public record Premises(Set<String> accepted, Map<String, Boolean> conditions) {
    public static final Premises NONE = new Premises(Set.of(), Map.of());

    public Premises {
        accepted = Set.copyOf(accepted);
        conditions = Map.copyOf(conditions);
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
