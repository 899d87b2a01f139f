package dev.rung.repl.command;

import dev.rung.engine.driver.Trouble;
import dev.rung.engine.journal.Journals;
import dev.rung.engine.run.Engine;
import dev.rung.engine.run.Recorded;
import dev.rung.language.check.CheckedRunbook;
import dev.rung.model.plan.Plan;
import dev.rung.model.text.Nearest;
import dev.rung.repl.view.DiagnosticView;
import dev.rung.repl.work.Carrying;
import dev.rung.repl.work.Desk;
import dev.rung.repl.work.Preparation;
import dev.rung.repl.work.Store;
import dev.rung.repl.work.UsageProblem;
import java.util.List;
import java.util.Optional;

/** Makes the plan of a run once more, of what its journal kept: the files may be gone or others by now. */
final class Recalled {
    private Recalled() {}

    /** Empty if this Rung makes no plan of it any more; the person has been told why then. */
    static Optional<Carrying.Ahead> of(Recorded run, Desk desk) throws UsageProblem, Trouble {
        Preparation preparation = Preparation.recorded(desk, run);
        Optional<Carrying.Ahead> ahead = ahead(run, preparation);
        if (ahead.isEmpty()) {
            new DiagnosticView(desk.console().err(), desk.console().errors()).show(preparation.found());
        }
        return ahead;
    }

    /** The same of the runbook as it is now. */
    static Optional<Carrying.Ahead> edited(Recorded run, Desk desk) throws UsageProblem {
        Preparation preparation = Preparation.edited(desk, run);
        Optional<Carrying.Ahead> ahead = ahead(run, preparation);
        if (ahead.isEmpty()) {
            new DiagnosticView(desk.console().err(), desk.console().errors()).show(preparation.found());
        }
        return ahead;
    }

    private static Optional<Carrying.Ahead> ahead(Recorded run, Preparation preparation) throws UsageProblem {
        Optional<CheckedRunbook> runbook = preparation.check(run.runbook());
        Optional<Preparation.Loaded> loaded = runbook.flatMap(checked -> preparation.install(checked, run.inputs()));
        Optional<Plan> plan = loaded.flatMap(all -> preparation.planAgain(all, run));
        return plan.map(made -> new Carrying.Ahead(made, loaded.orElseThrow(), preparation.sources(), run.folder()));
    }

    /** The named run, or the newest that can be resumed. */
    static Recorded runOrNewest(Optional<String> named, Engine engine, Desk desk) throws UsageProblem, Trouble {
        if (named.isPresent()) {
            return run(named.get(), engine, desk);
        }
        return engine.recorded(engine.newestResumable()
                .orElseThrow(
                        () -> new UsageProblem("no run is interrupted", "`rung history` lists the runs there were")));
    }

    /** @throws UsageProblem if there is no run of this name */
    static Recorded run(String named, Engine engine, Desk desk) throws UsageProblem, Trouble {
        mustBe(named, engine.runs(), desk);
        return engine.recorded(named);
    }

    /** @throws UsageProblem if the name is none of these runs */
    static void mustBe(String named, Journals journals, Desk desk) throws UsageProblem {
        mustBe(named, journals.runs(), desk);
    }

    private static void mustBe(String named, List<String> runs, Desk desk) throws UsageProblem {
        if (!runs.contains(named)) {
            throw new UsageProblem("there is no run `" + named + "`", meant(named, runs, desk));
        }
    }

    /** A name that was cut short is as near as one with a letter wrong. */
    private static String meant(String named, List<String> runs, Desk desk) {
        return Nearest.to(named, runs)
                .or(() -> runs.stream().filter(run -> run.startsWith(named)).findFirst())
                .map(near -> "did you mean `" + near + "`?")
                .orElseGet(() -> newest(runs, desk));
    }

    static void tellNoRuns(Journals journals, Desk desk) {
        desk.console()
                .err()
                .println("no runs yet: their journals would be in " + journals.place() + "; " + elsewhere(desk));
        desk.console().err().flush();
    }

    private static String elsewhere(Desk desk) {
        return desk.variable(Store.VARIABLE).isPresent()
                ? "`--journal`, or RUNG_JOURNAL, names another place"
                : "RUNG_STATE names another folder";
    }

    static String newest(List<String> runs, Desk desk) {
        return runs.isEmpty()
                ? "there are no runs in " + Store.at(desk).journals().place() + "; " + elsewhere(desk)
                : "the newest is `" + runs.getFirst() + "`; `rung history` lists them all";
    }
}
