package dev.rung.repl.command;

import dev.rung.engine.driver.Trouble;
import dev.rung.model.text.Nearest;
import dev.rung.repl.work.Desk;
import dev.rung.repl.work.ExitCode;
import dev.rung.repl.work.Store;
import dev.rung.repl.work.UsageProblem;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.ParseResult;

/** Finds the wanted command, reads its flags, and lets it work. */
public final class CommandLineShell {
    private final Desk desk;

    public CommandLineShell(Desk desk) {
        this.desk = desk;
    }

    /** @param words a command and its arguments; at least one */
    public int run(List<String> words) throws UsageProblem, Trouble {
        String name = words.getFirst();
        if (isHelp(name)) {
            return help(words.subList(1, words.size()));
        }
        Optional<Commands.Entry> entry = Commands.named(name);
        if (entry.isEmpty() && name.endsWith(".runbook")) {
            return run(Commands.named("repl").orElseThrow(), words);
        }
        return run(entry.orElseThrow(() -> unknown(name)), words.subList(1, words.size()));
    }

    private static UsageProblem unknown(String name) {
        String what = name.startsWith("-") ? "option" : "command";
        String help = Nearest.to(name, Commands.names())
                .map(nearest -> "did you mean `rung " + nearest + "`?")
                .orElse("the commands are " + String.join(", ", Commands.names()) + "; see `rung --help`");
        return new UsageProblem("there is no " + what + " `" + name + "`", help);
    }

    private int help(List<String> words) throws UsageProblem {
        if (words.isEmpty()) {
            new Overview(desk.console()).show();
            return ExitCode.DONE;
        }
        Commands.Entry entry = Commands.named(words.getFirst()).orElseThrow(() -> unknown(words.getFirst()));
        new Usage(desk.console()).show(entry, entry.make().get());
        return ExitCode.DONE;
    }

    private int run(Commands.Entry entry, List<String> arguments) throws UsageProblem, Trouble {
        Command command = entry.make().get();
        if (arguments.stream().takeWhile(word -> !word.equals("--")).anyMatch(CommandLineShell::isHelp)) {
            new Usage(desk.console()).show(entry, command);
            return ExitCode.DONE;
        }
        if (!arguments.isEmpty() && arguments.stream().noneMatch(CommandLineShell::isOption)) {
            OptionalInt exitCode = command.runWithoutOptions(arguments, desk);
            if (exitCode.isPresent()) {
                return exitCode.getAsInt();
            }
        }
        ParseResult given = ArgumentReader.read(entry.name(), command.options(), arguments);
        return command.run(given, keepingJournals(given));
    }

    /** The desk, with the place of the journals that was chosen. */
    private Desk keepingJournals(ParseResult given) throws UsageProblem {
        if (given.commandSpec().findOption(RunbookOptions.JOURNAL) == null) {
            return desk;
        }
        Optional<String> url = Options.given(given, RunbookOptions.JOURNAL);
        Desk chosen = url.isPresent() ? desk.with(Store.VARIABLE, url) : desk;
        Store.mustBeOne(chosen);
        return chosen;
    }

    /** A dash alone is standard input. */
    private static boolean isOption(String word) {
        return word.startsWith("-") && !word.equals("-");
    }

    private static boolean isHelp(String word) {
        return word.equals("--help") || word.equals("-h") || word.equals("help");
    }
}
