package dev.rung.runbooks.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code rung demo} as a newcomer types it first: what it shows, what it leaves, and that what it prints can be typed. */
class DemoTest {
    private static final Path TOP = Path.of("").toAbsolutePath().getParent();

    @TempDir
    Path folder;

    @AfterEach
    void leaveNothingBehind() {
        processes().forEach(ProcessHandle::destroyForcibly);
    }

    private record Finished(int exitCode, String output) {}

    private List<String> rung(String... words) {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + folder,
                "-Drung.home=" + TOP,
                "-cp",
                System.getProperty("java.class.path"),
                "dev.rung.repl.Main"));
        line.addAll(List.of(words));
        return line;
    }

    private Process start(List<String> line) throws IOException {
        return new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .start();
    }

    private static Finished finish(Process process) throws Exception {
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).as(output).isTrue();
        return new Finished(process.exitValue(), output);
    }

    /** Whatever has this test's folder on its command line. */
    private List<ProcessHandle> processes() {
        return ProcessHandle.allProcesses()
                .filter(process -> commandLine(process).contains(folder.toString()))
                .toList();
    }

    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
        } catch (IOException gone) {
            return "";
        }
    }

    private List<Path> sites() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("rung-demo-"))
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void twoAtOnceEndAsTheirRunsDoAndLeaveNothing() throws Exception {
        Process goingUp = start(rung("demo"));
        Process goingBack = start(rung("demo", "--fail", "3"));
        Finished up = finish(goingUp);
        Finished back = finish(goingBack);

        assertThat(up.exitCode()).as(up.output()).isZero();
        assertThat(up.output())
                .contains("\nupgraded to 2.4.0\n", "Ledger is stopped and " + folder.resolve("rung-demo-"))
                .doesNotContain("Exception", "\tat ");
        assertThat(back.exitCode()).as(back.output()).isEqualTo(10);
        assertThat(back.output())
                .contains("The migration to 2.4.0 will break off in its middle", "going back to 1.10.3: ")
                .contains("\nrolled back to 1.10.3\n", "restored: `books` from the backup ")
                .doesNotContain("Exception", "\tat ");
        assertThat(sites()).isEmpty();
        assertThat(processes()).isEmpty();
    }

    @Test
    void whatAKeptOnePrintsCanBeTyped() throws Exception {
        Finished demo = finish(start(rung("demo", "--keep")));
        assertThat(demo.exitCode()).as(demo.output()).isZero();
        assertThat(sites()).hasSize(1);
        assertThat(processes()).hasSize(1);
        assertThat(hops(demo.output())).isEqualTo(hopsThatCanFail());

        Finished again = typed(line(demo.output(), "  RUNG_STATE="));
        assertThat(again.output())
                .isEqualTo("Ledger, the sample application · ledger is at 2.4.0 already: nothing to do\n");
        assertThat(again.exitCode()).isZero();
        Finished history = typed(line(demo.output(), "  export RUNG_STATE=") + "; ./rung history");
        assertThat(history.output()).contains("ledger 1.8.2 → 2.4.0  upgraded after ");

        assertThat(typed(line(demo.output(), "  kill ")).exitCode()).isZero();
        assertThat(sites()).isEmpty();
        for (int i = 0; i < 100 && !processes().isEmpty(); i++) {
            Thread.sleep(100);
        }
        assertThat(processes()).isEmpty();
    }

    private static String line(String output, String beginning) {
        return output.lines()
                .filter(line -> line.startsWith(beginning))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no line begins with " + beginning + " in " + output))
                .strip();
    }

    private static List<String> hops(String output) {
        return Pattern.compile("(?m)^  hop \\d/\\d  \\S+ → (\\S+)")
                .matcher(output)
                .results()
                .map(hop -> hop.group(1))
                .toList();
    }

    private List<String> hopsThatCanFail() throws Exception {
        String help = finish(start(rung("demo", "--help"))).output().replaceAll("\\s+", " ");
        var named = Pattern.compile("1 to (\\d), or its version: ((?:[\\d.]+, )*[\\d.]+)")
                .matcher(help);
        assertThat(named.find()).as(help).isTrue();
        List<String> hops = List.of(named.group(2).split(", "));
        assertThat(named.group(1)).isEqualTo(Integer.toString(hops.size()));
        return hops;
    }

    /** By a shell, with a launcher that starts what this test runs on. */
    private Finished typed(String line) throws Exception {
        Path launcher = folder.resolve("rung");
        List<String> quoted = rung().stream().map(word -> "'" + word + "'").toList();
        Files.writeString(launcher, "#!/bin/sh\nexec " + String.join(" ", quoted) + " \"$@\"\n");
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
        return finish(start(List.of("sh", "-c", line.replace(TOP.resolve("rung").toString(), "./rung"))));
    }
}
