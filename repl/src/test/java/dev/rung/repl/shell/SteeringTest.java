package dev.rung.repl.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.repl.Notes;
import dev.rung.repl.Typed;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the commands of the REPL have a run do. */
class SteeringTest {
    @TempDir
    Path folder;

    private Typed typed;

    @BeforeEach
    void sitDown() {
        typed = new Typed(folder);
        Notes.layOut(typed, "");
    }

    private int piped(String lines) {
        return typed.piping(lines).rung("repl", "notes.runbook", "--confirm", "announced");
    }

    @Test
    void takesTheLastStatementBackAfterShowingHow() {
        assertThat(piped(":next 2\n:back\nn\n:back\ny\n:plan\n:run\ny\n")).isZero();
        assertThat(typed.out())
                .contains("  takes back: swap app to 2.0\n  by: put the former `app` back\n", "Take it back? [y/N] n\n")
                .contains("  as it was before swap app to 2.0\n", "  ▸    2  swap app to 2.0")
                .contains("\nupgraded to 3.0\n");
    }

    @Test
    void whatHasChangedNothingIsTakenBackWithoutAQuestion() {
        assertThat(piped(":next\n:back\n:back\n")).isEqualTo(12);
        assertThat(typed.out())
                .contains("  by: nothing: it has changed nothing\n", "  as it was before confirm announced")
                .contains("error: there is no statement to take back: nothing has been carried out yet\n");
    }

    @Test
    void skipsWithAReasonWhatTheProofCanDoWithout() {
        assertThat(piped(":skip\n:skip everyone was told by telephone\n:run\ny\n"))
                .isZero();
        assertThat(typed.out())
                .contains("error: `:skip` needs a reason\n")
                .contains("  skipped: confirm announced \"Everyone knows\": everyone was told by telephone\n")
                .contains("upgraded to 3.0 with waivers")
                .contains("skipped by somebody: everyone was told by telephone");
    }

    @Test
    void doesNotSkipWhatTheProofNeeds() {
        assertThat(piped(":next\n:skip I know it\n")).isEqualTo(12);
        assertThat(typed.out())
                .contains("error[", "notes.runbook:")
                .contains("error: without this statement the run is not proved, so it is not skipped\n");
    }

    @Test
    void runsUpToAStatement() {
        assertThat(piped(":run to 4\ny\n:run to 2\n:run to 9\n:run fast\n:quit\n"))
                .isEqualTo(12);
        assertThat(typed.out())
                .contains("Carry out 3 statements, up to `swap app to 3.0`, which comes next then? [y/N] y\n")
                .contains("error: statement 2 is behind: `swap app to 2.0`\n")
                .contains("error: `:run` does not take `to 9`\n", "the plan has the statements 1 to 6")
                .contains("error: `:run` does not take `fast`\n");
        assertThat(folder.resolve("app")).hasContent("2.0");
    }
}
