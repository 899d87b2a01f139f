package dev.rung.repl.command;

import dev.rung.engine.driver.Trouble;
import dev.rung.engine.run.Engine;
import dev.rung.language.check.CheckedRunbook;
import dev.rung.model.plan.Plan;
import dev.rung.model.plan.Premises;
import dev.rung.repl.view.DiagnosticView;
import dev.rung.repl.view.Theme.Role;
import dev.rung.repl.work.Carrying;
import dev.rung.repl.work.Desk;
import dev.rung.repl.work.Engines;
import dev.rung.repl.work.Preparation;
import dev.rung.repl.work.SampleSite;
import dev.rung.repl.work.Store;
import dev.rung.repl.work.UsageProblem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is said and done, in order. */
record Demonstration(Desk desk, SampleSite site, Path top) {
    /** The inputs that are not the same wherever it is laid out. */
    private static final Set<String> OF_THE_MACHINE = Set.of("java", "port");

    private static final int POSTINGS = 5_000;

    /** Lays everything out, and upgrades nothing: for runbooks that a reader writes. */
    void setUp(String installed, Optional<String> fail) throws UsageProblem, Trouble {
        layOut(installed, fail, Preparation.onDisk(ownDesk()));
        say("");
        say("Its runbook is not needed for what you write yourself. In a shell:");
        say("  cd " + quoted(site.folder()));
        say("  alias rung=" + quoted(top.resolve("rung")));
        say("  export RUNG_STATE=" + quoted(site.stateFolder()));
        site.inputs().forEach((name, value) -> {
            if (OF_THE_MACHINE.contains(name)) {
                say("  export RUNG_INPUT_" + name.toUpperCase(Locale.ROOT) + "=" + quoted(value));
            }
        });
        say("When you have seen enough, stop Ledger and remove everything:");
        say("  kill $(cat " + quoted(site.pidFile()) + "); rm -r " + quoted(site.folder()));
    }

    private Preparation.Loaded layOut(String installed, Optional<String> fail, Preparation preparation)
            throws UsageProblem, Trouble {
        say("A folder of its own: " + site.folder());
        say("Offered there, with their checksums: Ledger " + String.join(", ", site.offer()));
        site.install(installed, POSTINGS);
        say("Ledger " + installed + " installed, with 5,000 postings in its books");
        Preparation.Loaded loaded = loaded(preparation);
        site.start(loaded.installation(), Engines.at(ownDesk()));
        say("Ledger " + installed + " started: " + site.url());
        if (fail.isPresent()) {
            site.breakMigrationTo(fail.get());
            say("The migration to " + fail.get() + " will break off in its middle");
        }
        return loaded;
    }

    int show(String installed, Optional<String> fail) throws UsageProblem, Trouble {
        Desk own = ownDesk();
        Engine engine = Engines.at(own);
        Preparation preparation = Preparation.onDisk(own);
        Preparation.Loaded loaded = layOut(installed, fail, preparation);
        Plan plan = preparation.plan(loaded, engine, Premises.NONE).orElseThrow(() -> notValid(preparation));
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
        return desk.with("RUNG_STATE", Optional.of(site.stateFolder().toString()))
                .with(Store.VARIABLE, Optional.empty());
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
