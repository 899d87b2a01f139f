package dev.rung.repl.command;

import dev.rung.model.diagnostic.Severity;
import dev.rung.repl.view.Console;
import dev.rung.repl.view.DiagnosticView;
import dev.rung.repl.view.Json;
import dev.rung.repl.work.Desk;
import dev.rung.repl.work.ExitCode;
import dev.rung.repl.work.Findings;
import dev.rung.repl.work.UsageProblem;
import java.util.List;
import java.util.OptionalInt;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code rung lint PATH…} */
final class LintCommand implements Command {
    @Override
    public List<String> examples() {
        return List.of(
                "rung lint ledger.runbook", "rung lint runbooks/ --fail-on=error", "cat ledger.runbook | rung lint -");
    }

    @Override
    public String description() {
        return "Finds mistakes in runbooks and in the release files that they name, without looking at any system. "
                + "Exits with 1 if there is a finding that counts, with 2 if there was nothing to look at.";
    }

    @Override
    public CommandSpec options() {
        return CommandSpec.create()
                .addPositional(Options.parameter(
                        "PATH", "1..*", "files, folders to search for *.runbook and *.releases, or -"))
                .addOption(Options.choice(
                        "--format", List.of("text", "json"), "how findings are written; text unless told"))
                .addOption(Options.choice(
                        "--fail-on",
                        List.of("error", "warning", "note"),
                        "the least severity that makes the exit code 1; warning unless told"));
    }

    @Override
    public OptionalInt runWithoutOptions(List<String> words, Desk desk) throws UsageProblem {
        return OptionalInt.of(lint(words, "text", Severity.WARNING, desk));
    }

    @Override
    public int run(ParseResult given, Desk desk) throws UsageProblem {
        String format = Options.chosen(given, "--format", List.of("text", "json"), "text");
        Severity least = switch (Options.chosen(given, "--fail-on", List.of("error", "warning", "note"), "warning")) {
            case "error" -> Severity.ERROR;
            case "note" -> Severity.NOTE;
            default -> Severity.WARNING;
        };
        return lint(Options.words(given), format, least, desk);
    }

    private static int lint(List<String> paths, String format, Severity least, Desk desk) throws UsageProblem {
        Findings findings = Findings.in(paths, desk);
        if (format.equals("json")) {
            showJson(findings, desk.console());
        } else {
            showText(findings, desk.console());
        }
        return findings.reach(least) ? ExitCode.FINDINGS : ExitCode.DONE;
    }

    private static void showText(Findings findings, Console console) {
        new DiagnosticView(console.out(), console.output()).show(findings.found());
        String files = findings.files() == 1 ? "1 file" : findings.files() + " files";
        String count = DiagnosticView.count(findings.found());
        console.err().println(files + ": " + (count.isEmpty() ? "nothing found" : count));
        console.err().flush();
    }

    private static void showJson(Findings findings, Console console) {
        Json.document("findings/1")
                .with("files", findings.files())
                .with("findings", Json.each(findings.found(), DiagnosticView::json))
                .print(console.out());
        console.out().flush();
    }
}
