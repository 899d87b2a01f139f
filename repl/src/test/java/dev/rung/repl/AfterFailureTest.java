package dev.rung.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the person at the terminal says about a failure is done. */
class AfterFailureTest {
    @TempDir
    Path folder;

    private Typed typed;
    private Diary diary;

    @BeforeEach
    void sitDown() throws Exception {
        typed = new Typed(folder);
        diary = Diary.layOut(typed, folder, "require exists(\"${folder}/ready\")")
                .start();
    }

    @AfterEach
    void tidyUp() throws Exception {
        diary.close();
    }

    private String out() {
        return typed.out().replaceAll("\u001b\\[[0-9;]*[A-Za-z]", "").replaceAll("\\s+", " ");
    }

    @Test
    void goesBackAndHasSaidWhatThatLoses() {
        assertThat(typed.answering("y", "what?", "b").rung("run", "diary.runbook", "--to", "2.0"))
                .isEqualTo(10);
        assertThat(out())
                .contains("b: back to 1.0; lost is what was written to `pages` since ")
                .contains("s: stop here, as everything is; `rung resume` tries the statement again")
                .contains("What now? [b/s] What now? [b/s] ")
                .contains("rolled back to 1.0");
        assertThat(typed.text("app")).isEqualTo("1.0");
    }

    @Test
    void stopsAndTriesAgainWhenItIsTakenUp() {
        assertThat(typed.answering("y", "s").rung("run", "diary.runbook", "--to", "2.0"))
                .isEqualTo(12);
        assertThat(typed.text("app")).isEqualTo("2.0");
        typed.file("ready", "");
        assertThat(typed.rung("resume")).isZero();
        assertThat(out()).contains("upgraded to 2.0");
    }

    @Test
    void whoDoesNotAnswerGoesBack() {
        assertThat(typed.answering("y").rung("run", "diary.runbook", "--to", "2.0"))
                .isEqualTo(10);
        assertThat(typed.text("app")).isEqualTo("1.0");
    }

    @Test
    void nobodyIsAskedWhoWantsNotToBe() {
        assertThat(typed.answering("s").rung("run", "diary.runbook", "--to", "2.0", "--yes"))
                .isEqualTo(10);
        assertThat(out()).doesNotContain("What now?");
        assertThat(typed.answering("y", "b").rung("run", "diary.runbook", "--to", "2.0", "--on-failure", "stop"))
                .isEqualTo(12);
        assertThat(out()).doesNotContain("What now?");
    }

    @Test
    void aNamedRollbackIsOfferedWhereTheReleaseFileOffersIt() throws Exception {
        typed.file("app", "2.0");
        assertThat(typed.answering("y", "1").rung("run", "diary.runbook")).isEqualTo(10);
        assertThat(out())
                .contains("1: back to 2.0 with `tear-out` in place of the restore", "What now? [b/1/s] ")
                .contains("rolled back to 2.0");
        assertThat(typed.text("pages/torn")).isEqualTo("3.0");
    }
}
