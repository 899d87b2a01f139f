package dev.rung.repl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.repl.view.StandardConsole;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
    @TempDir
    Path folder;

    private Typed typed;

    @BeforeEach
    void sitDown() {
        typed = new Typed(folder);
    }

    @Test
    void aloneItSaysWhatItIsInLittle() {
        assertThat(typed.rung()).isZero();
        assertThat(typed.out().lines()).hasSizeLessThanOrEqualTo(25).allMatch(line -> line.length() <= 80);
        assertThat(typed.out()).contains("rung demo", "rung plan ledger.runbook", "  lint ", "  rollback ");
        assertThat(typed.err()).isEmpty();
    }

    @Test
    void saysItsVersion() {
        assertThat(typed.rung("--version")).isZero();
        assertThat(typed.out()).matches("rung \\d+\\.\\d+\\S* on Java 25\\S*\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "history", "lint", "plan", "releases", "repl", "resume", "rollback", "run"})
    void helpOpensWithAnExampleAndFitsATerminal(String command) {
        assertThat(typed.rung(command, "--help")).isZero();
        String help = typed.out();
        assertThat(help.lines().findFirst().orElseThrow())
                .startsWith("  rung ")
                .contains(command.equals("repl") ? "" : command);
        assertThat(help.lines()).allMatch(line -> line.length() <= 80).contains("Usage: " + usage(help));
        assertThat(typed.rung("help", command)).isZero();
        assertThat(typed.out()).isEqualTo(help);
    }

    private static String usage(String help) {
        return help.lines()
                .filter(line -> line.startsWith("Usage: rung "))
                .findFirst()
                .orElseThrow()
                .substring(7);
    }

    @Test
    void knowsWhichCommandWasMeant() {
        assertThat(typed.rung("lnit")).isEqualTo(2);
        assertThat(typed.err()).isEqualTo("""
            error: there is no command `lnit`
            help: did you mean `rung lint`?
            """);
        assertThat(typed.out()).isEmpty();
    }

    @Test
    void knowsWhichOptionWasMeant() {
        assertThat(typed.rung("lint", "--formt=json", ".")).isEqualTo(2);
        assertThat(typed.err()).isEqualTo("""
            error: `rung lint` has no option `--formt=json`
            help: did you mean `--format`?
            """);
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(typed.rung("run")).isEqualTo(2);
        assertThat(typed.err()).startsWith("error: `rung run` needs `FILE`\n");
        assertThat(typed.rung("run", "one.runbook", "two.runbook")).isEqualTo(2);
        assertThat(typed.err()).startsWith("error: `rung run` does not take `two.runbook`\n");
    }

    @Test
    void readsColoursFromAnywhere() {
        assertThat(typed.rung("--color", "always")).isZero();
        assertThat(typed.out()).contains("\u001b[1m");
        assertThat(typed.rung("lint", "--color=often", ".")).isEqualTo(2);
        assertThat(typed.err()).startsWith("error: `--color` does not take `often`\n");
    }

    @Test
    void owningUpToABugTakesOneLineAndNoTrace() {
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int single) {
                throw new IllegalStateException("a bug for this test");
            }
        };
        PrintStream out = new PrintStream(broken, true, StandardCharsets.UTF_8);

        assertThat(Main.run(List.of("--version"), typed.desk(out))).isEqualTo(70);
        assertThat(typed.err()).startsWith("error: this is a bug in Rung ").contains("a bug for this test");
        assertThat(typed.err()).doesNotContain("\tat ");
        assertThat(Main.run(List.of("--version", "--stack-trace"), typed.desk(out)))
                .isEqualTo(70);
    }

    @Test
    void aClosedPipeEndsItQuietly() throws Exception {
        Process process = new ProcessBuilder(
                        "sh",
                        "-c",
                        "{ \"$0\" -XX:TieredStopAtLevel=1 -cp \"$1\" dev.rung.repl.Main help lint; echo $? >&2; } |"
                                + " true",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        System.getProperty("java.class.path"))
                .start();

        String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(errors).isEqualTo("141\n");
    }

    @Test
    void coloursAreForTerminalsAndForWhoInsists() {
        assertThat(StandardConsole.colour(Map.of(), true)).isTrue();
        assertThat(StandardConsole.colour(Map.of(), false)).isFalse();
        assertThat(StandardConsole.colour(Map.of("NO_COLOR", "1"), true)).isFalse();
        assertThat(StandardConsole.colour(Map.of("NO_COLOR", ""), true)).isTrue();
        assertThat(StandardConsole.colour(Map.of("CLICOLOR_FORCE", "1"), false)).isTrue();
        assertThat(StandardConsole.colour(Map.of("FORCE_COLOR", "1"), false)).isTrue();
        assertThat(StandardConsole.colour(Map.of("FORCE_COLOR", "0"), false)).isFalse();
        assertThat(StandardConsole.colour(Map.of("NO_COLOR", "1", "FORCE_COLOR", "1"), true))
                .isFalse();
        assertThat(StandardConsole.colour(Map.of("CLICOLOR", "0"), true)).isFalse();
    }
}
