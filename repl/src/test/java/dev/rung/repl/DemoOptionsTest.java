package dev.rung.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be said of the demo without setting it up. */
class DemoOptionsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"9", "0", "1.9", "1.9.5", "last", ""})
    void aHopThatItHasNotIsRefusedBeforeAnythingIsSetUp(String hop) {
        Typed typed = new Typed(folder);

        assertThat(typed.rung("demo", "--fail", hop)).isEqualTo(2);

        assertThat(typed.out()).isEmpty();
        assertThat(typed.err()).isEqualTo("""
            error: the demo has no hop `%s`
            help: `--fail` takes 1 to 3, or a version: 1.9.4, 1.10.3, 2.4.0
            """.formatted(hop));
    }

    @Test
    void itsHelpNamesTheHops() {
        Typed typed = new Typed(folder);

        assertThat(typed.rung("demo", "--help")).isZero();

        assertThat(typed.out().replaceAll("\\s+", " ")).contains("1 to 3, or its version: 1.9.4, 1.10.3, 2.4.0");
    }
}
