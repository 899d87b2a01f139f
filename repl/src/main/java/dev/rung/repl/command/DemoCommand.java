package dev.rung.repl.command;

import dev.rung.engine.driver.Trouble;
import dev.rung.engine.run.Engine;
import dev.rung.language.check.CheckedRunbook;
import dev.rung.model.plan.Plan;
import dev.rung.repl.view.DiagnosticView;
import dev.rung.repl.view.Theme.Role;
import dev.rung.repl.work.Carrying;
import dev.rung.repl.work.Desk;
import dev.rung.repl.work.Engines;
import dev.rung.repl.work.ExitCode;
import dev.rung.repl.work.Preparation;
import dev.rung.repl.work.SampleSite;
import dev.rung.repl.work.UsageProblem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code rung demo}: lays the sample application out, and upgrades it by the very command that a reader would type. */
final class DemoCommand implements Command {
    private static final String INSTALLED = "1.8.2";
    /** Where the hops lead that its runbook takes from there. */
    private static final List<String> HOPS = List.of("1.9.4", "1.10.3", "2.4.0");

    private static final int POSTINGS = 5_000;

    @Override
    public List<String> examples() {
        return List.of("rung demo", "rung demo --fail 2.4.0", "rung demo --keep");
    }

    @Override
    public String description() {
        return "Installs Ledger, a small bookkeeping application with a database, in a folder of its"
                + " own, starts it, and upgrades it over three hops, in less than half a minute. With --fail"
                + " a migration breaks off in its middle, and the way back is seen. Without --keep nothing"
                + " is left of it afterwards.";
    }

    @Override
    public CommandSpec options() {
        return CommandSpec.create()
                .addOption(Options.value(
                        "--fail",
                        "HOP",
                        "let the migration of this hop fail: 1 to " + HOPS.size() + ", or its version: "
                                + String.join(", ", HOPS)))
                .addOption(Options.flag("--keep", "leave the folder and the running application, to go on by hand"));
    }

    @Override
    public int run(ParseResult given, Desk desk) throws UsageProblem, Trouble {
        Optional<String> fail = failing(given);
        boolean keep = Options.isGiven(given, "--keep");
        Path top = Optional.ofNullable(System.getProperty("rung.home"))
                .map(Path::of)
                .orElseThrow(() -> new Trouble("the demo needs Rung's own folder", "start it with `./rung demo`"));
        SampleSite site = SampleSite.create(desk, top);
        Demonstration demonstration = new Demonstration(desk, site, top);
        Cleaning cleaning = new Cleaning(site, demonstration::farewellInHaste);
        Runtime.getRuntime().addShutdownHook(cleaning.hook());
        try {
            int exitCode = demonstration.show(fail);
            boolean goesOn = exitCode == ExitCode.RESUMABLE || exitCode == ExitCode.NEEDS_PERSON;
            if (keep || goesOn) {
                cleaning.notNeeded();
                demonstration.howToGoOn();
            } else {
                cleaning.clean();
                demonstration.farewell(fail.isPresent());
            }
            return exitCode;
        } finally {
            cleaning.clean();
            Runtime.getRuntime().removeShutdownHook(cleaning.hook());
        }
    }

    /** The version that the hop leads to, whichever way it was named. */
    private static Optional<String> failing(ParseResult given) throws UsageProblem {
        Optional<String> wanted = Options.given(given, "--fail");
        if (wanted.isEmpty() || HOPS.contains(wanted.get())) {
            return wanted;
        }
        boolean isNumber = wanted.get().matches("[1-9]") && Integer.parseInt(wanted.get()) <= HOPS.size();
        if (!isNumber) {
            throw new UsageProblem(
                    "the demo has no hop `" + wanted.get() + "`",
                    "`--fail` takes 1 to " + HOPS.size() + ", or a version: " + String.join(", ", HOPS));
        }
        return Optional.of(HOPS.get(Integer.parseInt(wanted.get()) - 1));
    }

    /** Leaves nothing behind, whichever way the demo ends: no process, no folder. */
    private static final class Cleaning {
        private final SampleSite site;
        private final Runnable inHaste;
        private final AtomicBoolean done = new AtomicBoolean();
        private final Thread hook = new Thread(this::quietly, "cleaning");

        Cleaning(SampleSite site, Runnable inHaste) {
            this.site = site;
            this.inHaste = inHaste;
        }

        Thread hook() {
            return hook;
        }

        void notNeeded() {
            done.set(true);
        }

        void clean() throws Trouble {
            if (done.compareAndSet(false, true)) {
                try (site) {
                    site.stop();
                }
            }
        }

        private void quietly() {
            try {
                boolean inTheMiddle = !done.get();
                clean();
                if (inTheMiddle) {
                    inHaste.run();
                }
            } catch (Trouble stillRunning) {
                // The process is going away, and there is nobody left to tell.
                done.set(true);
            }
        }
    }

    /** What is said and done, in order. */
    private record Demonstration(Desk desk, SampleSite site, Path top) {
        int show(Optional<String> fail) throws UsageProblem, Trouble {
            say("A folder of its own: " + site.folder());
            say("Offered there, with their checksums: Ledger " + String.join(", ", site.offer()));
            site.install(INSTALLED, POSTINGS);
            say("Ledger " + INSTALLED + " installed, with 5,000 postings in its books");
            Desk own = ownDesk();
            Engine engine = Engines.at(own);
            Preparation preparation = Preparation.onDisk(own);
            Preparation.Loaded loaded = loaded(preparation);
            site.start(loaded.installation(), engine);
            say("Ledger " + INSTALLED + " started: " + site.url());
            Plan plan = preparation.plan(loaded, engine, Set.of()).orElseThrow(() -> notValid(preparation));
            if (fail.isPresent()) {
                site.breakMigrationTo(fail.get());
                say("The migration to " + fail.get() + " will break off in its middle");
            }
            List<String> words = words(plan);
            say("");
            say("Now, as anybody could type it:");
            say(desk.console()
                    .output()
                    .theme()
                    .paint(
                            Role.CODE,
                            "  RUNG_STATE=" + quoted(site.stateFolder()) + " " + launcher() + " "
                                    + words.stream().map(Demonstration::quoted).collect(Collectors.joining(" "))));
            say("");
            return new CommandLineShell(own).run(words);
        }

        private String launcher() {
            return desk.folder().equals(top) ? "./rung" : quoted(top.resolve("rung"));
        }

        /** As a shell takes it for one word. */
        private static String quoted(Object word) {
            String text = word.toString();
            return text.matches("[A-Za-z0-9_./:=@%+,-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
        }

        /** Journals of the demo go where the demo goes. */
        private Desk ownDesk() {
            Map<String, String> environment = new HashMap<>(desk.environment());
            environment.put("RUNG_STATE", site.stateFolder().toString());
            return new Desk(
                    desk.console(),
                    environment,
                    desk.clock(),
                    desk.folder(),
                    desk.home(),
                    desk.user(),
                    desk.journaling());
        }

        private Preparation.Loaded loaded(Preparation preparation) throws UsageProblem {
            Optional<CheckedRunbook> runbook = preparation.check(site.runbook().toString());
            return runbook.flatMap(checked -> preparation.install(checked, site.inputs()))
                    .orElseThrow(() -> notValid(preparation));
        }

        private IllegalStateException notValid(Preparation preparation) {
            new DiagnosticView(desk.console().err(), desk.console().errors()).show(preparation.found());
            return new IllegalStateException("the demo's own runbook is not valid");
        }

        private String inputs() {
            return site.inputs().entrySet().stream()
                    .map(input -> "-i " + quoted(input.getKey() + "=" + input.getValue()))
                    .collect(Collectors.joining(" "));
        }

        private List<String> words(Plan plan) {
            List<String> words = new ArrayList<>(List.of("run", site.runbook().toString()));
            site.inputs().forEach((name, value) -> words.addAll(List.of("-i", name + "=" + value)));
            Carrying.confirmations(plan).forEach(name -> words.addAll(List.of("--confirm", name)));
            words.add("--yes");
            return words;
        }

        void farewell(boolean failed) {
            say("");
            say("Ledger is stopped and " + site.folder() + " removed, its journal with it;");
            say("`rung demo --keep` leaves everything in place, to go on with the commands above");
            say(
                    failed
                            ? "  rung demo             the same upgrade without the fault"
                            : "  rung demo --fail 2    a migration that breaks off, and the way back");
        }

        /** The process is told to end before the demo has come to its end. */
        void farewellInHaste() {
            say("");
            say("the demo ends here: Ledger is stopped and " + site.folder() + " removed, its journal with it");
        }

        void howToGoOn() {
            say("");
            say("Ledger is at " + site.url() + ", and everything is in " + site.folder());
            say("To go on, let history, resume and rollback find the run:");
            say("  export RUNG_STATE=" + quoted(site.stateFolder()));
            say("plan, prove, run and repl want the same inputs as above:");
            say("  " + inputs());
            say("When you have seen enough, stop Ledger and remove everything:");
            say("  kill $(cat " + quoted(site.pidFile()) + "); rm -r " + quoted(site.folder()));
        }

        private void say(String words) {
            desk.console()
                    .out()
                    .println(
                            words.startsWith("\u001b")
                                    ? words
                                    : desk.console().output().glyphs().fit(words));
            desk.console().out().flush();
        }
    }
}
