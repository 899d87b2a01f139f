package dev.rung.repl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.repl.ReferencePage.Held;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The messages that belong to no page of their own, each whole, with the example that gives it. */
class MessagesPageTest {
    private static final Path PAGE = Path.of("../runbooks/reference/messages.md");

    @TempDir
    Path folder;

    @Test
    void everyMessageIsAsThePageShowsIt() throws IOException {
        SampleRunbook sample = SampleRunbook.of(Path.of("../runbooks/reference/statements/README.md"));

        Held held = ReferencePage.hold(
                new ProofPage(PAGE, Files.readAllLines(PAGE)),
                sample,
                new Typed(Files.createTempDirectory(folder, "page")));

        assertThat(held.mistakes()).isGreaterThan(20);
    }
}
