package dev.rung.repl.command;

import dev.rung.engine.driver.Trouble;
import dev.rung.engine.run.Engine;
import dev.rung.engine.run.Forecast;
import dev.rung.engine.run.SavedPlan;
import dev.rung.engine.run.WindowRule;
import dev.rung.model.plan.Plan;
import dev.rung.model.prove.Foresight;
import dev.rung.model.prove.Gap;
import dev.rung.repl.view.DiagnosticView;
import dev.rung.repl.view.PlanView;
import dev.rung.repl.work.Carrying;
import dev.rung.repl.work.Desk;
import dev.rung.repl.work.Engines;
import dev.rung.repl.work.ExitCode;
import dev.rung.repl.work.Forecasts;
import dev.rung.repl.work.Questions;
import dev.rung.repl.work.SavedPlans;
import dev.rung.repl.work.UsageProblem;
import dev.rung.repl.work.WindowWait;
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
        return "Carries a runbook out: checks it, plans, shows the plan, asks once, runs. Where a hop fails it takes"
            + " the way back to the start of that hop, or asks the person at the terminal. Ctrl-C stops after the"
            + " statement that is going on, and asks; once more asks at once, and a third time leaves. `rung resume`"
            + " goes on from wherever a run was left. Exits with 0 upgraded, 3 not valid, 4 refused before anything"
            + " was changed, 10 rolled back, 11 rolled back and something that was written is lost, 12 stopped and"
            + " resumable, 13 stopped where a person has to look.";
    }

    @Override
    public CommandSpec options() {
        return RunbookOptions.addJournal(
                        RunbookOptions.addChoices(RunbookOptions.addAccept(RunbookOptions.addTo(CommandSpec.create()))))
                .addOption(Options.value(
                        "--plan", "PLAN", "refuse it if it is not this saved plan any more, or the world has changed"))
                .addOption(Options.flag(
                        "--wait-for-window", "begin when the window opens, if planning anew comes to the same then"))
                .addOption(Options.flag("--yes", "carry the plan out without asking"));
    }

    @Override
    public int run(ParseResult given, Desk desk) throws UsageProblem, Trouble {
        Engine engine = Engines.at(desk);
        Prepared prepared = new Prepared(desk, given);
        Optional<Plan> plan = prepared.plan(engine);
        if (plan.isEmpty()) {
            return ExitCode.INVALID;
        }
        Carrying carrying = new Carrying(desk, engine, RunbookOptions.choices(given, desk));
        carrying.mustFitAtTheStart(plan.get(), prepared.loaded().runbook());
        engine.mustBeFree(prepared.loaded().installation(), prepared.loaded().folder());
        PlanView view = new PlanView(desk.console().out(), desk.console().output());
        Optional<String> saved = Options.given(given, "--plan");
        if (saved.isPresent()) {
            mustBe(new SavedPlans(desk, engine).read(saved.get()), saved.get(), plan.get(), prepared, engine, desk);
        }
        if (Carrying.isThereAlready(plan.get())) {
            view.showNothingToDo(plan.get());
            return ExitCode.DONE;
        }
        Forecast forecast = Forecasts.of(plan.get(), desk);
        WindowRule rule = WindowRule.of(plan.get(), forecast, desk.clock());
        view.show(plan.get(), rule);
        List<Gap> gaps = Foresight.find(plan.get());
        if (!gaps.isEmpty()) {
            desk.console().out().flush();
            new DiagnosticView(desk.console().err(), desk.console().errors()).show(List.copyOf(gaps));
            desk.console().err().println("nothing was changed: this was found ahead of the run");
            return ExitCode.INVALID;
        }
        if (!Options.isGiven(given, "--yes") && !agreed(desk)) {
            desk.console().err().println("nothing was changed");
            return ExitCode.REFUSED;
        }
        if (Options.isGiven(given, "--wait-for-window") && rule.opensLater().isPresent()) {
            SavedPlan agreed = new SavedPlans(desk, engine).of(plan.get(), prepared.loaded(), prepared.sources());
            new WindowWait(desk).until(rule.opensLater().get());
            prepared = new Prepared(desk, given);
            plan = prepared.plan(engine);
            if (plan.isEmpty()) {
                return ExitCode.INVALID;
            }
            mustBe(agreed, "the plan that was agreed on", plan.get(), prepared, engine, desk);
        }
        return carrying.begin(plan.get(), prepared.loaded(), prepared.sources(), forecast);
    }

    private static void mustBe(SavedPlan then, String name, Plan plan, Prepared prepared, Engine engine, Desk desk)
            throws Trouble {
        SavedPlans plans = new SavedPlans(desk, engine);
        plans.mustBeAsItWas(name, then, plans.of(plan, prepared.loaded(), prepared.sources()));
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
