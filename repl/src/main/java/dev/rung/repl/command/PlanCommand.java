package dev.rung.repl.command;

import dev.rung.engine.driver.Trouble;
import dev.rung.engine.run.Engine;
import dev.rung.engine.run.WindowRule;
import dev.rung.model.plan.Plan;
import dev.rung.repl.view.Console;
import dev.rung.repl.view.PlanJson;
import dev.rung.repl.view.PlanMermaid;
import dev.rung.repl.view.PlanView;
import dev.rung.repl.view.Theme.Role;
import dev.rung.repl.work.Carrying;
import dev.rung.repl.work.Desk;
import dev.rung.repl.work.Engines;
import dev.rung.repl.work.ExitCode;
import dev.rung.repl.work.Forecasts;
import dev.rung.repl.work.NotesFile;
import dev.rung.repl.work.Preparation;
import dev.rung.repl.work.SavedPlans;
import dev.rung.repl.work.UsageProblem;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code rung plan FILE} */
final class PlanCommand implements Command {
    @Override
    public List<String> examples() {
        return List.of(
                "rung plan ledger.runbook",
                "rung plan ledger.runbook --out tonight.plan",
                "rung plan ledger.runbook --to 2.0.1 -i home=/srv/ledger --json");
    }

    @Override
    public String description() {
        return "Shows what a run would do: every hop and why, every statement with its values, what it changes, and"
            + " the way back from there; how long all of it takes, as far as earlier runs tell, and what the window"
            + " leaves room for. It looks at the system and changes nothing. With `--out` the plan is saved: `rung run"
            + " FILE --plan PLAN` carries it out only if the world still looks the same.";
    }

    @Override
    public CommandSpec options() {
        return RunbookOptions.addJournal(RunbookOptions.addAccept(RunbookOptions.addTo(CommandSpec.create())))
                .addOption(Options.value("--out", "PLAN", "save it in this file as well"))
                .addOption(Options.flag("--mermaid", "the plan as a flowchart that Markdown pages can show"))
                .addOption(Options.flag("--json", "the plan as one JSON document"))
                .addOption(Options.value(
                        "--notes",
                        "FILE",
                        "write what is noted on the releases that it passes, to be ticked for `rung run"
                                + " --acknowledge`"));
    }

    @Override
    public int run(ParseResult given, Desk desk) throws UsageProblem, Trouble {
        Prepared prepared = new Prepared(desk, given);
        Engine engine = Engines.at(desk);
        Optional<Plan> plan = prepared.plan(engine);
        if (plan.isEmpty()) {
            return ExitCode.INVALID;
        }
        noteWhoHasIt(engine, prepared.loaded(), desk);
        Optional<String> out = Options.given(given, "--out");
        if (out.isPresent()) {
            SavedPlans saved = new SavedPlans(desk, engine);
            saved.write(out.get(), saved.of(plan.get(), prepared.loaded(), prepared.sources()));
        }
        WindowRule rule = WindowRule.of(plan.get(), Forecasts.of(plan.get(), desk), desk.clock());
        Optional<String> notes = Options.given(given, "--notes");
        if (notes.isPresent()) {
            int written = NotesFile.write(desk.path(notes.get()), plan.get());
            desk.console().err().println(written + (written == 1 ? " note" : " notes") + " written to " + notes.get());
            desk.console().err().flush();
        }
        PlanView view = new PlanView(desk.console().out(), desk.console().output());
        if (Options.isGiven(given, "--json")) {
            desk.console().out().println(PlanJson.of(plan.get(), rule));
            desk.console().out().flush();
        } else if (Options.isGiven(given, "--mermaid")) {
            desk.console().out().print(PlanMermaid.of(plan.get()));
            desk.console().out().flush();
        } else if (Carrying.isThereAlready(plan.get())) {
            view.showNothingToDo(plan.get());
        } else {
            view.show(plan.get(), rule);
        }
        return ExitCode.DONE;
    }

    /** A plan of a system that another run has in hand is good to look at, and no more. */
    private static void noteWhoHasIt(Engine engine, Preparation.Loaded loaded, Desk desk) {
        try {
            engine.mustBeFree(loaded.installation(), loaded.folder());
        } catch (Trouble taken) {
            PrintStream err = desk.console().err();
            Console.Drawing drawing = desk.console().errors();
            err.println(drawing.theme().paint(Role.NOTE, "note:") + " "
                    + drawing.glyphs().fit("`rung run` would refuse this plan as things are: " + taken.words()));
            err.println(drawing.theme().paint(Role.HELP, "help:") + " "
                    + drawing.glyphs().fit(taken.help()));
            err.flush();
        }
    }
}
