package dev.rung.repl.command;

import dev.rung.engine.driver.Trouble;
import dev.rung.repl.shell.Repl;
import dev.rung.repl.work.Desk;
import dev.rung.repl.work.UsageProblem;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code rung repl [FILE]} */
final class ReplCommand implements Command {
    @Override
    public List<String> examples() {
        return List.of(
                "rung repl ledger.runbook", "rung ledger.runbook --to 2.0.1", "echo 'free-space(\"/\")' | rung repl");
    }

    @Override
    public String description() {
        return "Goes through a runbook statement by statement, with a person who looks at each before it happens."
                + " Reads expressions, statements and :commands; :help lists these. In a pipe it reads line by line; a"
                + " question there takes the next line if that is y, yes, n or no, and anything else as a no.";
    }

    @Override
    public CommandSpec options() {
        CommandSpec spec = RunbookOptions.addJournal(CommandSpec.create())
                .addPositional(Options.parameter("FILE", "0..1", "the runbook to go through"));
        return RunbookOptions.addWayBack(
                RunbookOptions.addConfirm(RunbookOptions.addAccept(RunbookOptions.addInputs(spec))));
    }

    @Override
    public int run(ParseResult given, Desk desk) throws UsageProblem, Trouble {
        Repl.Wanted wanted = new Repl.Wanted(
                Options.words(given).stream().findFirst(),
                RunbookOptions.inputs(given),
                RunbookOptions.premises(given),
                RunbookOptions.choices(given, desk));
        return new Repl(desk, wanted).run();
    }
}
