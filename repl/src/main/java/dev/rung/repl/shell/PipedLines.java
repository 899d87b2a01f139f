package dev.rung.repl.shell;

import dev.rung.repl.view.Console;
import dev.rung.repl.work.Questions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads line by line: no prompt, no echo, nothing that a terminal would be needed for. */
final class PipedLines implements Lines {
    private final Console console;
    private final Predicate<String> incomplete;
    private Optional<String> kept = Optional.empty();
    private boolean leftUnanswered;

    /** @param incomplete whether more lines have to follow what was read */
    PipedLines(Console console, Predicate<String> incomplete) {
        this.console = console;
        this.incomplete = incomplete;
    }

    /** No statement goes on with a colon: whatever was open then is taken as it stands. */
    @Override
    public Optional<String> next(String prompt) {
        Optional<String> line = line();
        if (line.isEmpty()) {
            return line;
        }
        StringBuilder typed = new StringBuilder(line.get());
        while (incomplete.test(typed.toString())) {
            Optional<String> more = line();
            if (more.isEmpty() || more.get().startsWith(":")) {
                kept = more;
                break;
            }
            typed.append('\n').append(more.get());
        }
        return Optional.of(typed.toString());
    }

    private Optional<String> line() {
        Optional<String> line = kept.or(() -> Questions.line(console.in()));
        kept = Optional.empty();
        return line;
    }

    /** What is asked for in free words could be mistaken for the next line of the script: it is given with options. */
    @Override
    public boolean somebodyIsThere() {
        return false;
    }

    @Override
    public Optional<String> ask(String question) {
        return Optional.empty();
    }

    @Override
    public boolean canSayYes() {
        return true;
    }

    /** Takes the next line if it is an answer; any other is the script's next line, and stays that. */
    @Override
    public boolean yes(String question) {
        console.out().print(console.output().glyphs().fit(question + YES_OR_NO));
        Optional<String> next = line();
        boolean yes = next.filter(Questions::isYes).isPresent();
        if (yes || next.filter(PipedLines::isNo).isPresent()) {
            console.out().println(next.get().strip());
        } else {
            kept = next;
            leftUnanswered = true;
            console.out().println();
            console.out()
                    .println(
                            "  not answered, so no: " + next.map(this::noAnswer).orElse("the pipe has ended"));
        }
        console.out().flush();
        return yes;
    }

    private String noAnswer(String line) {
        return "the next line, `" + console.output().glyphs().fit(line) + "`, is neither y nor n";
    }

    @Override
    public boolean leftUnanswered() {
        return leftUnanswered;
    }

    private static boolean isNo(String answer) {
        return List.of("n", "no").contains(answer.strip().toLowerCase(Locale.ROOT));
    }

    @Override
    public void close() {}
}
