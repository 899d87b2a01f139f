package dev.rung.repl.command;

import dev.rung.engine.driver.Trouble;
import dev.rung.engine.history.History;
import dev.rung.engine.history.HistoryException;
import dev.rung.engine.history.HistoryPlace;
import dev.rung.engine.journal.Contents;
import dev.rung.engine.journal.JournalException;
import dev.rung.engine.journal.Journals;
import dev.rung.repl.view.HistoryView;
import dev.rung.repl.view.NoteView;
import dev.rung.repl.work.Desk;
import dev.rung.repl.work.ExitCode;
import dev.rung.repl.work.Store;
import dev.rung.repl.work.UsageProblem;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code rung history [RUN]} */
final class HistoryCommand implements Command {
    @Override
    public List<String> examples() {
        return List.of(
                "rung history",
                "rung history ledger-20261121-220014-as2",
                "rung history --verify",
                "rung history --rebuild");
    }

    @Override
    public String description() {
        return "Lists the runs there were, newest first, or tells one of them line by line. Their journals lie in the"
            + " folder that RUNG_STATE names, else in $XDG_STATE_HOME/rung (~/.local/state/rung), or /var/lib/rung for"
            + " root. Every line of one holds the hash of the line before, so that --verify finds a line that was"
            + " changed, is missing or stands elsewhere, and says where; with a finding it exits with 1. Whole lines"
            + " that were taken off the end look like an interruption: they are found if the history has seen them."
            + " The history itself is made of the journals alone: --rebuild makes it anew, with the same answers.";
    }

    @Override
    public CommandSpec options() {
        return RunbookOptions.addJournal(CommandSpec.create())
                .addPositional(Options.parameter("RUN", "0..1", "this run, instead of all"))
                .addOption(Options.flag("--verify", "check that the journals are as they were written"))
                .addOption(Options.flag("--rebuild", "make the history anew from the journals"));
    }

    @Override
    public int run(ParseResult given, Desk desk) throws UsageProblem, Trouble {
        Store store = Store.at(desk);
        Journals journals = store.journals();
        Optional<String> run = Options.words(given).stream().findFirst();
        boolean verify = Options.isGiven(given, "--verify");
        boolean rebuild = Options.isGiven(given, "--rebuild");
        if (rebuild && (verify || run.isPresent())) {
            throw new UsageProblem("`--rebuild` makes the whole history anew, and does nothing else", "give it alone");
        }
        try {
            if (verify) {
                return new Verification(store, desk).of(run);
            }
            if (rebuild) {
                return rebuild(store, desk);
            }
            if (run.isPresent()) {
                return one(run.get(), journals, desk);
            }
            return list(store, desk);
        } catch (JournalException failed) {
            throw new Trouble(failed.getMessage(), failed.help(), failed);
        } catch (HistoryException failed) {
            throw new Trouble(failed.getMessage(), failed.help(), failed);
        }
    }

    private static HistoryView view(Desk desk) {
        return new HistoryView(
                desk.console().out(), desk.console().output(), desk.clock().getZone());
    }

    private static int one(String run, Journals journals, Desk desk) throws UsageProblem, Trouble {
        Recalled.mustBe(run, journals, desk);
        Contents contents = journals.read(run);
        if (!contents.entries().isEmpty()) {
            view(desk).one(contents.entries());
        }
        if (contents.flaw().isPresent()) {
            desk.console().out().flush();
            Verification.tell(run, contents.flaw().get(), journals, desk);
        }
        return contents.broken().isPresent() ? ExitCode.FINDINGS : ExitCode.DONE;
    }

    private static int list(Store store, Desk desk) {
        if (store.journals().runs().isEmpty()) {
            Recalled.tellNoRuns(store.journals(), desk);
            return ExitCode.DONE;
        }
        try (History history = History.open(store.history(), store.journals())) {
            show(history, desk);
        } catch (HistoryException useless) {
            // The journals know all of it: what only keeps their answers is in nobody's way.
            NoteView.note(desk.console(), useless.getMessage() + "; this is read from the journals", useless.help());
            try (History history = History.open(HistoryPlace.memory(), store.journals())) {
                show(history, desk);
            }
        }
        return ExitCode.DONE;
    }

    private static void show(History history, Desk desk) {
        view(desk).list(history.list());
        tellUnread(history.unread(), desk);
    }

    private static void tellUnread(List<History.Unread> unread, Desk desk) {
        for (History.Unread one : unread) {
            NoteView.note(
                    desk.console(),
                    one.words(),
                    "see `rung history " + one.run() + " --verify`; what it says is told up to there");
        }
    }

    private static int rebuild(Store store, Desk desk) {
        Journals journals = store.journals();
        boolean lost = new Verification(store, desk).tellLostLines();
        if (journals.runs().isEmpty() && !lost) {
            Recalled.tellNoRuns(store.journals(), desk);
            return ExitCode.DONE;
        }
        History.Rebuilt rebuilt = History.rebuild(store.history(), journals, desk.clock());
        rebuilt.setAside()
                .ifPresent(file -> NoteView.note(
                        desk.console(), "what could not be used is now " + file, "remove it when you like"));
        tellUnread(rebuilt.unread(), desk);
        desk.console()
                .out()
                .println("the history was made anew: " + rebuilt.runs() + " run" + (rebuilt.runs() == 1 ? "" : "s")
                        + " from the journals in " + journals.place());
        desk.console().out().flush();
        return lost ? ExitCode.FINDINGS : ExitCode.DONE;
    }
}
