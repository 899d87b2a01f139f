package dev.rung.repl.command;

import dev.rung.model.text.Nearest;
import dev.rung.repl.work.UsageProblem;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reads the options and parameters of a command, and says in our words what is wrong with them. */
final class ArgumentReader {
    private ArgumentReader() {}

    /** @param name the command's */
    static ParseResult read(String name, CommandSpec spec, List<String> arguments) throws UsageProblem {
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
