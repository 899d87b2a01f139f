package dev.rung.repl.command;

import dev.rung.engine.driver.Trouble;
import dev.rung.engine.run.Engine;
import dev.rung.language.check.CheckedRunbook;
import dev.rung.model.plan.Plan;
import dev.rung.model.plan.PossibleRuns;
import dev.rung.repl.view.DiagnosticView;
import dev.rung.repl.work.Desk;
import dev.rung.repl.work.Inputs;
import dev.rung.repl.work.NearbyRunbooks;
import dev.rung.repl.work.Preparation;
import dev.rung.repl.work.Questions;
import dev.rung.repl.work.UsageProblem;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** A runbook from the command line on its way to a plan; what is found wrong is told as soon as nothing more is found. */
final class Prepared {
    private final Desk desk;
    private final ParseResult given;
    private final Preparation preparation;
    private Optional<Preparation.Loaded> loaded = Optional.empty();

    Prepared(Desk desk, ParseResult given) {
        this.desk = desk;
        this.given = given;
        this.preparation = Preparation.onDisk(desk);
    }

    /** Empty if the runbook is not valid; the person has been told why then. */
    Optional<Plan> plan(Engine engine) throws UsageProblem, Trouble {
        try {
            loaded = load();
            if (loaded.isEmpty()) {
                return Optional.empty();
            }
            Preparation.mustBeRefused(RunbookOptions.accepted(given), loaded.get());
            return preparation.plan(loaded.get(), engine, RunbookOptions.premises(given));
        } finally {
            new DiagnosticView(desk.console().err(), desk.console().errors()).show(preparation.found());
        }
    }

    /** The same for whatever may be installed; no system is asked. */
    Optional<PossibleRuns> possibleRuns() throws UsageProblem {
        try {
            return load().flatMap(preparation::possibleRuns);
        } finally {
            new DiagnosticView(desk.console().err(), desk.console().errors()).show(preparation.found());
        }
    }

    private Optional<Preparation.Loaded> load() throws UsageProblem {
        Optional<CheckedRunbook> runbook =
                preparation.check(Options.wanted(given, () -> new NearbyRunbooks(desk).help()));
        if (runbook.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> inputs =
                Inputs.of(runbook.get(), RunbookOptions.inputs(given), preparation, desk, Questions.at(desk.console()));
        return preparation.install(runbook.get(), inputs);
    }

    /** What the plan was made of. */
    Preparation.Loaded loaded() {
        return loaded.orElseThrow();
    }

    Map<String, String> sources() {
        return preparation.sources();
    }
}
