package dev.rung.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultsTest {

    @TempDir
    private Path folder;

    @Test
    void withoutAFileThereAreNone() {
        Faults faults = Faults.beside(folder.resolve("ledger"), "2.0.1");

        assertThat(faults.failMigration()).isFalse();
        assertThat(faults.failStart()).isFalse();
        assertThat(faults.slowMigration()).isNull();
        assertThat(faults.dieAfterHealthy()).isNull();
    }

    @Test
    void strikeTheVersionTheyName() throws IOException {
        String file = """
            # one of each
            fail-migration-to=2.0.1
            fail-start-of=2.0.1
            slow-migration-to=2.0.1:20s
            die-after-healthy=2.0.1:500ms
            """;

        Faults named = faults(file, "2.0.1");
        assertThat(named.failMigration()).isTrue();
        assertThat(named.failStart()).isTrue();
        assertThat(named.slowMigration()).isEqualTo(new Faults.Pause(Duration.ofSeconds(20), false));
        assertThat(named.dieAfterHealthy()).isEqualTo(Duration.ofMillis(500));

        Faults other = faults(file, "2.4.0");
        assertThat(other.failMigration()).isFalse();
        assertThat(other.failStart()).isFalse();
        assertThat(other.slowMigration()).isNull();
        assertThat(other.dieAfterHealthy()).isNull();
    }

    @Test
    void takeSeveralVersions() throws IOException {
        String file = "slow-migration-to = 1.9.4:1m, 1.10.3:2s:before\n";

        assertThat(faults(file, "1.9.4").slowMigration()).isEqualTo(new Faults.Pause(Duration.ofMinutes(1), false));
        assertThat(faults(file, "1.10.3").slowMigration()).isEqualTo(new Faults.Pause(Duration.ofSeconds(2), true));
        assertThat(faults(file, "1.10").slowMigration()).isNull();
    }

    @Test
    void sayWhatIsWrongWithADuration() {
        assertThatThrownBy(() -> faults("die-after-healthy=2.0.1:soon", "2.0.1").dieAfterHealthy())
                .isInstanceOf(LedgerException.class)
                .hasMessage("\"soon\" is not a duration such as 500ms, 20s or 10m");
    }

    private Faults faults(String file, String version) throws IOException {
        Files.writeString(folder.resolve("ledger.faults"), file);
        return Faults.beside(folder.resolve("ledger"), version);
    }
}
