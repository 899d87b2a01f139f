package dev.rung.repl.command;

import dev.rung.repl.view.Console;
import dev.rung.repl.view.DiagnosticView;
import dev.rung.repl.view.Difference;
import dev.rung.repl.work.Desk;
import dev.rung.repl.work.Draft;
import dev.rung.repl.work.ExitCode;
import dev.rung.repl.work.Formatting;
import dev.rung.repl.work.UsageProblem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code rung fmt PATH…} */
final class FmtCommand implements Command {
    private static final String CHECK = "--check";
    private static final String DIFF = "--diff";

    @Override
    public List<String> examples() {
        return List.of("rung fmt ledger.runbook", "rung fmt --check runbooks/", "cat ledger.runbook | rung fmt -");
    }

    @Override
    public String description() {
        return "Lays out runbooks and release files, in place: blanks and line breaks change, words and comments do"
                + " not. What cannot be read is left as it is. Exits with 1 if that was so, or if " + CHECK
                + " found something to change.";
    }

    @Override
    public CommandSpec options() {
        return CommandSpec.create()
                .addPositional(Options.parameter(
                        "PATH",
                        "1..*",
                        "files, folders to search for *.runbook and *.releases, or - for standard input, which goes to "
                                + "standard output"))
                .addOption(Options.flag(CHECK, "write nothing; name the files that would change"))
                .addOption(Options.flag(DIFF, "write nothing; show what would change"));
    }

    @Override
    public OptionalInt runWithoutOptions(List<String> words, Desk desk) throws UsageProblem {
        return OptionalInt.of(write(Formatting.of(words, desk), desk));
    }

    @Override
    public int run(ParseResult given, Desk desk) throws UsageProblem {
        Formatting formatting = Formatting.of(Options.words(given), desk);
        boolean check = Options.isGiven(given, CHECK);
        boolean diff = Options.isGiven(given, DIFF);
        return check || diff ? look(formatting, check, diff, desk.console()) : write(formatting, desk);
    }

    private static int write(Formatting formatting, Desk desk) throws UsageProblem {
        Console console = desk.console();
        for (Draft draft : formatting.files()) {
            if (draft.isStandardInput()) {
                console.out().writeBytes(draft.after().getBytes(StandardCharsets.UTF_8));
                console.out().flush();
            } else if (draft.changes()) {
                draft.write(desk);
                console.err().println("formatted " + draft.name());
            }
        }
        return told(formatting, ExitCode.DONE, console);
    }

    private static int look(Formatting formatting, boolean check, boolean diff, Console console) {
        List<Draft> changing =
                formatting.files().stream().filter(Draft::changes).toList();
        for (Draft draft : changing) {
            String difference = Difference.of(draft.name(), draft.before(), draft.after());
            String shown = diff ? difference : draft.name() + "\n";
            console.out().writeBytes(shown.getBytes(StandardCharsets.UTF_8));
        }
        console.out().flush();
        return told(formatting, check && !changing.isEmpty() ? ExitCode.FINDINGS : ExitCode.DONE, console);
    }

    private static int told(Formatting formatting, int otherwise, Console console) {
        if (!formatting.findings().isEmpty()) {
            new DiagnosticView(console.err(), console.errors()).show(formatting.findings());
        }
        console.err().flush();
        return formatting.findings().isEmpty() ? otherwise : ExitCode.FINDINGS;
    }
}
