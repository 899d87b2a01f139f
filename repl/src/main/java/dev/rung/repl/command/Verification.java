package dev.rung.repl.command;

import dev.rung.engine.history.History;
import dev.rung.engine.history.HistoryException;
import dev.rung.engine.history.Seen;
import dev.rung.engine.journal.Entry;
import dev.rung.engine.journal.Flaw;
import dev.rung.engine.journal.JournalException;
import dev.rung.engine.journal.Journals;
import dev.rung.engine.journal.Verified;
import dev.rung.repl.view.NoteView;
import dev.rung.repl.view.Theme;
import dev.rung.repl.view.Theme.Role;
import dev.rung.repl.work.Desk;
import dev.rung.repl.work.ExitCode;
import dev.rung.repl.work.Store;
import dev.rung.repl.work.UsageProblem;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Looks whether journals are as they were written, and says of each what it has found. */
final class Verification {
    /** So many flaws of one journal are told; who has that many knows. */
    private static final int TOLD = 20;

    private final Store store;
    private final Journals journals;
    private final Desk desk;
    private final PrintStream out;
    private final Theme theme;
    private Map<String, Seen> seen = Map.of();

    Verification(Store store, Desk desk) {
        this.store = store;
        this.journals = store.journals();
        this.desk = desk;
        this.out = desk.console().out();
        this.theme = desk.console().output().theme();
    }

    /** @param run this one; empty: all there are, and those that the history knows */
    int of(Optional<String> run) throws UsageProblem {
        remember();
        List<String> runs = new ArrayList<>(journals.runs());
        List<String> gone =
                seen.keySet().stream().filter(known -> !runs.contains(known)).toList();
        if (run.isPresent() && !gone.contains(run.get())) {
            Recalled.mustBe(run.get(), journals, desk);
        }
        boolean broken = false;
        for (String one : run.map(List::of).orElse(runs)) {
            broken |= !gone.contains(one) && isBroken(one);
        }
        for (String one : run.map(List::of).orElse(gone)) {
            broken |= gone.contains(one) && tellGone(one);
        }
        if (run.isEmpty() && runs.isEmpty() && gone.isEmpty()) {
            Recalled.tellNoRuns(journals, desk);
        }
        out.flush();
        return broken ? ExitCode.FINDINGS : ExitCode.DONE;
    }

    private void remember() {
        try {
            seen = new TreeMap<>(History.seen(store.history()));
        } catch (HistoryException useless) {
            NoteView.note(
                    desk.console(),
                    useless.getMessage() + "; whether lines were taken off an end cannot be looked at without it",
                    useless.help());
        }
    }

    private boolean isBroken(String run) {
        try {
            Verified journal = journals.verify(run);
            List<Flaw> flaws = new ArrayList<>(journal.flaws());
            if (!journal.isBroken()) {
                Optional.ofNullable(seen.get(run))
                        .flatMap(known -> known.missingIn(journal))
                        .ifPresent(flaws::add);
            }
            boolean broken = flaws.stream().anyMatch(Flaw::isFinding);
            if (!broken) {
                out.println(run + "  " + theme.paint(Role.GOOD, "as it was written") + ": " + extent(run, journal));
            }
            flaws.stream().limit(TOLD).forEach(flaw -> tell(run, flaw));
            if (flaws.size() > TOLD) {
                out.println(run + "  and " + (flaws.size() - TOLD) + " more");
            }
            return broken;
        } catch (JournalException unreadable) {
            out.println(run + "  " + theme.paint(Role.BAD, unreadable.getMessage()));
            return true;
        }
    }

    private String extent(String run, Verified journal) {
        if (journal.lines() == 0) {
            return "empty; the run ended before its journal began, and nothing was changed";
        }
        String lines = journal.lines() == 1 ? "1 line" : journal.lines() + " lines";
        String head = journal.head().orElseThrow().substring(0, 16);
        boolean ended = journals.ends(run)
                .filter(ends -> ends.last().entry() instanceof Entry.Ended)
                .isPresent();
        return lines + ", the last is " + head + "…"
                + (ended || isNewer(journal)
                        ? ""
                        : "; it is no ending: the run goes on, was interrupted there, or lines were taken off");
    }

    private static boolean isNewer(Verified journal) {
        return journal.flaws().stream().anyMatch(Flaw.Newer.class::isInstance);
    }

    private void tell(String run, Flaw flaw) {
        Role role = flaw.isFinding() ? Role.BAD : Role.WARNING;
        out.println(run + "  " + theme.paint(role, words(run, flaw, journals)));
    }

    private static String words(String run, Flaw flaw, Journals journals) {
        return flaw instanceof Flaw.Gone
                ? journals.location(run) + ": " + flaw.words()
                : journals.location(run) + ":" + flaw.line() + ": line " + flaw.line() + " " + flaw.words();
    }

    /** Where a journal is only read, its first flaw is told. */
    static void tell(String run, Flaw flaw, Journals journals, Desk desk) {
        String words = words(run, flaw, journals);
        if (flaw.isFinding()) {
            NoteView.error(
                    desk.console(),
                    words,
                    "nothing behind it is told; `rung history " + run + " --verify` looks at all of it");
        } else {
            NoteView.note(desk.console(), words, "");
        }
    }

    private boolean tellGone(String run) {
        Flaw gone = new Flaw.Gone(seen.get(run).lines());
        out.println(run + "  " + theme.paint(Role.BAD, words(run, gone, journals)));
        return true;
    }

    /** Says what the history has seen and is not there any more, before that is forgotten. @return whether there is anything */
    boolean tellLostLines() {
        try {
            seen = new TreeMap<>(History.seen(store.history()));
        } catch (HistoryException useless) {
            // It gives way to the new one, and can tell nothing.
            return false;
        }
        boolean lost = false;
        List<String> runs = journals.runs();
        for (Map.Entry<String, Seen> known : seen.entrySet()) {
            Optional<Flaw> flaw = runs.contains(known.getKey())
                    ? known.getValue().missingIn(journals.verify(known.getKey()))
                    : Optional.of(new Flaw.Gone(known.getValue().lines()));
            if (flaw.isPresent()) {
                NoteView.error(desk.console(), words(known.getKey(), flaw.get(), journals), "");
                lost = true;
            }
        }
        return lost;
    }
}
