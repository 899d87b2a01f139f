package dev.rung.repl.command;

import dev.rung.engine.driver.Trouble;
import dev.rung.engine.run.Engine;
import dev.rung.engine.run.Recorded;
import dev.rung.repl.work.Carrying;
import dev.rung.repl.work.Conductor;
import dev.rung.repl.work.Desk;
import dev.rung.repl.work.Engines;
import dev.rung.repl.work.ExitCode;
import dev.rung.repl.work.Questions;
import dev.rung.repl.work.UsageProblem;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code rung abandon RUN} */
final class AbandonCommand implements Command {
    @Override
    public List<String> examples() {
        return List.of("rung abandon ledger-20261121-220014-as2");
    }

    @Override
    public String description() {
        return "Gives up a run that was interrupted or has stopped, where it is: it can be neither resumed nor taken"
            + " back then. Services that it holds are let go, and not started; its lock is given back, so that another"
            + " run may begin; backups stay where they are. It shows how every part is, and asks. For what somebody"
            + " has put right by hand.";
    }

    @Override
    public CommandSpec options() {
        return RunbookOptions.addJournal(CommandSpec.create()
                        .addPositional(Options.wanted("RUN", "which run; `rung status` lists those that are open")))
                .addOption(Options.flag("--yes", "give it up without asking"));
    }

    @Override
    public int run(ParseResult given, Desk desk) throws UsageProblem, Trouble {
        Engine engine = Engines.at(desk);
        Recorded run = Recalled.run(Options.wanted(given, () -> Recalled.newest(engine.runs(), desk)), engine, desk);
        if (!run.isResumable()) {
            throw new UsageProblem(
                    "the run `" + run.run() + "` has come to its end: "
                            + run.ending().orElseThrow().words(),
                    "there is nothing to give up");
        }
        Optional<Carrying.Ahead> ahead = Recalled.of(run, desk);
        if (ahead.isEmpty()) {
            return ExitCode.INVALID;
        }
        engine.look(ahead.get().loaded().installation(), run.folder())
                .forEach(part -> desk.console().out().println("  " + part));
        if (!Options.isGiven(given, "--yes") && !agreed(run, desk)) {
            desk.console().err().println("nothing was changed");
            return ExitCode.REFUSED;
        }
        return new Carrying(desk, engine, RunbookOptions.choices(given, desk))
                .again(run.run(), ahead.get(), Conductor.Way.GIVE_UP);
    }

    private static boolean agreed(Recorded run, Desk desk) throws UsageProblem {
        Questions questions = Questions.at(desk.console());
        if (!questions.somebodyIsThere()) {
            throw new UsageProblem(
                    "nobody is here to say yes to giving this run up", "give `--yes`, or run it at a terminal");
        }
        return questions.yes("Give " + run.run() + " up as it is? It can be neither resumed nor taken back then.");
    }
}
