package dev.rung.engine.run;

import dev.rung.engine.driver.Trouble;
import dev.rung.model.effect.Effect;
import dev.rung.model.effect.Unmet;
import dev.rung.model.effect.Unmet.Need;
import dev.rung.model.expression.Durations;
import dev.rung.model.state.BackupSet;
import dev.rung.model.state.Layout;
import dev.rung.model.state.State;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;

/**
 * Holds a run to the {@code max-loss} of its runbook. That the way back would lose something the proof has shown; how much
 * that is nobody knows before it is time.
 */
record LossLimit(RunLog log, Clock clock) {
    /** @throws Trouble if users have written for longer since the backup than the runbook lets a way back lose */
    void mustAllow(Effect effect, State seen, Layout layout) throws Trouble {
        if (!layout.mayLose()) {
            return;
        }
        State here = seen.withCoveredBefore(Set.of());
        for (Unmet unmet : effect.unmet(here, layout.withMaxLoss(Duration.ZERO))) {
            if (unmet.need() == Need.NO_LOSS) {
                BackupSet set = seen.cover(unmet.parts()).orElseThrow();
                mustAllow(set, layout.maxLoss());
            }
        }
    }

    private void mustAllow(BackupSet set, Duration limit) throws Trouble {
        Restoration back = log.retrospect().restoration(set);
        Duration age = Duration.between(back.taken(), clock.instant());
        if (age.compareTo(limit) > 0) {
            throw new Trouble(
                    "the backup " + set.id() + " was begun " + Durations.shown(rounded(age))
                            + " ago, and users have written since: `max-loss` lets a way back lose "
                            + Durations.shown(limit),
                    "begin again, so that a new backup is taken right before; or stop what writes before the backup");
        }
    }

    private static Duration rounded(Duration age) {
        return Duration.ofSeconds(Math.max(1, age.toSeconds()));
    }
}
