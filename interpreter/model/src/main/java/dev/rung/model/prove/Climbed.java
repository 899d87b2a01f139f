package dev.rung.model.prove;

import dev.rung.model.effect.Effect;
import dev.rung.model.plan.Item;
import dev.rung.model.plan.PossibleRuns;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A ladder as those see it who stand outside of it.
 *
 * @param hops one of each kind, in the words of a plan
 * @param body all statements of its hops
 */
record Climbed(String system, List<String> hops, List<Item.Step> body, boolean mayBeSkipped) {
    Climbed {
        hops = List.copyOf(hops);
        body = List.copyOf(body);
    }

    static Climbed of(PossibleRuns.Climb climb) {
        return new Climbed(
                climb.system(),
                climb.classes().stream().flatMap(hops -> hops.hops().stream()).toList(),
                climb.classes().stream()
                        .findFirst()
                        .map(hops -> Scene.Body.of(hops.like().body()).steps())
                        .orElse(List.of()),
                climb.mayBeSkipped());
    }

    /** Whether it stands behind a statement in the file. */
    boolean isBehind(Item.Step step) {
        return !body.isEmpty() && Trace.offset(body.getFirst()) > Trace.offset(step);
    }

    Optional<Item.Step> first(Predicate<Effect> does) {
        return Scene.first(body, does);
    }

    /** {@code 1.8.2} of {@code 1.8.2 → 1.9.4}, of its first hop. */
    String from() {
        return hops.getFirst().split(" → ")[0];
    }
}
