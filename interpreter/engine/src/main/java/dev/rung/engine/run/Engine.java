package dev.rung.engine.run;

import dev.rung.engine.backup.Backups;
import dev.rung.engine.driver.DriverSet;
import dev.rung.engine.driver.LocalCommands;
import dev.rung.engine.driver.Surroundings;
import dev.rung.engine.driver.Trouble;
import dev.rung.engine.journal.Entry;
import dev.rung.engine.journal.Journal.Stamped;
import dev.rung.engine.journal.JournalFile;
import dev.rung.engine.journal.Journals;
import dev.rung.model.plan.Installation;
import dev.rung.model.plan.Item;
import dev.rung.model.plan.Plan;
import dev.rung.model.state.State;
import dev.rung.model.version.Spelling;
import dev.rung.model.version.Version;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The back end's one door: looks at installations, begins runs, takes them up again, and says which there were. */
public final class Engine {
    private static final DateTimeFormatter RUN_TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final DriverSet drivers;
    private final Journals journals;
    private final Path stateFolder;
    private final Clock clock;
    private final Surroundings.Sleep sleep;
    private final Machine machine;

    /**
     * @param stateFolder where locks lie whose system has no folder of its own
     * @param tool name and version of this program, for journals and manifests
     */
    public Engine(
            DriverSet drivers,
            Journals journals,
            Path stateFolder,
            Clock clock,
            Surroundings.Sleep sleep,
            String tool) {
        this.drivers = drivers;
        this.journals = journals;
        this.stateFolder = stateFolder;
        this.clock = clock;
        this.sleep = sleep;
        this.machine = Machine.here(tool);
    }

    /**
     * Opens an installation to look at it.
     *
     * @param folder the runbook's, where relative paths start
     */
    public World open(Installation installation, Path folder) throws Trouble {
        return open(installation, folder, "look-" + machine.pid());
    }

    private World open(Installation installation, Path folder, String run) throws Trouble {
        Surroundings surroundings = new Surroundings(folder, new LocalCommands(run, folder), clock, sleep);
        return World.open(installation, drivers, surroundings);
    }

    /** Versions as a journal wrote them, by the spellings that are in force. */
    public static Map<String, Version> spelled(Installation installation, Map<String, String> written) {
        Map<String, Version> versions = new LinkedHashMap<>();
        written.forEach(
                (system, number) -> Spelling.read(installation.system(system).spellings(), number)
                        .ifPresent(spelled -> versions.put(system, spelled.version())));
        return versions;
    }

    /**
     * Begins a run: takes the lock, begins the journal, looks for all that can be found wrong, and fetches all artifacts.
     * What is found wrong ends the session before it has changed anything.
     *
     * @throws Trouble if the lock is somebody else's, or the world cannot be looked at
     */
    public Session begin(Plan plan, RunSettings settings, Path folder, Operator operator, Consumer<Event> events)
            throws Trouble {
        String system = plan.ladders()
                .findFirst()
                .map(Item.Ladder::system)
                .orElse(plan.installation().systems().getFirst().name());
        String run = freeName(system);
        World world = open(plan.installation(), folder, run);
        Path place = SystemLock.place(system, world.parts().values(), stateFolder);
        SystemLock lock = lock(place, run);
        try {
            State found = new Observer(world).origin(plan.layout());
            RunLog log = new RunLog(run, journals.create(run));
            log.append(beginning(plan, settings, folder, system, found));
            events.accept(new Event.RunBegan(run, journals.location(run)));
            Session session = session(plan, settings, world, log, lock, operator, events);
            session.prepare();
            return session;
        } catch (Trouble | RuntimeException failed) {
            lock.release();
            throw failed;
        }
    }

    /** The process is part of it: what a run starts is marked with its name, and two may begin in one second. */
    private String freeName(String system) {
        String name = system + "-" + RUN_TIME.format(clock.instant()) + "-" + Long.toString(machine.pid(), 36);
        String free = name;
        for (int i = 2; journals.has(free); i++) {
            free = name + "-" + i;
        }
        return free;
    }

    /**
     * Looks whether a run of these systems goes on or can still be resumed, before anything is asked of them: a run that
     * stopped in its middle has left them down.
     *
     * @throws Trouble if there is one, in words that say how to take it up
     */
    public void mustBeFree(Installation installation, Path folder) throws Trouble {
        try (World world = open(installation, folder)) {
            for (Installation.Sys system : installation.systems()) {
                Path place = SystemLock.place(system.name(), world.parts().values(), stateFolder);
                isFree(place, SystemLock.owner(place));
            }
        }
    }

    private SystemLock lock(Path place, String run) throws Trouble {
        SystemLock.Owner self = SystemLock.Owner.ofThisProcess(run, machine.host(), machine.user());
        Optional<SystemLock.Owner> owner = SystemLock.owner(place);
        isFree(place, owner);
        return owner.isEmpty() ? SystemLock.take(place, self, clock) : SystemLock.takeOver(place, self, clock);
    }

    private void isFree(Path place, Optional<SystemLock.Owner> owner) throws Trouble {
        if (owner.isEmpty()) {
            return;
        }
        SystemLock.Owner other = owner.get();
        if (!SystemLock.isDead(place, other, machine.host(), clock)) {
            throw new Trouble(
                    "another run of this system goes on: " + other.run() + ", process " + other.pid() + " of "
                            + other.user() + " on " + other.host(),
                    "wait for it, or see `rung history " + other.run() + "`");
        }
        if (!other.host().equals(machine.host()) || !isOver(other.run())) {
            throw new Trouble(
                    "the run " + other.run() + " of this system has not come to its end",
                    "take it up with `rung resume " + other.run() + "`, or undo it with `rung rollback " + other.run()
                            + "`");
        }
    }

    /** A dead owner's lock holds nobody up if its journal never began, or says that the run has come to its end. */
    private boolean isOver(String run) throws Trouble {
        return !journals.has(run)
                || journals.read(run).entries().isEmpty()
                || !recorded(run).isResumable();
    }

    private Entry.RunBegan beginning(Plan plan, RunSettings settings, Path folder, String system, State found) {
        Map<String, String> installed = new LinkedHashMap<>();
        plan.installed().forEach((name, version) -> installed.put(name, version.written()));
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
                found);
    }

    /**
     * Takes a run up that was interrupted, has stopped, or is to be undone.
     *
     * @param plan made of what {@link #recorded} says
     * @throws Trouble if it goes on in another process, or the lock is another run's
     */
    public Session resume(
            String run, Plan plan, RunSettings settings, Path folder, Operator operator, Consumer<Event> events)
            throws Trouble {
        World world = open(plan.installation(), folder, run);
        String system = recorded(run).system();
        Path place = SystemLock.place(system, world.parts().values(), stateFolder);
        SystemLock lock = lockAgain(place, run);
        try {
            RunLog log = new RunLog(run, journals.open(run));
            log.append(new Entry.Resumed("resume", machine.host(), machine.pid(), machine.user()));
            events.accept(new Event.RunResumed(run, journals.location(run), log.stepsBehind()));
            Session session = session(plan, settings, world, log, lock, operator, events);
            if (!log.hasChangedAnything() && log.homeBound().isEmpty()) {
                session.prepare();
            }
            return session;
        } catch (RuntimeException failed) {
            lock.close();
            throw failed;
        }
    }

    private SystemLock lockAgain(Path place, String run) throws Trouble {
        SystemLock.Owner self = SystemLock.Owner.ofThisProcess(run, machine.host(), machine.user());
        Optional<SystemLock.Owner> owner = SystemLock.owner(place);
        if (owner.isEmpty()) {
            return SystemLock.take(place, self, clock);
        }
        SystemLock.Owner other = owner.get();
        // A shell that left a run open takes it up again itself.
        boolean ours = other.equals(self);
        if (!ours && !SystemLock.isDead(place, other, machine.host(), clock)) {
            throw new Trouble("the run " + other.run() + " goes on in process " + other.pid() + " of " + other.user()
                    + " on " + other.host());
        }
        if (!other.run().equals(run)) {
            throw new Trouble(
                    "the system is locked by another run, " + other.run(),
                    "take that one up first: `rung resume " + other.run() + "`");
        }
        return SystemLock.takeOver(place, self, clock);
    }

    private Session session(
            Plan plan,
            RunSettings settings,
            World world,
            RunLog log,
            SystemLock lock,
            Operator operator,
            Consumer<Event> events) {
        plan.installed().forEach(world::knows);
        Verifier verifier = new Verifier(world);
        log.noted().forEach(verifier::remember);
        Observer observer = new Observer(world);
        Backups backups = new Backups(clock, machine.tool(), machine.host());
        Performer performer = new Performer(plan, world, verifier, backups, log, operator, events);
        Downtime downtime = new Downtime(clock, log.began().state());
        Bench bench = new Bench(observer, performer, log, clock, downtime);
        bench.believe(log.believed());
        return new Session(new Equipment(
                plan, settings, world, verifier, observer, log, bench, downtime, lock, operator, events, clock));
    }

    /** @throws Trouble if there is no such run, or its journal is broken */
    public Recorded recorded(String run) throws Trouble {
        if (!journals.has(run)) {
            throw new Trouble("there is no run " + run, "`rung history` lists them");
        }
        JournalFile.Contents contents = journals.read(run);
        if (contents.broken().isPresent() && !contents.torn()) {
            throw new Trouble(
                    "the journal of " + run + " is broken: " + contents.broken().get());
        }
        if (contents.entries().isEmpty() || !(contents.entries().getFirst().entry() instanceof Entry.RunBegan began)) {
            throw new Trouble("the run " + run + " ended before its journal began; nothing was changed");
        }
        if (began.format() > JournalFile.FORMAT) {
            throw new Trouble("the journal of " + run + " was written by a newer Rung (" + began.tool() + ")");
        }
        return new Recorded(
                run,
                began.title(),
                began.system(),
                began.from(),
                began.to(),
                began.runbook(),
                began.sources(),
                began.inputs(),
                Path.of(began.folder()),
                began.installed(),
                LocalDate.parse(began.day()),
                contents.entries().getFirst().at(),
                closed(contents.entries()));
    }

    private static Optional<Recorded.Closed> closed(List<Stamped> entries) {
        Stamped last = entries.getLast();
        return last.entry() instanceof Entry.Ended ended
                ? Optional.of(new Recorded.Closed(
                        ended.kind(), ended.exitCode(), ended.words(), last.at(), Endings.isFinal(ended)))
                : Optional.empty();
    }

    /** The newest run that can be resumed. */
    public Optional<String> newestResumable() throws Trouble {
        for (String run : journals.runs()) {
            JournalFile.Contents contents = journals.read(run);
            if (!contents.entries().isEmpty() && recorded(run).isResumable()) {
                return Optional.of(run);
            }
        }
        return Optional.empty();
    }
}
