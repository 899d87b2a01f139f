package dev.rung.runbooks.hygiene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.language.Toolchain;
import dev.rung.language.format.Formatted;
import dev.rung.model.text.SourceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The project's own runbooks and release files are laid out as {@code rung fmt} does, on pages too. Left out is what shows
 * a mistake, because it cannot be read, and what shows what the formatter makes of it.
 */
class FormattedTest {
    private static final Pattern FENCED =
            Pattern.compile("(?ms)^```(runbook|releases)\\b[^\n]*\n(.*?)^```$(?!\n\n```formatted)");

    private final Project project = Project.here();

    @Test
    void filesAreFormatted() {
        List<SourceFile> files = Stream.of(".runbook", ".releases")
                .flatMap(ending -> project.files(ending).stream())
                .map(file -> new SourceFile(project.name(file), project.text(file)))
                .toList();
        assertThat(files).hasSizeGreaterThan(5);
        assertThat(files).allSatisfy(FormattedTest::isFormatted);
    }

    @Test
    void whatStandsOnPagesIsFormatted() {
        List<SourceFile> files =
                project.files(".md").stream().flatMap(this::fenced).toList();
        assertThat(files).hasSizeGreaterThan(50);
        assertThat(files).allSatisfy(FormattedTest::isFormatted);
    }

    private Stream<SourceFile> fenced(Path page) {
        return FENCED.matcher(project.text(page))
                .results()
                .map(block -> new SourceFile(project.name(page) + "." + block.group(1), block.group(2)));
    }

    private static void isFormatted(SourceFile file) {
        Formatted formatted = new Toolchain((path, from) -> Optional.empty()).format(file);
        if (formatted instanceof Formatted.Text(String text, boolean changed)) {
            assertThat(text).as(file.name()).isEqualTo(file.text());
        }
    }
}
