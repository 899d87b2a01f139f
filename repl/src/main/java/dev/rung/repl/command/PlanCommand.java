package dev.rung.repl.command;

import dev.rung.engine.driver.Trouble;
import dev.rung.model.plan.Plan;
import dev.rung.repl.view.PlanJson;
import dev.rung.repl.view.PlanView;
import dev.rung.repl.work.Carrying;
import dev.rung.repl.work.Desk;
import dev.rung.repl.work.Engines;
import dev.rung.repl.work.ExitCode;
import dev.rung.repl.work.UsageProblem;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code rung plan FILE} */
final class PlanCommand implements Command {
    @Override
    public List<String> examples() {
        return List.of("rung plan ledger.runbook", "rung plan ledger.runbook --to 2.0.1 -i home=/srv/ledger --json");
    }

    @Override
    public String description() {
        return "Shows what a run would do: every hop and why, every statement with its values, what it changes, and"
                + " the way back from there. It looks at the system and changes nothing.";
    }

    @Override
    public CommandSpec options() {
        return RunbookOptions.addTo(CommandSpec.create())
                .addOption(Options.flag("--json", "the plan as one JSON document"));
    }

    @Override
    public int run(ParseResult given, Desk desk) throws UsageProblem, Trouble {
        Prepared prepared = new Prepared(desk, given);
        Optional<Plan> plan = prepared.plan(Engines.at(desk));
        if (plan.isEmpty()) {
            return ExitCode.INVALID;
        }
        PlanView view = new PlanView(desk.console().out(), desk.console().output());
        if (Options.isGiven(given, "--json")) {
            desk.console().out().println(PlanJson.of(plan.get()));
            desk.console().out().flush();
        } else if (Carrying.isThereAlready(plan.get())) {
            view.showNothingToDo(plan.get());
        } else {
            view.show(plan.get());
        }
        return ExitCode.DONE;
    }
}
