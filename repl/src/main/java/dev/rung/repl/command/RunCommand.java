package dev.rung.repl.command;

import dev.rung.engine.driver.Trouble;
import dev.rung.engine.run.Engine;
import dev.rung.model.plan.Plan;
import dev.rung.model.prove.Foresight;
import dev.rung.model.prove.Gap;
import dev.rung.repl.view.DiagnosticView;
import dev.rung.repl.view.PlanView;
import dev.rung.repl.work.Carrying;
import dev.rung.repl.work.Desk;
import dev.rung.repl.work.Engines;
import dev.rung.repl.work.ExitCode;
import dev.rung.repl.work.Questions;
import dev.rung.repl.work.UsageProblem;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code rung run FILE} */
final class RunCommand implements Command {
    @Override
    public List<String> examples() {
        return List.of("rung run ledger.runbook", "rung run ledger.runbook --to 2.0.1 --confirm announced --yes");
    }

    @Override
    public String description() {
        return "Carries a runbook out: checks it, plans, shows the plan, asks once, runs. Where something fails it"
                + " takes the way back. Ctrl-C stops behind the statement that is going on; `rung resume` goes on from"
                + " there.";
    }

    @Override
    public CommandSpec options() {
        return RunbookOptions.addChoices(RunbookOptions.addTo(CommandSpec.create()))
                .addOption(Options.flag("--yes", "do not ask whether to carry the plan out"));
    }

    @Override
    public int run(ParseResult given, Desk desk) throws UsageProblem, Trouble {
        Engine engine = Engines.at(desk);
        Prepared prepared = new Prepared(desk, given);
        Optional<Plan> plan = prepared.plan(engine);
        if (plan.isEmpty()) {
            return ExitCode.INVALID;
        }
        Carrying carrying = new Carrying(desk, engine, RunbookOptions.choices(given));
        carrying.mustFit(plan.get());
        if (Carrying.isThereAlready(plan.get())) {
            desk.console()
                    .out()
                    .println(desk.console().output().glyphs().fit(PlanView.headline(plan.get()) + ": nothing to do"));
            return ExitCode.DONE;
        }
        new PlanView(desk.console().out(), desk.console().output()).show(plan.get());
        List<Gap> gaps = Foresight.find(plan.get());
        if (!gaps.isEmpty()) {
            desk.console().out().flush();
            new DiagnosticView(desk.console().err(), desk.console().errors()).show(List.copyOf(gaps));
            return ExitCode.INVALID;
        }
        if (!Options.isGiven(given, "--yes") && !agreed(desk)) {
            desk.console().err().println("nothing was changed");
            return ExitCode.REFUSED;
        }
        return carrying.begin(plan.get(), prepared.loaded(), prepared.sources());
    }

    private static boolean agreed(Desk desk) throws UsageProblem {
        Questions questions = Questions.at(desk.console());
        if (!questions.somebodyIsThere()) {
            throw new UsageProblem("nobody is here to say yes to this plan", "give `--yes`, or run it at a terminal");
        }
        desk.console().out().println();
        return questions.yes("Carry this out?");
    }
}
