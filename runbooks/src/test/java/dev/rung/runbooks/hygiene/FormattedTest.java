package dev.rung.runbooks.hygiene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.language.Toolchain;
import dev.rung.language.format.Formatted;
import dev.rung.model.text.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The project's own runbooks and release files are laid out as {@code rung fmt} does, on pages too; one that is not is
 * written anew, and fails once. Left out is what shows a mistake, because it cannot be read, and what shows what the
 * formatter makes of it.
 */
class FormattedTest {
    private static final Pattern FENCED =
            Pattern.compile("(?ms)^```(runbook|releases)\\b[^\n]*\n(.*?)^```$(?!\n\n```formatted)");

    private final Project project = Project.here();

    @Test
    void filesAreFormatted() {
        List<Path> files = Stream.of(".runbook", ".releases")
                .flatMap(ending -> project.files(ending).stream())
                .toList();
        assertThat(files).hasSizeGreaterThan(5);
        assertThat(files)
                .filteredOn(file -> isRewritten(file, formatted(project.name(file), project.text(file))))
                .isEmpty();
    }

    @Test
    void whatStandsOnPagesIsFormatted() {
        List<Path> pages = project.files(".md");
        assertThat(pages.stream()
                        .flatMap(page -> FENCED.matcher(project.text(page)).results()))
                .hasSizeGreaterThan(50);
        assertThat(pages)
                .filteredOn(page -> isRewritten(page, page(project.text(page))))
                .isEmpty();
    }

    private static String page(String page) {
        StringBuilder formatted = new StringBuilder();
        int end = 0;
        for (MatchResult block : FENCED.matcher(page).results().toList()) {
            formatted.append(page, end, block.start(2)).append(formatted("block." + block.group(1), block.group(2)));
            end = block.end(2);
        }
        return formatted.append(page, end, page.length()).toString();
    }

    private static String formatted(String name, String text) {
        Formatted formatted = new Toolchain((path, from) -> Optional.empty()).format(new SourceFile(name, text));
        return formatted instanceof Formatted.Text(String better, boolean changed) ? better : text;
    }

    private boolean isRewritten(Path file, String better) {
        if (better.equals(project.text(file))) {
            return false;
        }
        try {
            Files.writeString(file, better);
            return true;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
