package dev.rung.repl.command;

import dev.rung.engine.driver.Trouble;
import dev.rung.engine.run.Engine;
import dev.rung.engine.run.NotProved;
import dev.rung.engine.run.Recorded;
import dev.rung.repl.view.DiagnosticView;
import dev.rung.repl.work.Carrying;
import dev.rung.repl.work.Conductor;
import dev.rung.repl.work.Desk;
import dev.rung.repl.work.Engines;
import dev.rung.repl.work.ExitCode;
import dev.rung.repl.work.UsageProblem;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code rung resume [RUN]} */
final class ResumeCommand implements Command {
    private static final String EDITED = "--edited";

    @Override
    public List<String> examples() {
        return List.of(
                "rung resume", "rung resume --edited", "rung resume ledger-20261121-220014-as2 --confirm reload");
    }

    @Override
    public String description() {
        return "Takes up a run that was interrupted or has stopped: looks at what the statement in hand has left, and"
            + " goes on from there. Runbook, release file and inputs are those of the run's beginning, whatever has"
            + " become of the files; with `--edited` what is ahead is as it stands in the runbook now. Exit codes are"
            + " those of `rung run`.";
    }

    @Override
    public CommandSpec options() {
        return RunbookOptions.addChoices(RunbookOptions.addJournal(CommandSpec.create())
                .addPositional(
                        Options.parameter("RUN", "0..1", "which run; the newest that was interrupted unless named"))
                .addOption(Options.flag(
                        EDITED,
                        "take the statements that are still ahead from the runbook as it is now; all of it is proved"
                                + " again, and what is behind must be as it was")));
    }

    @Override
    public int run(ParseResult given, Desk desk) throws UsageProblem, Trouble {
        Engine engine = Engines.at(desk);
        Recorded run = Recalled.runOrNewest(Options.words(given).stream().findFirst(), engine, desk);
        if (!run.isResumable()) {
            throw new UsageProblem(
                    "the run `" + run.run() + "` has come to its end: "
                            + run.ending().orElseThrow().words(),
                    run.isUndoable()
                            ? "`rung rollback " + run.run() + "` takes it back"
                            : "begin a new one with `rung run`");
        }
        Optional<Carrying.Ahead> ahead = Recalled.of(run, desk);
        if (ahead.isEmpty()) {
            return ExitCode.INVALID;
        }
        Carrying carrying = new Carrying(desk, engine, RunbookOptions.choices(given, desk));
        if (Options.isGiven(given, EDITED)) {
            return goOnEdited(run, carrying, ahead.get(), desk);
        }
        carrying.mustFit(ahead.get().plan(), ahead.get().loaded().runbook());
        return carrying.again(run.run(), ahead.get(), Conductor.Way.ONWARD);
    }

    private static int goOnEdited(Recorded run, Carrying carrying, Carrying.Ahead ahead, Desk desk)
            throws UsageProblem, Trouble {
        Optional<Carrying.Ahead> edited = Recalled.edited(run, desk);
        if (edited.isEmpty()) {
            return ExitCode.INVALID;
        }
        carrying.mustFit(edited.get().plan(), edited.get().loaded().runbook());
        try {
            return carrying.againWith(run.run(), ahead, edited.get());
        } catch (NotProved broken) {
            new DiagnosticView(desk.console().err(), desk.console().errors()).show(List.copyOf(broken.gaps()));
            desk.console().err().println("nothing was changed: the runbook as it is now is not proved");
            return ExitCode.INVALID;
        }
    }
}
