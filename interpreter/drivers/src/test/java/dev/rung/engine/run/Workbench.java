package dev.rung.engine.run;

import dev.rung.engine.backup.Backups;
import dev.rung.engine.driver.Artifact.Staged;
import dev.rung.engine.driver.Commands;
import dev.rung.engine.driver.Data;
import dev.rung.engine.driver.DriverSet;
import dev.rung.engine.driver.LocalCommands;
import dev.rung.engine.driver.Progress;
import dev.rung.engine.driver.Service;
import dev.rung.engine.driver.Surroundings;
import dev.rung.engine.driver.Trouble;
import dev.rung.engine.journal.Contents;
import dev.rung.engine.journal.Entry;
import dev.rung.engine.journal.JournalFile;
import dev.rung.engine.journal.JournalFolder;
import dev.rung.model.effect.Ask;
import dev.rung.model.effect.Effect;
import dev.rung.model.effect.Settle;
import dev.rung.model.effect.Stage;
import dev.rung.model.plan.Item;
import dev.rung.model.plan.Plan;
import dev.rung.model.state.Layout;
import dev.rung.model.state.State;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;

/**
 * Single effects as the engine carries them out, for tests of drivers: looked at, intended in a journal on disk, performed,
 * and looked at again by whoever takes the journal up. The plan has one hop.
 */
public final class Workbench implements AutoCloseable {
    private final Plan plan;
    private final World world;
    private final Observer observer;
    private final JournalFolder journals;
    private final String run;
    private RunLog log;
    private Bench bench;
    private Stretches stretches;
    private int number;

    private Workbench(Plan plan, World world, JournalFolder journals, String run) {
        this.plan = plan;
        this.world = world;
        this.observer = new Observer(world);
        this.journals = journals;
        this.run = run;
    }

    /**
     * @param journal the folder that the journal lies in
     * @param run the id of the run, by which what it has left at work is found
     * @param mark the id by which what is started here is found: another one for whoever looks on beside the interpreter
     */
    public static Workbench of(Plan plan, DriverSet drivers, Path folder, Path journal, String run, String mark)
            throws Trouble {
        Clock clock = Clock.systemUTC();
        LocalCommands own = new LocalCommands(mark, folder);
        Commands commands = mark.equals(run) ? own : new Beside(own, new LocalCommands(run, folder));
        Surroundings here = Surroundings.here(folder, folder.resolve("state"), commands, clock, Thread::sleep);
        World world = World.open(plan.installation(), drivers, here);
        return new Workbench(plan, world, new JournalFolder(journal, clock), run);
    }

    /** Starts programs under a mark of its own. */
    private record Beside(Commands own, Commands interpreter) implements Commands {
        @Override
        public Finished run(Line line, Duration within, boolean endable, LongConsumer started) throws Trouble {
            return own.run(line, within, endable, started);
        }

        @Override
        public Process talk(Line line) throws Trouble {
            return own.talk(line);
        }

        @Override
        public long spawn(Line line, Path output) throws Trouble {
            return own.spawn(line, output);
        }

        @Override
        public void end(long process, boolean force) {
            own.end(process, force);
        }

        @Override
        public List<Working> stillWorking() {
            return interpreter.stillWorking();
        }
    }

    /** Begins the run and its hop. */
    public void begin() throws Trouble {
        open(new RunLog(run, journals.create(run)));
        State found = observer.origin(plan.layout());
        log.append(new Entry.RunBegan(
                JournalFile.FORMAT,
                "test",
                plan.title(),
                plan.installation().systems().getFirst().name(),
                "1",
                "2",
                "",
                Map.of(),
                Map.of(),
                world.surroundings().folder().toString(),
                "2026-01-01",
                Map.of(),
                "here",
                ProcessHandle.current().pid(),
                "nobody",
                found,
                plan.premises()));
        prepare(found);
        bench.believe(stretches.begin(hop(), stretches.current()).origin().state());
    }

    /** Goes on where the journal says that somebody was. */
    public void takeUp() {
        open(new RunLog(run, journals.open(run, Contents.NOTHING)));
        prepare(log.began().state());
        bench.believe(log.believed());
    }

    private void open(RunLog opened) {
        leave();
        log = opened;
    }

    private void prepare(State found) {
        Clock clock = world.surroundings().clock();
        Verifier verifier = new Verifier(world);
        Backups backups = new Backups(clock, "test", "here");
        Performer performer =
                new Performer(new Memory(plan, world, log), world, verifier, backups, log, new Anybody(), event -> {});
        bench = new Bench(observer, performer, log, clock, new Downtime(clock, found));
        stretches = new Stretches(plan, log, world, observer);
    }

    private record Anybody() implements Operator {
        @Override
        public Optional<String> answer(Ask question) {
            return Optional.of("nobody");
        }
    }

    private Item.Hop hop() {
        return plan.ladders().findFirst().orElseThrow().hops().getFirst();
    }

    public Layout layout() {
        return hop().layout();
    }

    public State believed() {
        return bench.believed();
    }

    public State look() throws Trouble {
        return bench.look(stretches.current());
    }

    /** Something else than an effect has happened, and the journal is told. */
    public void believe(UnaryOperator<State> change) {
        bench.believe(change.apply(bench.believed()));
        log.append(new Entry.Done("meanwhile", number++, true, "", "", 0, bench.believed()));
    }

    public void carryOut(Effect effect, Duration within) throws Trouble, Unanswered {
        if (effect instanceof Stage stage) {
            Staged staged = world.artifact(stage.artifact())
                    .stage(stage.version(), stage.source(), stage.sha256(), Progress.NONE);
            log.append(
                    new Entry.Staged(stage.artifact(), stage.version().written(), staged.digest(), staged.location()));
        } else {
            bench.carryOut("upgrade/2/it", number++, true, effect, stretches.current(), Optional.of(within));
        }
    }

    public void settle() throws Trouble, Unanswered {
        bench.carryOut(RunLog.SETTLING, 0, true, new Settle(), stretches.current(), Optional.empty());
    }

    public Data data(String part) {
        return world.data(part);
    }

    public Service service(String part) {
        return world.service(part);
    }

    /** Closes the journal, so that somebody else can take it up. */
    public void leave() {
        Optional.ofNullable(log).ifPresent(RunLog::close);
        log = null;
    }

    @Override
    public void close() {
        leave();
        world.close();
    }
}
