package dev.rung.repl.work;

import dev.rung.repl.view.Console;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Asks the person at the terminal, if one is there. */
public interface Questions {
    /** Without somebody nothing is ever asked, so that a job never hangs. */
    boolean somebodyIsThere();

    /** @return the answer without its line break; empty if nobody answers */
    Optional<String> ask(String question);

    /** Whether a yes can be had, if nothing else: a script can say that much ahead of time. */
    default boolean canSayYes() {
        return somebodyIsThere();
    }

    /** A yes has to be said: an empty line is a no. */
    default boolean yes(String question) {
        return ask(question + YES_OR_NO).filter(Questions::isYes).isPresent();
    }

    /** Behind a question that {@link #isYes} judges. */
    String YES_OR_NO = " [y/N] ";

    static boolean isYes(String answer) {
        return List.of("y", "yes").contains(answer.strip().toLowerCase(Locale.ROOT));
    }

    static Questions at(Console console) {
        return new AtConsole(console);
    }

    /** Reads no byte more than the line, because others read from there, too. */
    record AtConsole(Console console) implements Questions {
        @Override
        public boolean somebodyIsThere() {
            return console.interactive();
        }

        @Override
        public Optional<String> ask(String question) {
            if (!somebodyIsThere()) {
                return Optional.empty();
            }
            console.out().print(console.output().glyphs().fit(question));
            console.out().flush();
            return line(console.in());
        }
    }

    /** The next line; empty at the end of the input. */
    static Optional<String> line(InputStream in) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            int next = in.read();
            boolean ended = next < 0;
            while (next >= 0 && next != '\n') {
                bytes.write(next);
                next = in.read();
            }
            String line = bytes.toString(StandardCharsets.UTF_8);
            return ended
                    ? Optional.empty()
                    : Optional.of(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
        } catch (IOException gone) {
            return Optional.empty();
        }
    }
}
