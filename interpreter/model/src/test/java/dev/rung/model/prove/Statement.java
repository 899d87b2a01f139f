package dev.rung.model.prove;

import dev.rung.model.effect.Effect;
import java.util.List;

/**
 * A statement of a hop.
 *
 * @param waivable whether its failure is passed over
 * @param when always if 0; else the number of a choice, below 0 for the other side of it
 */
record Statement(List<Effect> effects, boolean waivable, int when) {
    Statement {
        effects = List.copyOf(effects);
    }

    static Statement of(Effect... effects) {
        return new Statement(List.of(effects), false, 0);
    }

    Statement with(List<Effect> others) {
        return new Statement(others, waivable, when);
    }

    Statement elseContinue() {
        return new Statement(effects, true, when);
    }

    /** Only if the choice with this number comes out so. */
    Statement when(int choice) {
        return new Statement(effects, waivable, choice);
    }
}
