package dev.rung.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service that does not start from the system's code, and stays up: a system of its own, without releases. */
class BystanderTest {
    @TempDir
    Path folder;

    private Typed typed;
    private Diary diary;
    private Process store;

    @BeforeEach
    void layOut() throws Exception {
        typed = new Typed(folder);
        diary = Diary.layOut(typed, folder, "").start();
        store = new ProcessBuilder("sleep", "601").directory(folder.toFile()).start();
        typed.file("store-pid", Long.toString(store.pid()));
        typed.file("diary.runbook", typed.text("diary.runbook").replace("system diary {", """
            system storage {
              service store = process(["sleep", "601"], pid-file: "${folder}/store-pid", log: "${folder}/store-log")
            }

            system diary {\
            """));
    }

    @AfterEach
    void tidyUp() throws Exception {
        diary.close();
        store.destroyForcibly().waitFor();
    }

    private void runsAsBefore() {
        assertThat(store.isAlive()).isTrue();
        assertThat(folder.resolve("store-pid")).hasContent(Long.toString(store.pid()));
        assertThat(folder.resolve("store-pid.held")).doesNotExist();
    }

    @Test
    void isLeftAloneByAnUpgradeAndByTheWayBack() {
        assertThat(typed.rung("prove", "diary.runbook"))
                .as(typed.out() + typed.err())
                .isZero();
        assertThat(typed.rung("run", "diary.runbook", "--yes"))
                .as(typed.out() + typed.err())
                .isZero();
        assertThat(typed.text("app")).isEqualTo("3.0");
        runsAsBefore();
        assertThat(typed.rung("history")).isZero();
        String run = typed.out().substring(0, typed.out().indexOf(' '));
        assertThat(typed.rung("rollback", run, "--yes"))
                .as(typed.out() + typed.err())
                .isEqualTo(11);
        assertThat(typed.text("app")).isEqualTo("1.0");
        runsAsBefore();
    }

    @Test
    void isRestartedByAHopThatSaysSo() {
        String runbook = typed.text("diary.runbook");
        typed.file(
                "diary.runbook",
                runbook.replace("stop clerk", "stop clerk, store").replace("start clerk", "start store, clerk"));
        assertThat(typed.rung("run", "diary.runbook", "--yes"))
                .as(typed.out() + typed.err())
                .isZero();
        assertThat(typed.text("app")).isEqualTo("3.0");
        assertThat(store.isAlive()).isFalse();
        long now = Long.parseLong(typed.text("store-pid").strip());
        assertThat(ProcessHandle.of(now))
                .hasValueSatisfying(process -> assertThat(process.isAlive()).isTrue());
        ProcessHandle.of(now).ifPresent(ProcessHandle::destroy);
    }

    /** A failure behind the restart brings it up again, and finds it healthy because it runs. */
    @Test
    void isUpAgainAfterAFailure() {
        String runbook = typed.text("diary.runbook");
        typed.file(
                "diary.runbook",
                runbook.replace("stop clerk", "stop clerk, store")
                        .replace("start clerk", "start store, clerk\n    require exists(\"never\")"));
        assertThat(typed.rung("run", "diary.runbook", "--yes"))
                .as(typed.out() + typed.err())
                .isEqualTo(10);
        assertThat(typed.text("app")).isEqualTo("1.0");
        long now = Long.parseLong(typed.text("store-pid").strip());
        assertThat(ProcessHandle.of(now))
                .hasValueSatisfying(process -> assertThat(process.isAlive()).isTrue());
        ProcessHandle.of(now).ifPresent(ProcessHandle::destroy);
    }

    @Test
    void whatIsClimbedHasItsReleases() {
        typed.file("diary.runbook", typed.text("diary.runbook").replace("step-through diary", "step-through storage"));
        assertThat(typed.rung("lint", "diary.runbook")).isEqualTo(1);
        assertThat(typed.out() + typed.err()).contains("`storage`", "releases \"…");
    }
}
