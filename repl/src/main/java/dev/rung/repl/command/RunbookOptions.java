package dev.rung.repl.command;

import dev.rung.repl.work.Carrying;
import dev.rung.repl.work.UsageProblem;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** What several commands take in the same words. */
final class RunbookOptions {
    private static final List<String> ON_FAILURE = List.of("rollback", "stop");

    private RunbookOptions() {}

    /** The file, and what fills it in. */
    static CommandSpec addTo(CommandSpec spec) {
        return spec.addPositional(Options.wanted("FILE", "the runbook"))
                .addOption(Options.values(
                        List.of("-i", "--input"),
                        "NAME=VALUE",
                        "an input; RUNG_INPUT_NAME in the environment does the same"))
                .addOption(Options.value("--to", "VERSION", "where to go: the input `target`"));
    }

    /** How it is carried out. */
    static CommandSpec addChoices(CommandSpec spec) {
        return addWayBack(spec.addOption(Options.values(
                        List.of("--confirm"), "NAME", "a person's word, given up front; may be repeated"))
                .addOption(Options.choice(
                        "--on-failure", ON_FAILURE, "go back (unless told), or stop where the failure leaves things")));
    }

    static CommandSpec addWayBack(CommandSpec spec) {
        return spec.addOption(Options.value(
                        "--rollback",
                        "NAME",
                        "go back by this rollback of the runbook where it can be, instead of a restore"))
                .addOption(Options.flag("--to-start", "go back through the hops that have landed, too"));
    }

    static Carrying.Choices choices(ParseResult given) throws UsageProblem {
        boolean has = given.commandSpec().findOption("--on-failure") != null;
        boolean stop = has
                && Options.chosen(given, "--on-failure", ON_FAILURE, "rollback").equals("stop");
        List<String> confirmed = has ? Options.all(given, "--confirm") : List.of();
        Optional<String> rollback = Options.given(given, "--rollback");
        return new Carrying.Choices(new HashSet<>(confirmed), rollback, Options.isGiven(given, "--to-start"), stop);
    }
}
