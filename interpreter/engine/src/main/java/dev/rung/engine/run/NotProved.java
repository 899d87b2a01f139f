package dev.rung.engine.run;

import dev.rung.engine.driver.Trouble;
import dev.rung.model.prove.Gap;
import java.util.List;

/** What is ahead is not changed, because it would not be proved any more. */
public final class NotProved extends Trouble {
    private static final long serialVersionUID = 1L;

    private final transient List<Gap> gaps;

    NotProved(String what, List<Gap> gaps) {
        super(what + " leaves a run that is not proved: " + gaps.getFirst().summary(), "nothing was changed");
        this.gaps = List.copyOf(gaps);
    }

    /** What breaks it, one for each cause. */
    public List<Gap> gaps() {
        return gaps;
    }
}
