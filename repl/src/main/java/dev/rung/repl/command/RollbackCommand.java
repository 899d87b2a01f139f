package dev.rung.repl.command;

import dev.rung.engine.driver.Trouble;
import dev.rung.engine.run.Destination;
import dev.rung.engine.run.Engine;
import dev.rung.engine.run.Prospect;
import dev.rung.engine.run.Recorded;
import dev.rung.engine.run.Restoration;
import dev.rung.model.expression.Durations;
import dev.rung.model.version.Version;
import dev.rung.model.wayback.Route;
import dev.rung.repl.view.ProspectView;
import dev.rung.repl.work.Carrying;
import dev.rung.repl.work.ChosenNames;
import dev.rung.repl.work.Conductor;
import dev.rung.repl.work.Desk;
import dev.rung.repl.work.Engines;
import dev.rung.repl.work.ExitCode;
import dev.rung.repl.work.Questions;
import dev.rung.repl.work.UsageProblem;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code rung rollback RUN} */
final class RollbackCommand implements Command {
    private static final String TO = "--to";

    /** What is a failure's end to a run is what was asked for here. */
    private static final int ROLLED_BACK = 10;

    @Override
    public List<String> examples() {
        return List.of(
                "rung rollback ledger-20261121-220014-as2",
                "rung rollback ledger-20261121-220014-as2 --to 1.9.4 --max-loss 2h",
                "rung rollback ledger-20261121-220014-as2 --rollback migrate-down --yes");
    }

    @Override
    public String description() {
        return "Takes a run back: an interrupted one to the start of the hop it was in, a finished one"
                + " to where it began, also days later. It shows the steps, the backup that it restores and"
                + " what is lost by that, and asks. Exits with 0 when it is there, with 11 if something that"
                + " was written is lost, and with 2 where it would have to ask and nobody can answer.";
    }

    @Override
    public CommandSpec options() {
        return RunbookOptions.addWayBack(RunbookOptions.addJournal(CommandSpec.create())
                        .addPositional(Options.wanted("RUN", "which run; `rung history` lists them")))
                .addOption(Options.value(
                        TO, "VERSION", "not to where the run began, but to the hop of it that began at this release"))
                .addOption(Options.value(
                        RunbookOptions.MAX_LOSS,
                        "DURATION",
                        "refuse it if more than this of what users have written would be lost"))
                .addOption(Options.flag("--yes", "take it without asking"));
    }

    @Override
    public int run(ParseResult given, Desk desk) throws UsageProblem, Trouble {
        Engine engine = Engines.at(desk);
        Recorded run = Recalled.run(Options.wanted(given, () -> Recalled.newest(engine.runs(), desk)), engine, desk);
        if (!run.isUndoable()) {
            throw new UsageProblem(
                    "the run `" + run.run() + "` has come to its end: "
                            + run.ending().orElseThrow().words(),
                    "there is nothing to take back");
        }
        Optional<Carrying.Ahead> ahead = Recalled.of(run, desk);
        if (ahead.isEmpty()) {
            return ExitCode.INVALID;
        }
        Carrying carrying = new Carrying(desk, engine, choices(given, run, ahead.get(), desk));
        Prospect prospect = carrying.prospect(run.run(), ahead.get());
        Optional<String> named = Options.given(given, "--rollback");
        if (named.isPresent()) {
            mustBeTaken(named.get(), ahead.get(), prospect, desk);
        }
        new ProspectView(
                        desk.console().out(),
                        desk.console().output(),
                        desk.clock().getZone())
                .show(run, prospect);
        if (prospect.route() instanceof Route.None none) {
            throw new Trouble("there is no way back from here: " + none.why(), "see `rung history " + run.run() + "`");
        }
        Optional<Duration> limit = Options.duration(given, RunbookOptions.MAX_LOSS);
        if (limit.isPresent()) {
            mustNotLoseMore(limit.get(), prospect, desk.clock());
        }
        if (!Options.isGiven(given, "--yes") && !agreed(run, prospect, desk)) {
            desk.console().err().println("nothing was changed");
            return ExitCode.REFUSED;
        }
        int exitCode = carrying.again(run.run(), ahead.get(), Conductor.Way.BACK);
        return exitCode == ROLLED_BACK ? ExitCode.DONE : exitCode;
    }

    /** @throws UsageProblem if the version that is given is none of this system's */
    private static Carrying.Choices choices(ParseResult given, Recorded run, Carrying.Ahead ahead, Desk desk)
            throws UsageProblem {
        Carrying.Choices choices = RunbookOptions.choices(given, desk);
        Optional<String> to = Options.given(given, TO);
        if (to.isEmpty()) {
            return choices;
        }
        if (choices.destination() instanceof Destination.Start) {
            throw new UsageProblem("`--to` and `--to-start` say two things", "give one of them");
        }
        Map<String, String> written = Map.of(run.system(), to.get());
        Version version = Engine.spelled(ahead.plan().installation(), written).get(run.system());
        if (version == null) {
            throw new UsageProblem(
                    "`" + to.get() + "` is not how a version of " + run.system() + " is written",
                    "`rung history " + run.run() + "` shows those that the run went through");
        }
        return choices.with(new Destination.Release(version));
    }

    private static void mustNotLoseMore(Duration limit, Prospect prospect, Clock clock) throws Trouble {
        for (Restoration losing : prospect.losing()) {
            Duration age = Duration.between(losing.taken(), clock.instant());
            if (age.compareTo(limit) > 0) {
                throw new Trouble(
                        "what was written in the last " + Durations.shown(age) + " would be lost, since `"
                                + String.join("`, `", losing.data()) + "` would come back from " + losing.backup(),
                        "`--max-loss` lets it lose " + Durations.shown(limit));
            }
        }
    }

    /** Who names a rollback does not want the restore, which costs more: then nothing is begun. */
    private static void mustBeTaken(String named, Carrying.Ahead ahead, Prospect prospect, Desk desk)
            throws UsageProblem, Trouble {
        ChosenNames.mustBeOffered(
                named, ahead.loaded().runbook(), prospect.hop().stream().toList());
        if (prospect.notNamed().isPresent() && !prospect.restored().isEmpty()) {
            throw new Trouble(
                    "the rollback `" + named + "` cannot be taken: "
                            + prospect.notNamed().get(),
                    "without `--rollback` the backup is restored; lost is then "
                            + prospect.lost(desk.clock().getZone()));
        }
    }

    private static boolean agreed(Recorded run, Prospect prospect, Desk desk) throws UsageProblem {
        Questions questions = Questions.at(desk.console());
        if (!questions.somebodyIsThere()) {
            throw new UsageProblem(
                    "nobody is here to say yes to this way back, so it is not taken",
                    "give `--yes`, or run it at a terminal");
        }
        desk.console().out().println();
        return questions.yes("Take " + run.system() + " back to " + prospect.to() + "?");
    }
}
