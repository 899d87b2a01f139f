package dev.rung.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rollback that a person asks for, of a run that has ended or was interrupted. */
class RollbackTest {
    @TempDir
    Path folder;

    private Typed typed;
    private Diary diary;

    @BeforeEach
    void sitDown() {
        typed = new Typed(folder);
    }

    @AfterEach
    void tidyUp() throws Exception {
        diary.close();
    }

    private String upgraded(String... more) throws Exception {
        diary = Diary.layOut(typed, folder, "").start();
        String[] words = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of("run", "diary.runbook", "--yes"), java.util.stream.Stream.of(more))
                .toArray(String[]::new);
        assertThat(typed.rung(words)).as(typed.out() + typed.err()).isZero();
        return newestRun();
    }

    private String newestRun() {
        assertThat(typed.rung("history")).isZero();
        return typed.out().substring(0, typed.out().indexOf(' '));
    }

    @Test
    void showsWhatItWouldDoAndRefusesWhereNobodyCanAnswer() throws Exception {
        String run = upgraded();

        assertThat(typed.rung("rollback", run)).isEqualTo(2);

        assertThat(typed.out())
                .startsWith("Diary · " + run + "\n  the run     diary 1.0 → 3.0: upgraded to 3.0, ")
                .contains("  back to     1.0\n", "put the former `app` back", "restore `pages`", "start `clerk`")
                .contains("  restored    `pages` from the backup " + folder.resolve("backups/diary-1.0-"))
                .contains("  lost        what was written to `pages` since ", "; the hop from 1.0 landed at ");
        assertThat(typed.err()).isEqualTo("""
            error: nobody is here to say yes to this way back, so it is not taken
            help: give `--yes`, or run it at a terminal
            """);
        assertThat(typed.text("app")).isEqualTo("3.0");
    }

    @Test
    void asksAndSaysInTheEndWhatCameBackAndWhatIsLost() throws Exception {
        String run = upgraded();

        assertThat(typed.answering("n").rung("rollback", run)).isEqualTo(4);
        assertThat(typed.out()).endsWith("Take diary back to 1.0? [y/N] ");
        assertThat(typed.err()).isEqualTo("nothing was changed\n");
        assertThat(typed.answering("y").rung("rollback", run)).isEqualTo(11);
        assertThat(typed.out().replaceAll("\\s+", " "))
                .contains("rolled back to 1.0, what was written to `pages` since ", " is lost because it was asked")
                .contains("restored: `pages` from the backup " + folder.resolve("backups/diary-1.0-"))
                .contains("backup: " + folder.resolve("backups/diary-2.0-"));
        assertThat(typed.text("app")).isEqualTo("1.0");
        assertThat(folder.resolve("pages/last")).doesNotExist();
    }

    @Test
    void refusesWhenTheBackupIsGoneBeforeAnythingIsStopped() throws Exception {
        String run = upgraded("--to", "2.0");
        Files.delete(
                folder.resolve("backups").resolve(diary.backups().getFirst()).resolve("manifest.json"));

        assertThat(typed.rung("rollback", run, "--yes")).isEqualTo(4);

        assertThat(typed.err()).contains("diary-1.0-", "has no manifest");
        assertThat(typed.text("app")).isEqualTo("2.0");
    }

    @Test
    void saysWhyANamedRollbackIsNotOffered() throws Exception {
        String run = upgraded();

        assertThat(typed.rung("rollback", run, "--rollback", "tear-up", "--yes"))
                .isEqualTo(2);
        assertThat(typed.err()).isEqualTo("""
            error: this runbook has no rollback `tear-up`
            help: did you mean `tear-out`?
            """);
        assertThat(typed.rung("rollback", run, "--rollback", "something", "--yes"))
                .isEqualTo(2);
        assertThat(typed.err()).endsWith("help: it has tear-out\n");
        assertThat(typed.rung("rollback", run, "--rollback", "tear-out", "--yes"))
                .isEqualTo(2);
        assertThat(typed.err()).isEqualTo("""
            error: the rollback `tear-out` is not offered for the way back from 2.0 to 1.0
            help: diary.releases says `back by tear-out since 2.0`, and both ends of a hop have to fit; without \
            `--rollback` the backup is restored
            """);
        assertThat(typed.text("app")).isEqualTo("3.0");
    }

    @Test
    void takesANamedRollbackWhereItIsOfferedAndThenNothingIsLost() throws Exception {
        upgraded("--to", "2.0");
        assertThat(typed.rung("run", "diary.runbook", "--yes")).isZero();

        assertThat(typed.rung("rollback", newestRun(), "--rollback", "tear-out", "--yes"))
                .isZero();

        assertThat(typed.out())
                .contains("roll back by `tear-out`", "  lost        nothing: no data come back from a backup")
                .contains("\nrolled back to 2.0\n");
        assertThat(folder.resolve("pages/torn")).hasContent("3.0");
    }

    @Test
    void refusesANamedRollbackOfDataThatMayBeHalfMigrated() throws Exception {
        upgraded("--to", "2.0");
        String text = typed.text("diary.runbook");
        typed.file(
                "diary.runbook", text.replace("wait for healthy", "require exists(\"never\")\n    wait for healthy"));
        assertThat(typed.rungInItsOwnProcess("run", "diary.runbook", "--yes", "--on-failure", "stop"))
                .isEqualTo(12);
        String run = newestRun();

        assertThat(typed.rung("rollback", run, "--rollback", "tear-out", "--yes"))
                .isEqualTo(4);

        assertThat(typed.err())
                .startsWith("error: the rollback `tear-out` cannot be taken: `pages` may be half migrated\n")
                .contains("help: without `--rollback` the backup is restored; lost is then what was written to `pages`")
                .contains("only a release whose hop has not landed can have written since");
        assertThat(typed.text("app")).isEqualTo("3.0");
        assertThat(typed.rung("rollback", run, "--yes")).isZero();
        assertThat(typed.out()).contains("\nrolled back to 2.0\n", "restored: `pages` from the backup ");
        assertThat(typed.text("app")).isEqualTo("2.0");
    }

    @Test
    void theSummaryOfAResumedRunNamesTheBackupsFromBefore() throws Exception {
        diary = Diary.layOut(typed, folder, "require exists(\"${folder}/ready\")")
                .start();
        assertThat(typed.rungInItsOwnProcess("run", "diary.runbook", "--yes", "--on-failure", "stop"))
                .isEqualTo(12);
        ready();

        assertThat(typed.rung("resume")).isZero();

        assertThat(diary.backups()).hasSize(2);
        assertThat(typed.out())
                .contains("since it was taken up again\n")
                .contains(diary.backups().stream()
                        .map(backup -> "  backup: " + folder.resolve("backups").resolve(backup) + "\n")
                        .toList());
    }

    private void ready() throws IOException {
        Files.createFile(folder.resolve("ready"));
    }

    @Test
    void goesBackToTheReleaseThatIsNamed() throws Exception {
        String run = upgraded();

        assertThat(typed.rung("rollback", run, "--to", "2.0", "--yes")).isEqualTo(11);
        assertThat(typed.out()).contains("  back to     2.0\n", "rolled back to 2.0");
        assertThat(typed.text("app")).isEqualTo("2.0");
        assertThat(typed.text("pages/last")).isEqualTo("2.0");
    }

    @Test
    void aReleaseThatTheRunWasNeverAtIsNone() throws Exception {
        String run = upgraded();

        assertThat(typed.rung("rollback", run, "--to", "7.0", "--yes")).isEqualTo(4);
        assertThat(typed.err()).isEqualTo("""
            error: this run was never at 7.0
            help: its hops began at 1.0, 2.0
            """);
        assertThat(typed.rung("rollback", run, "--to", "seven", "--yes")).isEqualTo(2);
        assertThat(typed.err()).contains("`seven` is not how a version of diary is written");
        assertThat(typed.rung("rollback", run, "--to", "2.0", "--to-start")).isEqualTo(2);
        assertThat(typed.err()).contains("say two things");
        assertThat(typed.text("app")).isEqualTo("3.0");
    }

    @Test
    void isHeldToWhatItMayLose() throws Exception {
        String run = upgraded();

        assertThat(typed.rung("rollback", run, "--max-loss", "1ms", "--yes")).isEqualTo(4);
        assertThat(typed.err()).contains("would be lost, since `pages` would come back from ");
        assertThat(typed.text("app")).isEqualTo("3.0");
        assertThat(typed.rung("rollback", run, "--max-loss", "much", "--yes")).isEqualTo(2);
        assertThat(typed.err()).contains("it is a duration, such as 10m");
        assertThat(typed.rung("rollback", run, "--max-loss", "1h", "--yes")).isEqualTo(11);
        assertThat(typed.text("app")).isEqualTo("1.0");
    }
}
