package dev.rung.engine.run;

import dev.rung.engine.driver.Trouble;
import dev.rung.model.effect.Unmet;

/** An effect was not begun, because a last look found that something it needs does not hold. */
final class NotReady extends Trouble {
    private static final long serialVersionUID = 1L;

    NotReady(Unmet unmet) {
        super(unmet.words(), "this is looked at anew before every effect; see `rung plan`");
    }
}
