package dev.rung.repl.command;

import dev.rung.engine.driver.Trouble;
import dev.rung.model.text.Nearest;
import dev.rung.repl.work.Desk;
import dev.rung.repl.work.ExitCode;
import dev.rung.repl.work.UsageProblem;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

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
        return command.run(parsed(entry.name(), command.options(), arguments), desk);
    }

    /** A dash alone is standard input. */
    private static boolean isOption(String word) {
        return word.startsWith("-") && !word.equals("-");
    }

    private static boolean isHelp(String word) {
        return word.equals("--help") || word.equals("-h") || word.equals("help");
    }

    private static ParseResult parsed(String name, CommandSpec spec, List<String> arguments) throws UsageProblem {
        spec.name("rung " + name);
        String more = "see `rung " + name + " --help`";
        try {
            return new CommandLine(spec)
                    .setOverwrittenOptionsAllowed(false)
                    .parseArgs(arguments.toArray(String[]::new));
        } catch (UnmatchedArgumentException unmatched) {
            throw unmatched(name, spec, unmatched.getUnmatched().getFirst());
        } catch (MissingParameterException missing) {
            String what = missing.getMissing().getFirst().paramLabel();
            boolean option = missing.getMissing().getFirst().isOption();
            throw new UsageProblem(
                    "`rung " + name + "` needs " + (option ? "a value for " : "") + "`" + what + "`", more);
        } catch (ParameterException wrong) {
            throw new UsageProblem(reworded(wrong), more);
        }
    }

    private static UsageProblem unmatched(String name, CommandSpec spec, String word) {
        if (!word.startsWith("-")) {
            return new UsageProblem(
                    "`rung " + name + "` does not take `" + word + "`", "see `rung " + name + " --help`");
        }
        List<String> options = spec.options().stream()
                .flatMap(option -> List.of(option.names()).stream())
                .toList();
        String help = Nearest.to(word.replaceFirst("=.*", ""), options)
                .map(nearest -> "did you mean `" + nearest + "`?")
                .orElse("see `rung " + name + " --help`");
        return new UsageProblem("`rung " + name + "` has no option `" + word + "`", help);
    }

    /** The library begins its sentences with a capital and quotes with apostrophes. */
    private static String reworded(ParameterException wrong) {
        String message = wrong.getMessage()
                .lines()
                .findFirst()
                .orElse("that cannot be read")
                .replace('\'', '`');
        return Character.toLowerCase(message.charAt(0)) + message.substring(1);
    }
}
