package dev.rung.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.language.format.Formatted;
import dev.rung.model.text.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The runbooks that the language was thought out with, one for each shape of system. Beside each stands how it was written
 * by hand, which is what the formatter gets. What was only hinted at there ({@code …}, a digest, what stands around a piece) is
 * filled in by the least that makes it whole.
 */
class ExamplesTest {
    private static final Path EXAMPLES = Path.of("src/test/resources/examples");
    private static final String WRITTEN = ".written";

    @TestFactory
    Stream<DynamicTest> eachIsLaidOut() throws IOException {
        List<Path> written = files(WRITTEN);
        assertThat(written).hasSize(6);
        return written.stream()
                .map(file -> DynamicTest.dynamicTest(name(file), () -> {
                    Path laidOut = EXAMPLES.resolve(name(file));
                    assertThat(formatted(source(laidOut, Files.readString(file))))
                            .isEqualTo(Files.readString(laidOut));
                    assertThat(formatted(source(laidOut, Files.readString(laidOut))))
                            .isEqualTo(Files.readString(laidOut));
                }));
    }

    @TestFactory
    Stream<DynamicTest> inNoneIsAnythingFound() throws IOException {
        return Stream.of(files(".runbook"), files(".releases"), files(WRITTEN))
                .flatMap(List::stream)
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    SourceFile source = source(EXAMPLES.resolve(name(file)), Files.readString(file));
                    assertThat(toolchain().lint(source)).isEmpty();
                }));
    }

    private static List<Path> files(String ending) throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(WRITTEN, "");
    }

    private static SourceFile source(Path file, String text) {
        return new SourceFile(file.toString(), text);
    }

    private static String formatted(SourceFile file) {
        return switch (toolchain().format(file)) {
            case Formatted.Text(String text, boolean changed) -> text;
            case Formatted.Unreadable unreadable -> throw new AssertionError(unreadable.findings());
        };
    }

    private static Toolchain toolchain() {
        return new Toolchain((path, from) -> {
            try {
                Path file = EXAMPLES.resolve(path);
                return Files.exists(file) ? Optional.of(source(file, Files.readString(file))) : Optional.empty();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }
}
