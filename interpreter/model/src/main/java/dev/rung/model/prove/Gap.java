package dev.rung.model.prove;

import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.plan.Item;
import dev.rung.model.text.Location;
import java.util.List;

/** What keeps a hop from being proved. */
public sealed interface Gap extends Diagnostic permits NeverLands, NoWayBack {
    /** Where it breaks. */
    Item.Step step();

    /** The hops in which it does, in the words of a plan: {@code 1.8.2 → 1.9.4}; none if it is outside of them. */
    List<String> hops();

    /** What is wrong: one sentence without a full stop. */
    String why();

    @Override
    default Location at() {
        return step().at();
    }

    @Override
    default String label() {
        if (hops().isEmpty()) {
            return "outside of the hops";
        }
        int more = hops().size() - 1;
        return "in the hop " + hops().getFirst() + (more == 0 ? "" : " and " + more + " more");
    }
}
