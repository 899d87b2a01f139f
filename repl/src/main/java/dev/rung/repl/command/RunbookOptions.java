package dev.rung.repl.command;

import dev.rung.engine.run.Destination;
import dev.rung.model.plan.Premises;
import dev.rung.repl.work.Carrying;
import dev.rung.repl.work.Carrying.Choices.OnFailure;
import dev.rung.repl.work.Desk;
import dev.rung.repl.work.Inputs;
import dev.rung.repl.work.NotesFile;
import dev.rung.repl.work.UsageProblem;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** What several commands take in the same words. */
final class RunbookOptions {
    static final String JOURNAL = "--journal";

    private static final List<String> ON_FAILURE = List.of("ask", "rollback", "stop");

    /** Of a run what its plan is made with, of a way back what it is held to. */
    static final String MAX_LOSS = "--max-loss";

    private RunbookOptions() {}

    /** The file, and what fills it in. */
    static CommandSpec addTo(CommandSpec spec) {
        return addInputs(spec.addPositional(Options.wanted("FILE", "the runbook")));
    }

    static CommandSpec addInputs(CommandSpec spec) {
        return spec.addOption(Options.values(
                        List.of("-i", "--input"),
                        "NAME=VALUE",
                        "an input; RUNG_INPUT_NAME in the environment does the same"))
                .addOption(Options.value(
                        "--inputs",
                        "NAME",
                        "a set of inputs that the runbook names: `inputs NAME { … }`; `-i` comes before it"))
                .addOption(Options.value("--to", "VERSION", "where to go: the input `target`"));
    }

    /** Where the journal is kept; who reads the command line sees to what is chosen by it. */
    static CommandSpec addJournal(CommandSpec spec) {
        return spec.addOption(Options.value(
                JOURNAL,
                "URL",
                "keep journals and history in this PostgreSQL: jdbc:postgresql://HOST:PORT/DATABASE; RUNG_JOURNAL in"
                        + " the environment does the same, and RUNG_JOURNAL_PASSWORD or ~/.pgpass has the password"));
    }

    static CommandSpec addAccept(CommandSpec spec) {
        return spec.addOption(Options.values(
                        List.of("--accept"), "NAME", "accept what is refused by this name, such as broken-0.50.14"))
                .addOption(Options.value(
                        MAX_LOSS,
                        "DURATION",
                        "how much of what users have written a way back may lose, in place of what the runbook says"));
    }

    /** What a plan rests on beside the runbook and its inputs. */
    static Premises premises(ParseResult given) throws UsageProblem {
        return new Premises(accepted(given), Map.of(), Options.duration(given, MAX_LOSS));
    }

    /** Names of what is refused. */
    static Set<String> accepted(ParseResult given) {
        return has(given, "--accept") ? Set.copyOf(Options.all(given, "--accept")) : Set.of();
    }

    static Inputs.Said inputs(ParseResult given) throws UsageProblem {
        return new Inputs.Said(Options.inputs(given), Options.given(given, "--to"), Options.given(given, "--inputs"));
    }

    /** How it is carried out. */
    static CommandSpec addChoices(CommandSpec spec) {
        return addWayBack(addConfirm(spec)
                .addOption(Options.choice(
                        "--on-failure",
                        ON_FAILURE,
                        "take the way back, stop where the failure leaves things, or ask, which is the default at a"
                                + " terminal without `--yes`")));
    }

    static CommandSpec addConfirm(CommandSpec spec) {
        return spec.addOption(Options.values(
                        List.of("--confirm"),
                        "NAME",
                        "yes ahead of time to this `confirm` or `manual`; may be repeated"))
                .addOption(Options.values(
                        List.of("--acknowledge"),
                        "FILE",
                        "what is ticked in this file of notes has been read; `rung plan --notes` writes it"));
    }

    static CommandSpec addWayBack(CommandSpec spec) {
        return spec.addOption(Options.value(
                        "--rollback",
                        "NAME",
                        "bring data back by this rollback of the runbook where it is offered, not by a restore"))
                .addOption(Options.flag(
                        "--to-start", "go back through the hops that have landed as well, to where the run began"));
    }

    static Carrying.Choices choices(ParseResult given, Desk desk) throws UsageProblem {
        List<String> confirmed = has(given, "--confirm") ? Options.all(given, "--confirm") : List.of();
        Optional<String> rollback = Options.given(given, "--rollback");
        Set<String> acknowledged = new LinkedHashSet<>();
        for (String file : has(given, "--acknowledge") ? Options.all(given, "--acknowledge") : List.<String>of()) {
            acknowledged.addAll(NotesFile.ticked(desk.path(file)));
        }
        return new Carrying.Choices(
                new HashSet<>(confirmed), acknowledged, rollback, destination(given), onFailure(given));
    }

    private static OnFailure onFailure(ParseResult given) throws UsageProblem {
        boolean isAlone = has(given, "--yes") && Options.isGiven(given, "--yes");
        String otherwise = isAlone ? "rollback" : "ask";
        String chosen =
                has(given, "--on-failure") ? Options.chosen(given, "--on-failure", ON_FAILURE, otherwise) : otherwise;
        return OnFailure.valueOf(chosen.toUpperCase(Locale.ROOT));
    }

    private static Destination destination(ParseResult given) {
        return Options.isGiven(given, "--to-start") ? new Destination.Start() : new Destination.Nearest();
    }

    private static boolean has(ParseResult given, String option) {
        return given.commandSpec().findOption(option) != null;
    }
}
