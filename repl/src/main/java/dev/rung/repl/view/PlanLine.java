package dev.rung.repl.view;

import dev.rung.model.plan.Item;
import dev.rung.model.prove.Cut;
import java.util.List;
import java.util.Optional;

/** What a plan is shown as, one after the other. */
sealed interface PlanLine {
    record Phase(String title) implements PlanLine {}

    /** @param number from 1 */
    record Hop(Item.Hop hop, int number, int of) implements PlanLine {}

    /** A ladder that has nothing to climb. */
    record NothingToDo(Item.Ladder ladder) implements PlanLine {}

    /** What follows depends on the world. @param depth how deep it is nested */
    record When(String condition, int depth) implements PlanLine {}

    /** What follows is done for each of a list that only the world can give. @param text with its opening word */
    record Each(String text, int depth) implements PlanLine {}

    record Otherwise(int depth) implements PlanLine {}

    /**
     * @param number from 1, over the whole plan
     * @param done how the statement leaves things when all went well, and the way back from there; empty behind what breaks
     *     the proof
     * @param gaps what breaks it here
     * @param depth how deep it is nested in choices
     */
    record Statement(int number, Item.Step step, Optional<Cut> done, List<String> gaps, int depth) implements PlanLine {
        public Statement {
            gaps = List.copyOf(gaps);
        }
    }
}
