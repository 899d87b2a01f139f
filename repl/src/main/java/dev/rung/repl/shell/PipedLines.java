package dev.rung.repl.shell;

import dev.rung.repl.view.Console;
import dev.rung.repl.work.Questions;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads line by line: no prompt, no echo, nothing that a terminal would be needed for. */
final class PipedLines implements Lines {
    private final Console console;
    private final Predicate<String> incomplete;
    private Optional<String> kept = Optional.empty();

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

    /** The answer is the next line: a script that changes something says so in as many words. */
    @Override
    public boolean somebodyIsThere() {
        return true;
    }

    @Override
    public Optional<String> ask(String question) {
        console.out().print(console.output().glyphs().fit(question));
        console.out().flush();
        Optional<String> answer = line();
        console.out().println(answer.orElse(""));
        return answer;
    }

    @Override
    public void close() {}
}
