package dev.rung.repl.shell;

import dev.rung.engine.run.Prospect;
import dev.rung.language.check.CheckedRunbook;
import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.repl.view.Console;
import dev.rung.repl.view.DiagnosticView;
import dev.rung.repl.view.PlanView;
import dev.rung.repl.view.ProspectView;
import dev.rung.repl.view.Theme.Role;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the REPL prints besides what every command prints. */
final class Screen {
    private final Console console;

    Screen(Console console) {
        this.console = console;
    }

    void say(String words) {
        console.out().println(console.output().glyphs().fit(words));
        console.out().flush();
    }

    void title(String words) {
        console.out()
                .println(console.output()
                        .theme()
                        .paint(Role.TITLE, console.output().glyphs().fit(words)));
    }

    /** Where the answer would have been: a person looks there. */
    void findings(List<Diagnostic> findings) {
        new DiagnosticView(console.out(), console.output()).show(findings);
    }

    void trouble(String words, String help) {
        painted(Role.ERROR, "error:", words);
        if (!help.isEmpty()) {
            painted(Role.HELP, "help:", help);
        }
    }

    private void painted(Role role, String beginning, String words) {
        String head = console.output().theme().paint(role, beginning);
        console.out().println(head + " " + console.output().glyphs().fit(words));
        console.out().flush();
    }

    PlanView plan() {
        return new PlanView(console.out(), console.output());
    }

    void prospect(Prospect prospect, ZoneId zone) {
        new ProspectView(console.out(), console.output(), zone).show(prospect);
    }

    void help() {
        say("Enter shows the next statement of the loaded runbook; expressions are answered; statements are carried");
        say("out after a question. Ctrl-C clears the line; while a statement works it stops after that. In a pipe a");
        say("question takes the next line if that is y, yes, n or no; any other line is a no, and read as what it is.");
        Commands.ALL.forEach(entry -> say("  " + String.format("%-12s", entry.usage()) + entry.summary()));
    }

    void inputs(CheckedRunbook runbook, Map<String, String> given) {
        if (runbook.inputs().isEmpty()) {
            say("there are no inputs");
        }
        for (CheckedRunbook.Input input : runbook.inputs()) {
            String value = Optional.ofNullable(given.get(input.name()))
                    .map(text -> " = " + text)
                    .or(() -> input.defaultText().map(text -> " = " + text + "  (unless given)"))
                    .orElse("  (not given)");
            say("  " + input.name() + " : " + input.type().word() + value);
        }
    }

    /** @param where which versions are installed by now, if that is known @param parts how each is, a line each */
    void state(Optional<String> where, List<String> parts) {
        where.ifPresent(versions -> say("  " + versions));
        parts.forEach(line -> say("  " + line));
    }
}
