package dev.rung.repl.command;

import dev.rung.engine.driver.Trouble;
import dev.rung.repl.work.Desk;
import dev.rung.repl.work.ExitCode;
import dev.rung.repl.work.SampleSite;
import dev.rung.repl.work.UsageProblem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code rung demo}: lays the sample application out, and upgrades it by the very command that a reader would type. */
final class DemoCommand implements Command {
    private static final String INSTALLED = "1.8.2";
    /** Where the hops lead that its runbook takes from there. */
    private static final List<String> HOPS = List.of("1.9.4", "1.10.3", "2.4.0");

    @Override
    public List<String> examples() {
        return List.of("rung demo", "rung demo --fail 2.4.0", "rung demo --keep", "rung demo --set-up");
    }

    @Override
    public String description() {
        return "Installs Ledger, a small bookkeeping application with a database, in a folder of its"
                + " own, starts it, and upgrades it over three hops, in less than half a minute. With --fail"
                + " a migration breaks off in its middle, and the way back is seen. Without --keep nothing"
                + " is left of it afterwards. With --set-up nothing is upgraded: it is for runbooks of your own.";
    }

    @Override
    public CommandSpec options() {
        return CommandSpec.create()
                .addOption(Options.value(
                        "--fail",
                        "HOP",
                        "let the migration of this hop fail: 1 to " + HOPS.size() + ", or its version: "
                                + String.join(", ", HOPS)))
                .addOption(Options.flag("--keep", "leave the folder and the running application, to go on by hand"))
                .addOption(Options.flag(
                        "--set-up", "only install and start the application, and leave it: upgrade it yourself"));
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
            if (Options.isGiven(given, "--set-up")) {
                demonstration.setUp(INSTALLED, fail);
                cleaning.notNeeded();
                return ExitCode.DONE;
            }
            int exitCode = demonstration.show(INSTALLED, fail);
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
}
