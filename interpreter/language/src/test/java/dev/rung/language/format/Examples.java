package dev.rung.language.format;

import dev.rung.language.Toolchain;
import dev.rung.language.syntax.Phrase;
import dev.rung.language.syntax.ReleasesSyntax;
import dev.rung.language.syntax.RunbookReader;
import dev.rung.model.text.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Texts to lay out: all that the project has. */
final class Examples {
    private static final Path PROJECT = Path.of("../..");
    private static final Pattern FENCED = Pattern.compile("(?ms)^```(runbook|releases)\\b[^\n]*\n(.*?)^```$");
    private static final Path STATEMENTS = PROJECT.resolve("runbooks/reference/statements");
    private static final Pattern BODY = Pattern.compile("(?ms)^```(?:hop|phase)\n(.*?)^```$");

    private Examples() {}

    /** A file that has each form there is, as it should be laid out. */
    static SourceFile every(String ending) {
        return read(Path.of("src/test/resources/format/every." + ending));
    }

    /** What stands in bodies on the pages of the statements, each in a runbook, if it can be read. */
    static List<SourceFile> statements() {
        try (Stream<Path> pages = Files.list(STATEMENTS)) {
            return pages.sorted()
                    .flatMap(page -> BODY.matcher(read(page).text()).results())
                    .map(body -> runbook("runbook \"r\"\n\nphase \"p\" {\n" + body.group(1) + "}\n"))
                    .filter(file -> !RunbookReader.file(file).hasErrors())
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Each runbook and release file, and each that stands on a page. */
    static List<SourceFile> all() {
        try (Stream<Path> found = Files.walk(PROJECT)) {
            return found.filter(path -> !path.toString().contains("/target/"))
                    .filter(path -> path.toString().matches(".*\\.(runbook|releases|md)"))
                    .sorted()
                    .flatMap(path -> path.toString().endsWith(".md") ? fenced(path).stream() : Stream.of(read(path)))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<SourceFile> fenced(Path page) {
        SourceFile whole = read(page);
        List<SourceFile> files = new ArrayList<>();
        for (MatchResult block : FENCED.matcher(whole.text()).results().toList()) {
            int line = whole.position(block.start()).line();
            files.add(new SourceFile(page.normalize() + "-" + line + "." + block.group(1), block.group(2)));
        }
        return files;
    }

    private static SourceFile read(Path file) {
        try {
            return new SourceFile(file.normalize().toString(), Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static SourceFile runbook(String text) {
        return new SourceFile("a.runbook", text);
    }

    static SourceFile releases(String text) {
        return new SourceFile("a.releases", text);
    }

    static Optional<Phrase.Part> phrases(SourceFile file) {
        return file.name().endsWith(".releases")
                ? ReleasesSyntax.phrases(file).value()
                : RunbookReader.phrases(file).value();
    }

    /** The file, formatted; it has to be one that can be read. */
    static String formatted(SourceFile file) {
        return switch (new Toolchain((path, from) -> Optional.empty()).format(file)) {
            case Formatted.Text(String text, boolean changed) -> text;
            case Formatted.Unreadable(var findings) ->
                throw new AssertionError(findings.stream()
                        .map(finding -> finding.at() + " " + finding.summary())
                        .collect(Collectors.joining("\n")));
        };
    }

    static List<Phrase.Word> words(Phrase phrase) {
        return switch (phrase) {
            case Phrase.Word word -> List.of(word);
            case Phrase.Part part ->
                part.phrases().stream().flatMap(each -> words(each).stream()).toList();
        };
    }
}
