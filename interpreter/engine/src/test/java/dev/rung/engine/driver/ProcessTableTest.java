package dev.rung.engine.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessTableTest {
    @TempDir
    Path proc;

    private boolean alive(String state, int threads) throws IOException {
        Files.createDirectories(proc.resolve("7"));
        Files.writeString(
                proc.resolve("7/stat"),
                "7 (a ) b) " + state + " 1 7 7 0 -1 0 0 0 0 0 0 0 0 0 20 0 " + threads + " 0 99 0 0\n");
        return new ProcessTable(proc).alive(7);
    }

    @Test
    void aProcessIsAliveUntilItsLastThreadHasEnded() throws Exception {
        assertThat(alive("S", 3)).isTrue();
        assertThat(alive("Z", 3)).as("the first thread has ended").isTrue();
        assertThat(alive("Z", 1)).as("only its parent has not noticed").isFalse();
        assertThat(alive("X", 1)).isFalse();
        assertThat(new ProcessTable(proc).alive(8)).isFalse();
    }
}
