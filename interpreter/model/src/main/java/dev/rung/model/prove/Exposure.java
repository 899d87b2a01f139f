package dev.rung.model.prove;

import dev.rung.model.plan.Item;
import java.util.List;

/**
 * What may come of a statement.
 *
 * @param cuts what a failure of it may leave, each with its way back; empty if it changes nothing
 * @param onWord what its author or a person has said that nothing checks; each a clause after "that"
 */
public record Exposure(Item.Step step, List<Cut> cuts, List<String> onWord) {
    public Exposure {
        cuts = List.copyOf(cuts);
        onWord = List.copyOf(onWord);
    }
}
