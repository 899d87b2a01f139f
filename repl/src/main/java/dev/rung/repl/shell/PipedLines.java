package dev.rung.repl.shell;

import dev.rung.repl.view.Console;
import dev.rung.repl.work.Questions;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads line by line: no prompt, no echo, nothing that a terminal would be needed for. */
final class PipedLines implements Lines {
    private final Console console;
    private final Predicate<String> incomplete;

    /** @param incomplete whether more lines have to follow what was read */
    PipedLines(Console console, Predicate<String> incomplete) {
        this.console = console;
        this.incomplete = incomplete;
    }

    @Override
    public Optional<String> next(String prompt) {
        Optional<String> first = Questions.line(console.in());
        if (first.isEmpty()) {
            return first;
        }
        StringBuilder typed = new StringBuilder(first.get());
        while (incomplete.test(typed.toString())) {
            Optional<String> more = Questions.line(console.in());
            if (more.isEmpty()) {
                break;
            }
            typed.append('\n').append(more.get());
        }
        return Optional.of(typed.toString());
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
        Optional<String> answer = Questions.line(console.in());
        console.out().println(answer.orElse(""));
        return answer;
    }

    @Override
    public void close() {}
}
