package dev.rung.repl.shell;

import dev.rung.repl.view.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jline.reader.Candidate;
import org.jline.reader.EOFError;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.jline.reader.SyntaxError;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** Reads from a person at a terminal: editing over several lines, completion, history. */
final class TerminalLines implements Lines {
    private final Terminal terminal;
    private final LineReader reader;
    private final Predicate<String> incomplete;
    private boolean asking;

    /**
     * @param incomplete whether more lines have to follow what was typed
     * @param completions what may stand in the place of a begun word: the line up to it, then the word
     * @param history the file that keeps what was typed; only its owner reads it
     */
    TerminalLines(
            Console console,
            Predicate<String> incomplete,
            Function<String, List<Completion>> completions,
            Path history) {
        this.incomplete = incomplete;
        try {
            prepare(history);
            // Without these the terminal is asked for its abilities, and answers that come late end up in the input.
            terminal = TerminalBuilder.builder()
                    .name("rung")
                    .system(true)
                    .jni(true)
                    .ffm(false)
                    .exec(false)
                    .graphemeCluster(false)
                    .encoding(console.out().charset())
                    .build();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        reader = LineReaderBuilder.builder()
                .terminal(terminal)
                .appName("rung")
                .parser(new Completeness())
                .completer((line, parsed, candidates) -> completions
                        .apply(parsed.line().substring(0, parsed.cursor()))
                        .forEach(each -> candidates.add(candidate(each))))
                .variable(LineReader.HISTORY_FILE, history)
                .variable(LineReader.SECONDARY_PROMPT_PATTERN, "%P  ")
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.HISTORY_IGNORE_SPACE, true)
                .option(LineReader.Option.BRACKETED_PASTE, true)
                .build();
    }

    /** @param word what is put in @param group what kind of thing it is @param about shown beside it, or empty */
    record Completion(String word, String group, String about) {}

    private static Candidate candidate(Completion completion) {
        String about = completion.about().isEmpty() ? null : completion.about();
        return new Candidate(completion.word(), completion.word(), completion.group(), about, null, null, true);
    }

    private static void prepare(Path history) throws IOException {
        Files.createDirectories(history.getParent());
        if (!Files.exists(history)) {
            Files.createFile(
                    history, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
    }

    @Override
    public Optional<String> next(String prompt) {
        while (true) {
            try {
                return Optional.of(reader.readLine(prompt));
            } catch (UserInterruptException cleared) {
                // Ctrl-C at the prompt clears the line and nothing else.
            } catch (EndOfFileException ended) {
                return Optional.empty();
            }
        }
    }

    @Override
    public boolean somebodyIsThere() {
        return true;
    }

    /** Answers are nobody's history. */
    @Override
    public Optional<String> ask(String question) {
        asking = true;
        reader.setVariable(LineReader.DISABLE_HISTORY, true);
        reader.setVariable(LineReader.DISABLE_COMPLETION, true);
        try {
            return Optional.of(reader.readLine(question));
        } catch (UserInterruptException | EndOfFileException no) {
            return Optional.empty();
        } finally {
            asking = false;
            reader.setVariable(LineReader.DISABLE_HISTORY, false);
            reader.setVariable(LineReader.DISABLE_COMPLETION, false);
        }
    }

    @Override
    public void close() {
        try {
            reader.getHistory().save();
            terminal.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Lets the editor go on with another line until the language says that it is enough. */
    private final class Completeness implements Parser {
        private final DefaultParser words =
                new DefaultParser().escapeChars(null).quoteChars(null);

        @Override
        public ParsedLine parse(String line, int cursor, ParseContext context) throws SyntaxError {
            boolean accepting = context == ParseContext.ACCEPT_LINE || context == ParseContext.UNSPECIFIED;
            if (accepting && !asking && incomplete.test(line)) {
                throw new EOFError(-1, cursor, "more has to follow");
            }
            return words.parse(line, cursor, ParseContext.COMPLETE);
        }

        @Override
        public boolean isEscapeChar(char ch) {
            return false;
        }
    }
}
