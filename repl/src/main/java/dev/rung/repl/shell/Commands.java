package dev.rung.repl.shell;

import dev.rung.model.text.Nearest;
import dev.rung.repl.work.UsageProblem;
import java.util.List;
import java.util.Optional;

/** The commands of the REPL, which begin with a colon. */
final class Commands {
    static final List<Entry> ALL = List.of(
            new Entry(":back", "", "takes the last statement back, after showing how: it is ahead again"),
            new Entry(":help", "", "this"),
            new Entry(":inputs", "", "the inputs and their values"),
            new Entry(":next", "[N]", "carries out the next statement, or the next N"),
            new Entry(":plan", "[N]", "the plan, with marks at what is done and what comes next; or its statement N"),
            new Entry(":quit", "", "leaves; a run that has begun can be resumed"),
            new Entry(":rollback", "", "takes the way back, after showing it"),
            new Entry(":run", "[to N]", "carries out all that is left, or all in front of the plan's statement N"),
            new Entry(":skip", "REASON", "leaves the next statement out, if what is left is proved without it"),
            new Entry(":state", "", "how every part is"));

    private Commands() {}

    /** @param takes what may stand behind it, or empty */
    record Entry(String name, String takes, String summary) {
        String usage() {
            return takes.isEmpty() ? name : name + " " + takes;
        }

        /** How many words there may be, its name among them: one for each that it takes, or a whole sentence. */
        private int most() {
            boolean isSentence = !takes.isEmpty() && !takes.startsWith("[");
            return isSentence ? Integer.MAX_VALUE : 1 + (takes.isEmpty() ? 0 : takes.split(" ").length);
        }
    }

    /** What a line asks for. */
    record Call(String name, Optional<String> argument) {
        /** @throws UsageProblem if what stands behind the command is no number from 1 to the most */
        int number(int most, String help) throws UsageProblem {
            String text = argument.orElse("1");
            if (!text.matches("[1-9][0-9]{0,4}") || Integer.parseInt(text) > most) {
                throw new UsageProblem("`" + name + "` does not take `" + text + "`", help);
            }
            return Integer.parseInt(text);
        }
    }

    /** @throws UsageProblem if there is no such command, or it does not take what stands behind it */
    static Call read(String typed) throws UsageProblem {
        String[] words = typed.strip().split("\\s+");
        Entry entry = ALL.stream()
                .filter(each -> each.name().equals(words[0]))
                .findFirst()
                .orElseThrow(() -> unknown(words[0]));
        if (words.length > entry.most()) {
            throw new UsageProblem(
                    "`" + words[0] + "` does not take `" + words[entry.most()] + "`", "it is " + entry.usage());
        }
        String argument = typed.strip().substring(words[0].length()).strip();
        return new Call(words[0], Optional.of(argument).filter(given -> !given.isEmpty()));
    }

    private static UsageProblem unknown(String name) {
        String help = Nearest.to(name, names())
                .map(near -> "did you mean `" + near + "`?")
                .orElse(":help lists the commands");
        return new UsageProblem("there is no command `" + name + "`", help);
    }

    static List<String> names() {
        return ALL.stream().map(Entry::name).toList();
    }
}
