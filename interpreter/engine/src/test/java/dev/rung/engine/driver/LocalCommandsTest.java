package dev.rung.engine.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rung.engine.driver.Commands.Line;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalCommandsTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private final String run = "test-" + UUID.randomUUID();

    @AfterEach
    void endWhatIsLeft() {
        new LocalCommands(run, folder)
                .stillWorking()
                .forEach(left -> ProcessHandle.of(left.pid()).ifPresent(ProcessHandle::destroyForcibly));
    }

    private LocalCommands commands() {
        return new LocalCommands(run, folder);
    }

    @Test
    void aHostileArgumentStaysOneWord() throws Trouble {
        String hostile = "a b; rm -rf / $(id) `id` 'x' \"y\" *\n-n";
        Commands.Finished finished = commands().run(Line.of("printf", "%s|", hostile, ""), LONG, true);
        assertThat(finished.exitCode()).isZero();
        assertThat(finished.output()).isEqualTo(hostile + "||");
    }

    @Test
    void whatAPersonDoesNotWantAnyMoreIsEndedIfItMayBe() throws Trouble {
        LocalCommands impatient = new LocalCommands(run, folder, () -> true);
        assertThatThrownBy(() -> impatient.run(Line.of("sh", "-c", "echo half; sleep 20"), LONG, true))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("was ended by a person; it said: half");
        assertThat(impatient.stillWorking()).isEmpty();
        assertThat(impatient.run(Line.of("sleep", "0.5"), LONG, false).exitCode())
                .isZero();
    }

    @Test
    void theExitCodeAndBothStreamsComeBack() throws Trouble {
        Commands.Finished finished = commands().run(Line.of("sh", "-c", "echo out; echo err >&2; exit 7"), LONG, true);
        assertThat(finished.exitCode()).isEqualTo(7);
        assertThat(finished.output()).contains("out").contains("err");
    }

    @Test
    void environmentDirectoryAndSessionAreAsAsked() throws Exception {
        Path inner = Files.createDirectory(folder.resolve("inner"));
        Line line = new Line(
                List.of("sh", "-c", "echo $$ $(cut -d' ' -f6 /proc/$$/stat) $PWD $WHO $RUNG_RUN"),
                Optional.of(Path.of("inner")),
                Map.of("WHO", "me"));
        String[] said = commands().run(line, LONG, true).output().strip().split(" ");
        assertThat(said[0]).as("leads a session of its own").isEqualTo(said[1]);
        assertThat(said[2]).isEqualTo(inner.toRealPath().toString());
        assertThat(said[3]).isEqualTo("me");
        assertThat(said[4]).isEqualTo(run);
    }

    @Test
    void onlyTheNewestOutputIsKept() throws Trouble {
        String output = commands()
                .run(Line.of("sh", "-c", "head -c 300000 /dev/zero | tr '\\0' x; echo end"), LONG, true)
                .output();
        assertThat(output).hasSize(64 * 1024).endsWith("xend\n");
    }

    @Test
    void whatIsMissingIsSaidInWords() {
        assertThatThrownBy(() -> commands().run(Line.of("no-such-program-here"), LONG, true))
                .isInstanceOf(Trouble.class)
                .hasMessage("the program `no-such-program-here` is not there: no folder of PATH has it");
        Line nowhere = new Line(List.of("true"), Optional.of(Path.of("nowhere")), Map.of());
        assertThatThrownBy(() -> commands().run(nowhere, LONG, true))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("nowhere, in which `true` starts, is not there");
        assertThatThrownBy(() -> commands().run(Line.of("/etc/passwd"), LONG, true))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("may not be executed");
    }

    @Test
    void aProgramThatMayBeEndedIsEndedAtItsLimitWithItsChildren() {
        LocalCommands commands = commands();
        assertThatThrownBy(() -> commands.run(
                        Line.of("sh", "-c", "echo working; sleep 100 & sleep 100"), Duration.ofMillis(300), true))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("did not end within 300 ms and was ended; it said: working");
        assertThat(commands.stillWorking()).isEmpty();
    }

    @Test
    void aProgramThatMayNotBeEndedIsLeftAlone() {
        LocalCommands commands = commands();
        assertThatThrownBy(() -> commands.run(Line.of("sleep", "100"), Duration.ofMillis(200), false))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("still works as process");
        assertThat(commands.stillWorking())
                .singleElement()
                .satisfies(left -> assertThat(left.command()).endsWith("sleep 100"));
    }

    @Test
    void aServiceIsNotInFlight() throws Trouble {
        LocalCommands commands = commands();
        long pid = commands.spawn(Line.of("sleep", "100"), folder.resolve("log"));
        assertThat(ProcessTable.ofThisMachine().alive(pid)).isTrue();
        assertThat(commands.stillWorking()).isEmpty();
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }

    @Test
    void whatTheCallerTalksToNowIsNotLeftOver() throws Exception {
        LocalCommands commands = commands();
        Process talk = commands.talk(Line.of("cat"));
        assertThat(commands.stillWorking()).isEmpty();
        assertThat(commands().stillWorking()).as("to another interpreter it is").hasSize(1);
        talk.getOutputStream().close();
        assertThat(talk.waitFor()).isZero();
    }

    @Test
    void aChildSurvivesCtrlCAndTheDeathOfItsInterpreterAndIsFound() throws Exception {
        Process interpreter = startInterpreter();
        waitFor(() -> !commands().stillWorking().isEmpty());
        long child = commands().stillWorking().getFirst().pid();

        // The shell's own kill: some versions of the program take -1234 for -1, which is everybody.
        new ProcessBuilder("sh", "-c", "kill -INT -- -" + interpreter.pid())
                .start()
                .waitFor();
        Thread.sleep(200);
        assertThat(ProcessTable.ofThisMachine().alive(child))
                .as("survives the interrupt")
                .isTrue();

        interpreter.destroyForcibly().waitFor();
        waitFor(() -> Files.exists(folder.resolve("went-on")));
        assertThat(commands().stillWorking())
                .as("is found by the next interpreter, and its output hit no closed pipe")
                .extracting(Commands.Working::pid)
                .containsExactly(child);
    }

    /** A JVM in a process group of its own that runs a child which speaks all the time. */
    private Process startInterpreter() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        "setsid",
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Interpreter.class.getName(),
                        run,
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(new File("/dev/null"))
                .start();
    }

    /** Started by the test above. */
    static final class Interpreter {
        private Interpreter() {}

        public static void main(String[] arguments) throws Trouble {
            String script = "i=0; while [ $i -lt 600 ]; do echo $i; i=$((i+1)); sleep 0.05; "
                    + "kill -0 $1 2>/dev/null || exec sh -c 'echo still there; touch went-on; exec sleep 100'; done";
            String self = Long.toString(ProcessHandle.current().pid());
            new LocalCommands(arguments[0], Path.of(arguments[1]))
                    .run(Line.of("sh", "-c", script, "sh", self), LONG, false);
        }
    }

    private static void waitFor(BooleanSupplier condition) throws InterruptedException {
        long began = System.nanoTime();
        while (!condition.getAsBoolean()) {
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(LONG);
            Thread.sleep(20);
        }
    }
}
