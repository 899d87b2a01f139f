package dev.rung.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run in a process of its own, to which signals come while a statement works. */
class InterruptedRunTest {
    @TempDir
    Path folder;

    private Typed typed;
    private Process run;
    private BufferedReader said;

    private void begin() throws IOException {
        typed = new Typed(folder);
        Notes.layOut(typed, "    run \"sleep 4\" changes nothing\n");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.rung.repl.Main",
                        "run",
                        "notes.runbook",
                        "--to=2.0",
                        "--yes",
                        "--confirm=announced")
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().put("RUNG_STATE", folder.resolve("state").toString());
        run = builder.start();
        said = new BufferedReader(new InputStreamReader(run.getInputStream(), StandardCharsets.UTF_8));
        readTo("  ▸ run \"sleep 4\" changes nothing");
    }

    private void readTo(String wanted) throws IOException {
        for (String line = said.readLine(); !wanted.equals(line); line = said.readLine()) {
            assertThat(line).as("looking for " + wanted).isNotNull();
        }
    }

    private void signal() throws Exception {
        assertThat(new ProcessBuilder("kill", "-TERM", Long.toString(run.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    private String rest() throws Exception {
        String rest = said.lines().collect(Collectors.joining("\n"));
        assertThat(run.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return rest;
    }

    @Test
    void oneSignalStopsBehindTheStatement() throws Exception {
        begin();
        assertThat(typed.rung("status")).isZero();
        assertThat(typed.out())
                .contains("  pad 1.0 → 2.0  Notes\n  runs now, since ", ": process " + run.pid() + " of ")
                .contains("  in hand: run `sleep 4`\n")
                .doesNotContain("rung resume");
        signal();
        readTo("stopping after `run \"sleep 4\" changes nothing`");

        assertThat(rest())
                .contains("✔ run \"sleep 4\" changes nothing", "\nstopped, safe and resumable: it was asked to stop\n");
        assertThat(run.exitValue()).isEqualTo(12);
        assertThat(typed.rung("status")).isZero();
        assertThat(typed.out())
                .contains(
                        "\n  stopped, safe and resumable: it was asked to stop; that was at ", "\n  rung resume pad-");
        assertThat(typed.rung("resume")).isZero();
        assertThat(typed.text("app")).isEqualTo("2.0");
    }

    @Test
    void theThirdLeavesAndSaysHowThingsAre() throws Exception {
        begin();
        signal();
        readTo("stopping after `run \"sleep 4\" changes nothing`");
        signal();
        String name = folder.resolve("state/runs").toFile().list()[0].replace(".jsonl", "");
        readTo("`run \"sleep 4\" changes nothing` is still working; once more leaves it in its middle, and `rung"
                + " resume "
                + name + "` goes on from there");
        signal();

        assertThat(rest()).startsWith("""

            left in the middle of this, which may still be working: `run "sleep 4" changes nothing`
              app: the release that the hop goes to
            """).endsWith("""

                  rung resume %s      looks what it has left, and goes on
                  rung rollback %s    looks what it has left, and takes the run back\
                """.formatted(name, name));
        assertThat(run.exitValue()).isEqualTo(13);
        assertThat(typed.rung("status")).isZero();
        assertThat(typed.out())
                .contains(
                        "\n  interrupted: process " + run.pid() + " of ",
                        "  in hand: run `sleep 4`\n",
                        "rung rollback");
        int resumed = typed.rung("resume");
        assertThat(resumed).as(typed.out()).isZero();
        assertThat(typed.out()).contains("what the interruption has left working is waited for");
        assertThat(typed.text("app")).isEqualTo("2.0");
    }
}
