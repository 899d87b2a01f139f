package dev.rung.engine.driver;

import dev.rung.model.expression.Signature;
import dev.rung.model.plan.Installation;
import java.util.Set;

/** Makes the parts of one kind and name: {@code artifact … = file(…)}. No driver sees another. */
public interface Driver {
    /** What stands in the language's table of signatures; a test holds the two together. */
    Signature signature();

    /** What it needs of the place where its part is. */
    default Set<PlaceDriver.Need> needs() {
        return Set.of(PlaceDriver.Need.values());
    }

    /**
     * Makes a part from its arguments without touching the world.
     *
     * @throws Trouble if an argument makes no sense
     */
    Part open(Installation.Part part, Surroundings surroundings) throws Trouble;
}
