package dev.rung.model.prove;

import dev.rung.model.plan.Item;
import java.util.List;
import java.util.Optional;

/**
 * What may come of a statement.
 *
 * @param done what its success leaves; empty if no way leads through it but after a failure that was passed over
 * @param cuts what a failure of it may leave, each with its way back; empty if it changes nothing
 * @param onWord what its author or a person has said that nothing checks; each a clause after "that"
 */
public record Exposure(Item.Step step, Optional<Cut> done, List<Cut> cuts, List<String> onWord) {
    public Exposure {
        cuts = List.copyOf(cuts);
        onWord = List.copyOf(onWord);
    }
}
