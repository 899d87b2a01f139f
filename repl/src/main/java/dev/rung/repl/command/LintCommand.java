package dev.rung.repl.command;

import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.diagnostic.Edit;
import dev.rung.model.diagnostic.Severity;
import dev.rung.repl.view.Console;
import dev.rung.repl.view.DiagnosticView;
import dev.rung.repl.view.Difference;
import dev.rung.repl.view.Json;
import dev.rung.repl.work.Desk;
import dev.rung.repl.work.Draft;
import dev.rung.repl.work.ExitCode;
import dev.rung.repl.work.Findings;
import dev.rung.repl.work.Repairs;
import dev.rung.repl.work.UsageProblem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code rung lint PATH…} */
final class LintCommand implements Command {
    private static final String DIFF = "--diff";
    private static final String FIX = "--fix";

    @Override
    public List<String> examples() {
        return List.of(
                "rung lint ledger.runbook",
                "rung lint runbooks/ --fail-on=error",
                "rung lint --fix --diff ledger.runbook",
                "cat ledger.runbook | rung lint -");
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
                        "the least severity that makes the exit code 1; warning unless told"))
                .addOption(Options.flag(
                        FIX,
                        "mend what can be mended mechanically, in the files that are named, and look again; standard "
                                + "input goes to standard output"))
                .addOption(Options.flag(DIFF, "write nothing; show what --fix would change"));
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
        boolean diff = Options.isGiven(given, DIFF);
        return diff || Options.isGiven(given, FIX)
                ? fix(Options.words(given), format, least, diff, desk)
                : lint(Options.words(given), format, least, desk);
    }

    private static int fix(List<String> paths, String format, Severity least, boolean diff, Desk desk)
            throws UsageProblem {
        Repairs repairs = Repairs.of(paths, desk);
        Console console = desk.console();
        boolean json = format.equals("json");
        for (Draft draft : repairs.files()) {
            if (diff) {
                show(Difference.of(draft.name(), draft.before(), draft.after()), console);
            } else if (draft.isStandardInput()) {
                show(draft.after(), console);
            } else if (draft.changes()) {
                draft.write(desk);
            }
        }
        boolean outIsTaken = diff || repairs.files().stream().anyMatch(Draft::isStandardInput);
        if (json && !outIsTaken) {
            document(repairs.left())
                    .with("mended", Json.each(repairs.mended(), DiagnosticView::json))
                    .print(console.out());
            console.out().flush();
            return repairs.left().reach(least) ? ExitCode.FINDINGS : ExitCode.DONE;
        }
        repairs.mended().forEach(finding -> console.err().println((diff ? "would mend " : "mended ") + told(finding)));
        new DiagnosticView(outIsTaken ? console.err() : console.out(), outIsTaken ? console.errors() : console.output())
                .show(repairs.left().found());
        sum(repairs.left(), repairs.mended().isEmpty() ? "" : repairs.mended().size() + " mended, ", console);
        return repairs.left().reach(least) ? ExitCode.FINDINGS : ExitCode.DONE;
    }

    /** {@code ledger.runbook:19:3: `stpo` does not begin a statement: now `stop`} */
    private static String told(Diagnostic finding) {
        String now = finding.edit().map(Edit::replacement).orElse("").strip();
        return finding.at() + ": " + finding.summary() + (now.isEmpty() ? ": taken out" : ": now `" + now + "`");
    }

    private static void show(String text, Console console) {
        console.out().writeBytes(text.getBytes(StandardCharsets.UTF_8));
        console.out().flush();
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
        sum(findings, "", console);
    }

    /** @param before what stands before the counts, or nothing */
    private static void sum(Findings findings, String before, Console console) {
        String files = findings.files() == 1 ? "1 file" : findings.files() + " files";
        String count = DiagnosticView.count(findings.found());
        String none = before.isEmpty() ? "nothing found" : "nothing left";
        console.err().println(files + ": " + before + (count.isEmpty() ? none : count));
        console.err().flush();
    }

    private static void showJson(Findings findings, Console console) {
        document(findings).print(console.out());
        console.out().flush();
    }

    private static Json document(Findings findings) {
        return Json.document("findings/1")
                .with("files", findings.files())
                .with("findings", Json.each(findings.found(), DiagnosticView::json));
    }
}
