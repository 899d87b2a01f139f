package dev.rung.engine.run;

import dev.rung.engine.backup.Backups;
import dev.rung.model.plan.Plan;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** All that a run works with. @param isOver whether the run of this name is known here, and over */
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
        Clock clock,
        Predicate<String> isOver) {
    Homeward homeward(MustKeep mustKeep) {
        return new Homeward(bench, mustKeep, log, events, clock, settings.rollback());
    }

    /** For another plan of the same systems. */
    Equipment with(Plan other) {
        Performer performer =
                new Performer(new Memory(other, world, log), world, verifier, backups, log, operator, events);
        Bench next = new Bench(observer, performer, log, clock, downtime);
        next.believe(bench.believed());
        return new Equipment(
                other, settings, world, verifier, observer, log, next, backups, downtime, lock, operator, events, clock,
                isOver);
    }

    /** With other settings. */
    Equipment with(RunSettings other) {
        return new Equipment(
                plan, other, world, verifier, observer, log, bench, backups, downtime, lock, operator, events, clock,
                isOver);
    }

    Memory memory() {
        return new Memory(plan, world, log);
    }

    Goals goals(Stretches stretches) {
        return new Goals(stretches, observer, log);
    }
}
