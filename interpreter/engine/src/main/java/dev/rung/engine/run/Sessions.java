package dev.rung.engine.run;

import dev.rung.engine.backup.Backups;
import dev.rung.engine.journal.Entry;
import dev.rung.engine.journal.JournalFile;
import dev.rung.engine.journal.Journals;
import dev.rung.model.plan.Item;
import dev.rung.model.plan.Plan;
import dev.rung.model.state.State;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Puts together what a run works with.
 *
 * @param journals say which other runs are over
 */
record Sessions(Machine machine, Clock clock, Journals journals, Backups backups) {
    /** The first line of its journal. @param found every part as it was found */
    Entry.RunBegan beginning(Plan plan, RunSettings settings, Path folder, String system, State found) {
        Map<String, String> installed = Stretch.written(plan.installed());
        Optional<Item.Ladder> ladder = plan.ladders().reduce((first, second) -> second);
        String from = installed.getOrDefault(system, "");
        return new Entry.RunBegan(
                JournalFile.FORMAT,
                machine.tool(),
                plan.title(),
                system,
                from,
                ladder.map(last -> last.to().written()).orElse(from),
                settings.runbook(),
                settings.sources(),
                settings.inputs(),
                folder.toString(),
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString(),
                installed,
                machine.host(),
                machine.pid(),
                machine.user(),
                found,
                plan.premises());
    }

    Session of(
            Plan plan,
            RunSettings settings,
            World world,
            RunLog log,
            SystemLock lock,
            Operator operator,
            Consumer<Event> listener) {
        Consumer<Event> events = event -> listener.accept(world.hidden(event));
        plan.installed().forEach(world::knows);
        world.remembers(log::kept);
        Verifier verifier = new Verifier(world);
        verifier.remember(log.notes().latest());
        Observer observer = new Observer(world);
        Performer performer =
                new Performer(new Memory(plan, world, log), world, verifier, backups, log, operator, events);
        Downtime downtime = new Downtime(clock, log.began().state());
        Bench bench = new Bench(observer, performer, log, clock, downtime);
        bench.believe(log.believed());
        return new Session(new Equipment(
                plan,
                settings,
                world,
                verifier,
                observer,
                log,
                bench,
                backups,
                downtime,
                lock,
                operator,
                events,
                clock,
                run -> Recorded.isKnownToBeOver(run, journals)));
    }
}
