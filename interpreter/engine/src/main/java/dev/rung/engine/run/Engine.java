package dev.rung.engine.run;

import dev.rung.engine.backup.Backups;
import dev.rung.engine.driver.Commands;
import dev.rung.engine.driver.DriverSet;
import dev.rung.engine.driver.LocalCommands;
import dev.rung.engine.driver.Part;
import dev.rung.engine.driver.Surroundings;
import dev.rung.engine.driver.Trouble;
import dev.rung.engine.journal.Contents;
import dev.rung.engine.journal.Entry;
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
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
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
    private final Starter starter;

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
        this(drivers, journals, stateFolder, clock, sleep, tool, LocalCommands::new);
    }

    /** What starts programs for a run. */
    @FunctionalInterface
    interface Starter {
        Commands of(String run, Path folder, BooleanSupplier wantsToEnd);
    }

    Engine(
            DriverSet drivers,
            Journals journals,
            Path stateFolder,
            Clock clock,
            Surroundings.Sleep sleep,
            String tool,
            Starter starter) {
        this.starter = starter;
        this.drivers = drivers;
        this.journals = new Readings(journals);
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
        return open(installation, folder, "look-" + machine.pid(), () -> false);
    }

    private World open(Installation installation, Path folder, String run, BooleanSupplier wantsToEnd) throws Trouble {
        Surroundings surroundings =
                Surroundings.here(folder, stateFolder, starter.of(run, folder, wantsToEnd), clock, sleep);
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
        World world = open(plan.installation(), folder, run, operator::wantsToEnd);
        SystemLock lock = locks().take(locks().place(system, world), run);
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
                locks().mustBeFree(locks().place(system.name(), world));
            }
        }
    }

    private Entry.RunBegan beginning(Plan plan, RunSettings settings, Path folder, String system, State found) {
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

    /**
     * Takes a run up that was interrupted, has stopped, or is to be undone.
     *
     * @param plan made of what {@link #recorded} says
     * @throws Trouble if it goes on in another process, or the lock is another run's
     */
    public Session resume(
            String run, Plan plan, RunSettings settings, Path folder, Operator operator, Consumer<Event> events)
            throws Trouble {
        World world = open(plan.installation(), folder, run, operator::wantsToEnd);
        String system = recorded(run).system();
        SystemLock lock = locks().takeAgain(locks().place(system, world), run);
        try {
            RunLog log = new RunLog(run, journals.open(run, Contents.NOTHING));
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

    private Session session(
            Plan plan,
            RunSettings settings,
            World world,
            RunLog log,
            SystemLock lock,
            Operator operator,
            Consumer<Event> listener) {
        Consumer<Event> events = event -> listener.accept(discreet(event, world));
        plan.installed().forEach(world::knows);
        world.remembers(log::kept);
        Verifier verifier = new Verifier(world);
        verifier.remember(log.notes().latest());
        Observer observer = new Observer(world);
        Backups backups = backups();
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
                this::isKnownToBeOver));
    }

    /** What comes from outside, and past the outcome of an effect, may have a secret in it. */
    private static Event discreet(Event event, World world) {
        return switch (event) {
            case Event.Said(String text) -> new Event.Said(world.hide(text));
            case Event.Waiting(String answer, Duration left) -> new Event.Waiting(world.hide(answer), left);
            default -> event;
        };
    }

    private Locks locks() {
        return new Locks(machine, stateFolder, clock, new JournaledRuns(journals));
    }

    private boolean isKnownToBeOver(String run) {
        try {
            return journals.has(run) && new JournaledRuns(journals).isOver(run);
        } catch (Trouble broken) {
            return false;
        }
    }

    private Backups backups() {
        return new Backups(clock, machine.tool(), machine.host());
    }

    /**
     * Looks at the way back that a run could take now, and changes nothing.
     *
     * @param plan made of what {@link #recorded} says
     * @throws Trouble if the run goes on in another process, the world cannot be looked at, or a backup that the way back
     *     rests on is not there any more
     */
    public Prospect prospect(String run, Plan plan, RunSettings settings, Path folder) throws Trouble {
        try (World world = open(plan.installation(), folder, run, () -> false)) {
            locks().mayBeTakenUp(locks().place(recorded(run).system(), world), run);
            RunLog log = new RunLog(run, new ReadJournal(journals.read(run).entries()));
            Observer observer = new Observer(world);
            return new Prospects(new Stretches(plan, log, world, observer), observer, log, backups()).of(settings);
        }
    }

    /** What the journal of a run says that was interrupted at this moment, so that nobody has to guess. */
    public Interrupted interrupted(String run) {
        return Interrupted.of(new RunLog(run, new ReadJournal(journals.read(run).entries())));
    }

    /**
     * What of an installation does not change by itself, by the name of its part: what lies in place of code, and whether
     * services run. Reading changes nothing.
     *
     * @throws Trouble if a part cannot be looked at
     */
    public Map<String, String> found(Installation installation, Path folder) throws Trouble {
        Map<String, String> found = new TreeMap<>();
        try (World world = open(installation, folder)) {
            for (Map.Entry<String, Part> part : world.parts().entrySet()) {
                PartsInWords.lasting(part.getValue()).ifPresent(words -> found.put(part.getKey(), words));
            }
        }
        return found;
    }

    /** How every part of an installation is found now, a line each. Reading changes nothing. */
    public List<String> look(Installation installation, Path folder) throws Trouble {
        try (World world = open(installation, folder)) {
            return PartsInWords.found(world);
        }
    }

    /** @throws Trouble if there is no such run, or its journal is broken */
    public Recorded recorded(String run) throws Trouble {
        return Recorded.read(run, journals);
    }

    /** The names of all runs there are, the newest first. */
    public List<String> runs() {
        return journals.runs();
    }

    /** The runs that have not come to their end, the newest first: what goes on, and what can be taken up. */
    public List<UnderWay> underWay() {
        return UnderWay.all(journals, machine);
    }

    /** The newest run that can be resumed. */
    public Optional<String> newestResumable() {
        for (String run : journals.runs()) {
            Optional<Journals.Ends> ends = journals.ends(run);
            if (ends.isPresent() && Recorded.isResumable(ends.get().last())) {
                return Optional.of(run);
            }
        }
        return Optional.empty();
    }
}
