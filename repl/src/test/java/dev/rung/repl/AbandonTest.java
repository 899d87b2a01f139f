package dev.rung.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that nobody wants to go on with, or to take back. */
class AbandonTest {
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

    private String newestRun() {
        assertThat(typed.rung("history")).isZero();
        return typed.out().substring(0, typed.out().indexOf(' '));
    }

    @Test
    void isOverThenAndNothingLeadsOnOrBack() {
        String run = newestRun();

        assertThat(typed.rung("abandon", run)).isEqualTo(2);
        assertThat(typed.err()).contains("nobody is here to say yes to giving this run up");
        assertThat(typed.answering("n").rung("abandon", run)).isEqualTo(4);
        assertThat(typed.answering("y").rung("abandon", run)).isZero();
        assertThat(typed.out()).contains("  app: in place, sha256 ", "given up by somebody, as it was");
        assertThat(typed.text("app")).isEqualTo("2.0");
        assertThat(typed.rung("resume", run)).isEqualTo(2);
        assertThat(typed.rung("rollback", run, "--yes")).isEqualTo(2);
        assertThat(typed.rung("abandon", run, "--yes")).isEqualTo(2);
        assertThat(typed.err()).contains("there is nothing to give up");
        assertThat(typed.rung("history", run)).isZero();
        assertThat(typed.out()).contains("given up by somebody");
    }

    @Test
    void anotherRunMayBegin() {
        typed.file("ready", "");
        String[] another = {"run", "notes.runbook", "--yes", "--confirm=announced"};
        assertThat(typed.rung(another)).isEqualTo(4);
        assertThat(typed.rung("abandon", newestRun(), "--yes")).isZero();
        assertThat(typed.rung(another)).isZero();
        assertThat(typed.text("app")).isEqualTo("3.0");
    }
}
