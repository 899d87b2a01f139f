package dev.rung.repl.command;

import dev.rung.model.plan.PossibleRuns;
import dev.rung.model.prove.Proof;
import dev.rung.repl.view.DiagnosticView;
import dev.rung.repl.view.ProofJson;
import dev.rung.repl.view.ProofView;
import dev.rung.repl.work.Desk;
import dev.rung.repl.work.ExitCode;
import dev.rung.repl.work.UsageProblem;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code rung prove FILE} */
final class ProveCommand implements Command {
    @Override
    public List<String> examples() {
        return List.of("rung prove ledger.runbook", "rung prove ledger.runbook --to 2.0.1 --json");
    }

    @Override
    public String description() {
        return "Goes through every hop that the release files and the runbook's bounds allow, without looking at any"
                + " system: for each statement, what a failure or a cut may leave of every part, and the way back from"
                + " there. Exits with 3 if there is none somewhere.";
    }

    @Override
    public CommandSpec options() {
        return RunbookOptions.addTo(CommandSpec.create())
                .addOption(Options.flag("--json", "the proof as one JSON document"));
    }

    @Override
    public int run(ParseResult given, Desk desk) throws UsageProblem {
        Optional<PossibleRuns> possibleRuns = new Prepared(desk, given).possibleRuns();
        if (possibleRuns.isEmpty()) {
            return ExitCode.INVALID;
        }
        Proof proof = Proof.of(possibleRuns.get());
        if (Options.isGiven(given, "--json")) {
            desk.console().out().println(ProofJson.of(proof));
        } else {
            new ProofView(desk.console().out(), desk.console().output()).show(proof);
        }
        desk.console().out().flush();
        new DiagnosticView(desk.console().err(), desk.console().errors()).show(List.copyOf(proof.gaps()));
        return proof.holds() ? ExitCode.DONE : ExitCode.INVALID;
    }
}
