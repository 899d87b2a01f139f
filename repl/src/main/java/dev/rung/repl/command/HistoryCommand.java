package dev.rung.repl.command;

import dev.rung.engine.driver.Trouble;
import dev.rung.engine.history.History;
import dev.rung.engine.history.History.HistoryException;
import dev.rung.engine.history.RunSummary;
import dev.rung.engine.journal.JournalException;
import dev.rung.engine.journal.JournalFolder;
import dev.rung.engine.journal.Journals;
import dev.rung.repl.view.HistoryView;
import dev.rung.repl.view.Theme.Role;
import dev.rung.repl.work.Desk;
import dev.rung.repl.work.ExitCode;
import dev.rung.repl.work.UsageProblem;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code rung history [RUN]} */
final class HistoryCommand implements Command {
    @Override
    public List<String> examples() {
        return List.of("rung history", "rung history ledger-20261121-220014-as2", "rung history --verify");
    }

    @Override
    public String description() {
        return "Lists the runs there were, newest first, or tells one of them line by line. Their journals lie in the"
                + " folder that RUNG_STATE names, else in $XDG_STATE_HOME/rung (~/.local/state/rung), or /var/lib/rung"
                + " for root. Every line of one holds the hash of the line before, so that --verify sees whether"
                + " anybody has changed it; with a finding it exits with 1.";
    }

    @Override
    public CommandSpec options() {
        return CommandSpec.create()
                .addPositional(Options.parameter("RUN", "0..1", "tell this run, instead of listing all"))
                .addOption(Options.flag("--verify", "check that the journals are as they were written"))
                .addOption(Options.flag("--rebuild", "make the history anew from the journals"));
    }

    @Override
    public int run(ParseResult given, Desk desk) throws UsageProblem, Trouble {
        Journals journals = new JournalFolder(desk.stateFolder(), desk.clock());
        Optional<String> run = Options.words(given).stream().findFirst();
        try {
            if (run.isPresent()) {
                Recalled.mustBe(run.get(), journals.runs(), desk);
            } else if (journals.runs().isEmpty()) {
                desk.console()
                        .err()
                        .println("no runs yet: their journals would be in " + desk.stateFolder()
                                + "; RUNG_STATE names another folder");
                return ExitCode.DONE;
            }
            if (Options.isGiven(given, "--verify")) {
                return verify(run.map(List::of).orElseGet(journals::runs), journals, desk);
            }
            if (run.isPresent()) {
                view(desk).one(journals.read(run.get()).entries());
                return ExitCode.DONE;
            }
            return list(journals, desk, Options.isGiven(given, "--rebuild"));
        } catch (JournalException | HistoryException failed) {
            throw new Trouble(failed.getMessage(), "", failed);
        }
    }

    private static HistoryView view(Desk desk) {
        return new HistoryView(
                desk.console().out(), desk.console().output(), desk.clock().getZone());
    }

    private static int list(Journals journals, Desk desk, boolean rebuild) {
        try (History history = History.open(desk.stateFolder(), journals)) {
            if (rebuild) {
                desk.console().err().println("made anew from " + history.rebuild() + " journals");
            }
            List<RunSummary> runs = history.list();
            view(desk).list(runs);
        }
        return ExitCode.DONE;
    }

    private static int verify(List<String> runs, Journals journals, Desk desk) {
        PrintStream out = desk.console().out();
        var theme = desk.console().output().theme();
        boolean broken = false;
        for (String run : runs) {
            Optional<String> wrong = History.verify(journals, run);
            broken |= wrong.isPresent();
            out.println(run + "  "
                    + wrong.map(words -> theme.paint(Role.BAD, words))
                            .orElse(theme.paint(Role.GOOD, "as it was written")));
        }
        out.flush();
        return broken ? ExitCode.FINDINGS : ExitCode.DONE;
    }
}
