package dev.rung.model.prove;

import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.plan.Item;
import dev.rung.model.text.Location;
import java.util.List;

/** What keeps a hop from being proved. Each kind has a name of its own, and words that need no knowledge of the proof. */
public sealed interface Gap extends Diagnostic permits NeverLands, NoWayBack {
    Trace trace();

    /** Where it breaks; what has to be mended may stand elsewhere. */
    default Item.Step step() {
        return trace().step();
    }

    /** The hops in which it does, in the words of a plan: {@code 1.8.2 → 1.9.4}; none if it is outside of them. */
    default List<String> hops() {
        return trace().hops();
    }

    /** What is wrong, without what it would lead to: one sentence without a full stop. */
    default String why() {
        return summary();
    }

    @Override
    default Location at() {
        return step().at();
    }

    @Override
    default List<String> notes() {
        return trace().notes();
    }
}
