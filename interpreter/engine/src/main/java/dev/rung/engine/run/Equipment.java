package dev.rung.engine.run;

import dev.rung.engine.backup.Backups;
import dev.rung.model.plan.Plan;
import java.time.Clock;
import java.util.function.Consumer;

/** All that a run works with. */
record Equipment(
        Plan plan,
        RunSettings settings,
        World world,
        Verifier verifier,
        Observer observer,
        RunLog log,
        Bench bench,
        Backups backups,
        Downtime downtime,
        SystemLock lock,
        Operator operator,
        Consumer<Event> events,
        Clock clock) {
    Homeward homeward(MustKeep mustKeep) {
        return new Homeward(bench, mustKeep, log, events, clock, settings.rollback());
    }

    Memory memory() {
        return new Memory(plan, world, log);
    }

    Goals goals(Stretches stretches) {
        return new Goals(stretches, observer, log);
    }
}
