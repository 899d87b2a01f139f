package dev.rung.repl.command;

import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.diagnostic.Severity;
import dev.rung.model.text.Nearest;
import dev.rung.model.version.PathFinding;
import dev.rung.model.version.ReleaseFile;
import dev.rung.repl.view.Console;
import dev.rung.repl.view.DiagnosticView;
import dev.rung.repl.view.Json;
import dev.rung.repl.view.PathView;
import dev.rung.repl.view.Words;
import dev.rung.repl.work.Desk;
import dev.rung.repl.work.ExitCode;
import dev.rung.repl.work.ReleaseBook;
import dev.rung.repl.work.UsageProblem;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code rung releases path FILE FROM TO}, {@code rung releases check FILE} */
final class ReleasesCommand implements Command {
    private static final List<String> DOINGS = List.of("check", "path");

    @Override
    public List<String> examples() {
        return List.of(
                "rung releases path ledger.releases 1.8.2 3.1.0",
                "rung releases path ledger.releases 1.8.2 3.1 --via 2.0 --json",
                "rung releases check ledger.releases");
    }

    @Override
    public String description() {
        return "Asks a release file, and no system. `path FILE FROM TO` explains the path from one release to another,"
            + " or to the newest of a line, hop by hop with the rule behind each; where there is none it says why and"
            + " exits with 1. `check FILE` finds gaps and contradictions, and exits with 1 if there are any. A file"
            + " that cannot be read as one ends either with 3.";
    }

    @Override
    public CommandSpec options() {
        return CommandSpec.create()
                .addPositional(Options.parameter("WHAT", "1..*", "`path FILE FROM TO` or `check FILE`"))
                .addOption(Options.values(List.of("--via"), "VERSION", "a release that the path has to pass through"))
                .addOption(Options.values(
                        List.of("--accept"), "NAME", "accept what is refused by this name, such as broken-0.50.14"))
                .addOption(Options.values(
                        List.of("--fact"), "NAME=VALUE", "what is known of the system; decides a `waypoint … when`"))
                .addOption(Options.flag("--json", "the answer as one JSON document"));
    }

    @Override
    public int run(ParseResult given, Desk desk) throws UsageProblem {
        List<String> words = Options.words(given);
        String doing = words.getFirst();
        return switch (doing) {
            case "path" -> path(arguments(words, "path FILE FROM TO"), given, desk);
            case "check" -> check(arguments(words, "check FILE").getFirst(), given, desk);
            default ->
                throw new UsageProblem(
                        "`rung releases` does not know `" + doing + "`",
                        Nearest.to(doing, DOINGS)
                                .map(near -> "did you mean `" + near + "`?")
                                .orElse("it takes `path FILE FROM TO` or `check FILE`"));
        };
    }

    private static List<String> arguments(List<String> words, String form) throws UsageProblem {
        int wanted = form.split(" ").length;
        if (words.size() < wanted) {
            throw new UsageProblem(
                    "`rung releases " + words.getFirst() + "` needs `" + form.split(" ")[words.size()] + "`",
                    "write `rung releases " + form + "`");
        }
        if (words.size() > wanted) {
            throw new UsageProblem(
                    "`rung releases " + words.getFirst() + "` does not take `" + words.get(wanted) + "`",
                    "write `rung releases " + form + "`");
        }
        return words.subList(1, wanted);
    }

    private static int path(List<String> words, ParseResult given, Desk desk) throws UsageProblem {
        ReleaseBook book = ReleaseBook.open(words.get(0), desk);
        if (!book.errors().isEmpty()) {
            new DiagnosticView(desk.console().err(), desk.console().errors()).show(book.errors());
            return ExitCode.INVALID;
        }
        PathFinding finding = book.path(
                words.get(1),
                words.get(2),
                Options.all(given, "--via"),
                Set.copyOf(Options.all(given, "--accept")),
                facts(given),
                LocalDate.now(desk.clock()));
        PathView view = new PathView(book.file(), book.version(words.get(1)));
        if (Options.isGiven(given, "--json")) {
            desk.console().out().println(view.json(finding));
            desk.console().out().flush();
        } else {
            view.show(finding, desk.console());
        }
        return finding instanceof PathFinding.Found ? ExitCode.DONE : ExitCode.FINDINGS;
    }

    private static Map<String, String> facts(ParseResult given) throws UsageProblem {
        Map<String, String> facts = new LinkedHashMap<>();
        for (String pair : Options.all(given, "--fact")) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new UsageProblem("`--fact " + pair + "` has no value", "write `--fact name=value`");
            }
            if (facts.put(pair.substring(0, equals), pair.substring(equals + 1)) != null) {
                throw new UsageProblem("the fact `" + pair.substring(0, equals) + "` is given twice", "");
            }
        }
        return facts;
    }

    private static int check(String name, ParseResult given, Desk desk) throws UsageProblem {
        ReleaseBook book = ReleaseBook.open(name, desk);
        Console console = desk.console();
        List<Diagnostic> found = book.contradictions();
        if (Options.isGiven(given, "--json")) {
            console.out().println(json(book, found));
        } else {
            new DiagnosticView(console.out(), console.output()).show(found);
            String count = DiagnosticView.count(found);
            console.err()
                    .println(console.errors()
                            .glyphs()
                            .fit(summary(book) + ": " + (count.isEmpty() ? "no gap and no contradiction" : count)));
            console.err().flush();
        }
        console.out().flush();
        if (!book.errors().isEmpty()) {
            return ExitCode.INVALID;
        }
        return found.stream().anyMatch(finding -> finding.severity() != Severity.NOTE)
                ? ExitCode.FINDINGS
                : ExitCode.DONE;
    }

    private static String summary(ReleaseBook book) {
        ReleaseFile file = book.file();
        long broken =
                file.lines().stream().mapToLong(line -> line.broken().size()).sum();
        return file.title() + " · " + Words.plural(file.lines().size(), "line") + ", "
                + Words.plural((int) file.releases().count(), "release")
                + (broken == 0 ? "" : ", " + broken + " broken")
                + (book.unchecked() == 0 ? "" : ", " + book.unchecked() + " without a sha256");
    }

    private static Json json(ReleaseBook book, List<Diagnostic> found) {
        ReleaseFile file = book.file();
        return Json.document("releases/1")
                .with("title", file.title())
                .with("lines", file.lines().size())
                .with("releases", file.releases().count())
                .with("withoutChecksum", book.unchecked())
                .with("findings", Json.each(found, DiagnosticView::json));
    }
}
