package dev.rung.repl.command;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** All commands there are, in the order of the alphabet. */
final class Commands {
    static final List<Entry> ALL = List.of(
            new Entry("abandon", "give an interrupted run up, as it is", AbandonCommand::new),
            new Entry("demo", "upgrade a sample application, to see how it is", DemoCommand::new),
            new Entry("fmt", "lay out runbooks and release files", FmtCommand::new),
            new Entry("history", "the runs there were, and what each did", HistoryCommand::new),
            new Entry("lint", "find mistakes in runbooks and release files", LintCommand::new),
            new Entry("plan", "show what a run would do, and do nothing", PlanCommand::new),
            new Entry("prove", "show that every point of a runbook has a way back", ProveCommand::new),
            new Entry("releases", "explain a path over releases, find gaps in it", ReleasesCommand::new),
            new Entry("repl", "go through a runbook statement by statement", ReplCommand::new),
            new Entry("resume", "take an interrupted run up again", ResumeCommand::new),
            new Entry("rollback", "take a run back, also days later", RollbackCommand::new),
            new Entry("run", "carry a runbook out", RunCommand::new),
            new Entry("status", "what runs now, and what was interrupted", StatusCommand::new));

    private Commands() {}

    /** @param make only the wanted command is ever made */
    record Entry(String name, String summary, Supplier<Command> make) {}

    static Optional<Entry> named(String name) {
        return ALL.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }

    static List<String> names() {
        return ALL.stream().map(Entry::name).toList();
    }
}
