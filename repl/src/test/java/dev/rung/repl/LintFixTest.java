package dev.rung.repl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rung.repl.work.Draft;
import dev.rung.repl.work.Repairs;
import dev.rung.repl.work.UsageProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintFixTest {
    private static final String WRONG =
            "runbook \"x\"\nphase 'y' {\n  echo hello\n  run \"a | b\" changes nothing;\n}\n";
    private static final String RIGHT =
            "runbook \"x\"\nphase 'y' {\n  say \"hello\"\n  shell 'a | b' changes nothing\n}\n";

    @TempDir
    Path folder;

    private Typed typed;

    @BeforeEach
    void sitDown() {
        typed = new Typed(folder);
    }

    @Test
    void mendsWhatIsMechanicalAndLooksAgain() {
        typed.file("a.runbook", WRONG);

        assertThat(typed.rung("lint", "--fix", "a.runbook")).isZero();
        assertThat(typed.text("a.runbook")).isEqualTo(RIGHT);
        assertThat(typed.out()).isEmpty();
        assertThat(typed.err()).isEqualTo("""
            mended a.runbook:3:3: `echo` does not begin a statement: now `say`
            mended a.runbook:3:7: a text stands in quotes: now `"hello"`
            mended a.runbook:4:10: `run` starts a program, not a shell, so `|` has no meaning here: now `shell 'a | b'`
            mended a.runbook:4:32: `;` has no meaning here: taken out
            1 file: 4 mended, nothing left
            """);
        assertThat(typed.rung("lint", "--fix", "a.runbook")).isZero();
        assertThat(typed.err()).isEqualTo("1 file: nothing found\n");
    }

    @Test
    void aDifferenceWritesNothing() {
        typed.file("a.runbook", WRONG);

        assertThat(typed.rung("lint", "--fix", "--diff", "a.runbook")).isZero();
        assertThat(typed.out()).contains("-  echo hello\n", "+  say \"hello\"\n");
        assertThat(typed.err()).startsWith("would mend a.runbook:3:3: ");
        assertThat(typed.text("a.runbook")).isEqualTo(WRONG);
    }

    @Test
    void whatNobodyCanKnowIsLeft() {
        typed.file("a.runbook", "runbook \"x\"\nphase \"y\" {\n  sya \"a\"\n  frobnicate\n}\n");

        assertThat(typed.rung("lint", "--fix", "a.runbook")).isEqualTo(1);
        assertThat(typed.text("a.runbook")).contains("  say \"a\"\n  frobnicate\n");
        assertThat(typed.out()).startsWith("error[unknown-word]: `frobnicate` does not begin a statement");
        assertThat(typed.err()).endsWith("1 file: 1 mended, 1 error\n");
    }

    @Test
    void lineEndsAndTheRestStayAsTheyWere() {
        typed.file("a.runbook", WRONG.replace("\n", "\r\n") + "# Grüße \u2713\r\n");

        assertThat(typed.rung("lint", "--fix", "a.runbook")).isZero();
        assertThat(typed.text("a.runbook")).isEqualTo(RIGHT.replace("\n", "\r\n") + "# Grüße \u2713\r\n");
    }

    @Test
    void neitherTiesNorDigitsAreGuessed() {
        String tie = "runbook \"x\"\nlet cash = \"a\"\nlet dash = \"b\"\nphase \"y\" {\n  say \"${bash}\"\n}\n";
        String digit = "runbook \"x\"\nlet db1 = \"a\"\nphase \"y\" {\n  say \"${db3}\"\n}\n";
        typed.file("tie.runbook", tie).file("digit.runbook", digit);

        assertThat(typed.rung("lint", "--fix", "tie.runbook", "digit.runbook")).isEqualTo(1);
        assertThat(typed.text("tie.runbook")).isEqualTo(tie);
        assertThat(typed.text("digit.runbook")).isEqualTo(digit);
    }

    @Test
    void aPipeGoesThrough() {
        assertThat(typed.piping(WRONG).rung("lint", "--fix", "-")).isZero();
        assertThat(typed.out()).isEqualTo(RIGHT);
    }

    @Test
    void programsGetWhatWasMendedToo() {
        typed.file("a.runbook", WRONG);

        assertThat(typed.rung("lint", "--fix", "--format=json", "a.runbook")).isZero();
        assertThat(typed.out())
                .contains("\"findings\": []", "\"mended\": [", "\"replacement\": \"say\"", "\"endColumn\": 7");
    }

    @Test
    void whatSomebodyElseChangedMeanwhileIsNotWritten() throws IOException, UsageProblem {
        typed.file("a.runbook", WRONG);
        Draft draft =
                Repairs.of(List.of("a.runbook"), typed.desk(System.out)).files().getFirst();
        Files.writeString(folder.resolve("a.runbook"), "else", StandardCharsets.UTF_8);

        assertThatThrownBy(() -> draft.write(typed.desk(System.out)))
                .isInstanceOf(UsageProblem.class)
                .hasMessageContaining("changed by somebody else");
        assertThat(typed.text("a.runbook")).isEqualTo("else");
    }
}
