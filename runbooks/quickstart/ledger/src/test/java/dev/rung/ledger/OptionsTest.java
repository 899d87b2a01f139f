package dev.rung.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {

    @Test
    void serveIsTheDefault() {
        assertThat(Options.parse("--data", "data/ledger"))
                .isEqualTo(new Options(
                        new Options.Command.Serve(),
                        Path.of("data/ledger").toAbsolutePath(),
                        8080,
                        null,
                        Duration.ofMinutes(10)));
    }

    @Test
    void everythingCanBeSet() {
        assertThat(Options.parse(
                        "--lock-timeout", "5s", "--port", "9000", "--log", "ledger.log", "--data", "x", "--fill", "50"))
                .isEqualTo(new Options(
                        new Options.Command.Fill(50),
                        Path.of("x").toAbsolutePath(),
                        9000,
                        Path.of("ledger.log"),
                        Duration.ofSeconds(5)));
    }

    @Test
    void subCommandsAreOptions() {
        assertThat(Options.parse("--version").command()).isEqualTo(new Options.Command.Version());
        assertThat(Options.parse("--help").command()).isEqualTo(new Options.Command.Help());
        assertThat(Options.parse("--data", "x", "--release-lock").command())
                .isEqualTo(new Options.Command.ReleaseLock());
        assertThat(Options.parse("--data", "x", "--down", "2.0.1").command())
                .isEqualTo(new Options.Command.Down("2.0.1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--port 80                   | --data is missing",
                "--data                      | --data needs a value",
                "--data x --prot 80          | Unknown option --prot",
                "--data x --port 80000       | --port takes a number from 0 to 65535, not 80000",
                "--data x --fill many        | --fill takes a number from 0 to 1000000, not many",
                "--data x;MODE=MySQL         | --data must not hold a semicolon",
                "--data x --lock-timeout 5h  | \"5h\" is not a duration such as 500ms, 20s or 10m",
                "--data x --fill 1 --version | Only one sub-command can be given",
            })
    void mistakesAreNamed(String commandLine, String sentence) {
        assertThatThrownBy(() -> Options.parse(commandLine.split(" ")))
                .isInstanceOf(LedgerException.class)
                .hasMessage(sentence);
    }

    @ParameterizedTest
    @CsvSource({"0, 0s", "1500, 1500ms", "20000, 20s", "600000, 10m"})
    void durationsAreWrittenAsTheyAreRead(long millis, String text) {
        assertThat(Durations.format(Duration.ofMillis(millis))).isEqualTo(text);
        assertThat(Durations.parse(text)).isEqualTo(Duration.ofMillis(millis));
    }
}
