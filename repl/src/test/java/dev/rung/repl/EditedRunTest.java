package dev.rung.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that has stopped goes on with a runbook of which what is ahead was mended. */
class EditedRunTest {
    @TempDir
    Path folder;

    private Typed typed;

    @BeforeEach
    void stopInTheFirstHop() {
        typed = new Typed(folder);
        Notes.layOut(typed, "    require exists(\"${folder}/ready\")\n");
        String[] run = {"run", "notes.runbook", "--yes", "--confirm=announced", "--on-failure=stop"};
        assertThat(typed.rungInItsOwnProcess(run)).isEqualTo(12);
    }

    private void edit(String from, String to) {
        assertThat(typed.text("notes.runbook")).contains(from);
        typed.file("notes.runbook", typed.text("notes.runbook").replace(from, to));
    }

    @Test
    void goesOnWithWhatStandsThereNow() {
        edit("exists(\"${folder}/ready\")", "exists(\"${folder}/app\")");
        edit("say \"Done\"", "say \"Done at last\"");

        assertThat(typed.rung("resume", "--on-failure=stop")).isEqualTo(12);
        assertThat(typed.rung("resume", "--edited")).isZero();
        assertThat(typed.out()).contains("Done at last", "upgraded to 3.0");
        assertThat(typed.text("app")).isEqualTo("3.0");
        assertThat(typed.rung("history", typed.out().replaceAll("(?s).*/runs/(\\S+)\\.jsonl.*", "$1")))
                .isZero();
        assertThat(typed.out()).contains("what is ahead was changed by ");
    }

    @Test
    void whatIsBehindHasToBeAsItWas() {
        edit("    swap app to next\n", "    swap app to next\n    say \"swapped\"\n");

        assertThat(typed.rung("resume", "--edited")).isEqualTo(4);
        assertThat(typed.err()).contains("is behind, or stands in front of what is, and was changed");
        typed.file("ready", "");
        assertThat(typed.rung("resume")).isZero();
        assertThat(typed.text("app")).isEqualTo("3.0");
    }

    @Test
    void otherPartsAreAnotherRun() {
        edit("healthy   = exists(\"${folder}/app\")", "healthy   = exists(\"${folder}\")");

        assertThat(typed.rung("resume", "--edited")).isEqualTo(4);
        assertThat(typed.err()).contains("the systems or their parts were changed, and this run has begun with others");
    }

    @Test
    void whatIsNotProvedIsToldWithItsPlace() throws Exception {
        String ready = "require exists(\"${folder}/ready\")";
        try (Diary diary = Diary.layOut(typed, folder, ready).start()) {
            assertThat(typed.rung("run", "diary.runbook", "--yes", "--on-failure=stop"))
                    .isEqualTo(12);
            typed.file(
                    "diary.runbook",
                    typed.text("diary.runbook").replace(ready, "run [\"cp\", \"a\", \"b\"] changes pages"));

            assertThat(typed.rung("resume", "--edited")).isEqualTo(3);
            assertThat(typed.err())
                    .contains("diary.runbook:", "nothing was changed: the runbook as it is now is not proved");
            typed.file("diary.runbook", "runbook");
            assertThat(typed.rung("resume", "--edited")).isEqualTo(3);
            assertThat(typed.err()).contains("diary.runbook:");
            typed.file("ready", "");
            assertThat(typed.rung("resume")).isZero();
            assertThat(diary.backups()).hasSize(2);
        }
    }
}
