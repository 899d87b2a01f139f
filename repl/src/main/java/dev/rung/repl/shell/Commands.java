package dev.rung.repl.shell;

import java.util.List;
import java.util.Optional;

/** The commands of the REPL, which begin with a colon. */
final class Commands {
    static final List<Entry> ALL = List.of(
            new Entry(":help", "", "this"),
            new Entry(":inputs", "", "the inputs and their values"),
            new Entry(":next", "[N]", "carries out the next statement, or the next N"),
            new Entry(":plan", "[N]", "the plan, with marks at what is done and what comes next; or its statement N"),
            new Entry(":quit", "", "leaves; a run that has begun can be resumed"),
            new Entry(":rollback", "", "takes the way back, after showing it"),
            new Entry(":run", "", "carries out all that is left"),
            new Entry(":state", "", "how every part is"));

    private Commands() {}

    /** @param takes what may stand behind it, or empty */
    record Entry(String name, String takes, String summary) {
        String usage() {
            return takes.isEmpty() ? name : name + " " + takes;
        }
    }

    static Optional<Entry> named(String name) {
        return ALL.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }

    static List<String> names() {
        return ALL.stream().map(Entry::name).toList();
    }
}
