package dev.rung.runbooks.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rung.runbooks.quickstart.RungProcess.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The quickstart's runbook over a real Ledger: all the way up, and back from a failure at each hop. */
class UpgradeTest {
    @TempDir
    Path folder;

    private LedgerSite site;

    @BeforeEach
    void install() {
        site = LedgerSite.lay(folder.resolve("site"), LedgerLadder.shared().oldest());
        site.start();
    }

    @AfterEach
    void leaveNothingBehind() {
        site.close();
    }

    private Finished run(String... more) {
        List<String> words = new ArrayList<>(List.of("run", site.runbook.toString(), "--yes"));
        words.addAll(List.of("--confirm", "announced", "--confirm", "reload"));
        words.addAll(site.inputs());
        words.addAll(List.of(more));
        return RungProcess.run(site, words);
    }

    private String newestRun() {
        try (Stream<Path> runs = Files.list(site.state.resolve("runs"))) {
            return runs.map(file -> file.getFileName().toString().replace(".jsonl", ""))
                    .max(String::compareTo)
                    .orElseThrow();
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    @Test
    void climbsToTheNewestAndCanBeUndone() {
        Finished up = run();
        assertThat(up.exitCode()).as(up.output()).isZero();
        assertThat(site.version()).isEqualTo("2.4.0");
        assertThat(site.processes()).hasSize(1);

        Finished back = RungProcess.run(site, List.of("rollback", newestRun(), "--yes"));
        assertThat(back.exitCode()).as(back.output()).isEqualTo(11);
        assertThat(back.output()).contains("is lost");
        assertThat(site.version()).isEqualTo("1.8.2");
        site.stop();
        assertThat(site.truth()).isEqualTo(LedgerLadder.shared().at("1.8.2"));
    }

    @Test
    void everyRowIsThereAfterTheClimb() {
        assertThat(run().exitCode()).isZero();
        site.stop();
        assertThat(site.truth()).isEqualTo(LedgerLadder.shared().at("2.4.0"));
    }

    @Test
    void theSecondRunHasNothingToDo() {
        assertThat(run().exitCode()).isZero();
        Finished again = run();
        assertThat(again.exitCode()).isZero();
        assertThat(again.output()).contains("nothing to do");
    }

    @ParameterizedTest
    @CsvSource({"1.9.4, 1.8.2", "1.10.3, 1.9.4", "2.4.0, 1.10.3"})
    void aFailedMigrationGoesBackToTheStartOfItsHop(String failing, String backAt) {
        site.faults("fail-migration-to=" + failing + "\n");
        Finished run = run();
        assertThat(run.exitCode()).as(run.output()).isEqualTo(10);
        assertThat(run.output()).contains("rolled back to " + backAt);
        assertThat(site.version()).isEqualTo(backAt);
        assertThat(site.processes()).hasSize(1);
        assertThat(Path.of(site.home + "/ledger.pid.held")).doesNotExist();
        site.stop();
        assertThat(site.truth()).isEqualTo(LedgerLadder.shared().at(backAt));
    }

    @Test
    void aFailedHopGoesBackToTheStartOfTheRunWhenAsked() {
        site.faults("fail-migration-to=2.4.0\n");
        Finished run = run("--to-start");
        assertThat(run.output()).contains("rolled back to 1.8.2");
        assertThat(run.exitCode()).isIn(10, 11);
        site.stop();
        assertThat(site.truth()).isEqualTo(LedgerLadder.shared().at("1.8.2"));
    }

    /** Each hop is undone by the one backup that there is, so all that were climbed since go back with the one that failed. */
    @ParameterizedTest
    @CsvSource({"true", "false"})
    void whereOneBackupCoversAllHopsAFailureGoesBackToWhereItWasTaken(boolean withinTheFirstHop) throws IOException {
        String backup = "    backup books to backups verified by restore\n";
        String text = Files.readString(site.runbook);
        assertThat(text).contains(backup, "phase \"Upgrade\" {");
        Files.writeString(
                site.runbook,
                withinTheFirstHop
                        ? text.replace(backup, "    when first-hop {\n" + backup + "    }\n")
                        : text.replace(backup, "")
                                .replace(
                                        "phase \"Upgrade\" {",
                                        "phase \"Back up\" {\n  stop server\n" + backup + "}\n\nphase \"Upgrade\" {"));
        site.faults("fail-migration-to=2.4.0\n");
        Finished run = run();
        assertThat(run.exitCode()).as(run.output()).isEqualTo(11);
        assertThat(run.output()).contains("rolled back to 1.8.2");
        assertThat(site.version()).isEqualTo("1.8.2");
        assertThat(Path.of(site.home + "/ledger.pid.held")).doesNotExist();
        site.stop();
        assertThat(site.truth()).isEqualTo(LedgerLadder.shared().at("1.8.2"));
    }

    @Test
    void aServiceThatDiesRightAfterItsFirstGoodAnswerIsNotTakenForASuccess() {
        site.faults("fail-start-of=1.10.3\n");
        Finished run = run();
        assertThat(run.exitCode()).as(run.output()).isEqualTo(10);
        site.stop();
        assertThat(site.truth()).isEqualTo(LedgerLadder.shared().at("1.9.4"));
    }

    @Test
    void aFullDiskUnderTheJournalStopsTheRunWhichGoesOnOnceThereIsRoom() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "needs root to mount a small file system");
        Files.createDirectories(site.state);
        String mount = site.state.toString();
        assumeTrue(exitCode("mount", "-t", "tmpfs", "-o", "size=28k", "tmpfs", mount) == 0, "cannot mount");
        try {
            Finished stopped = run();
            assertThat(stopped.exitCode()).as(stopped.output()).isEqualTo(12);
            assertThat(stopped.output())
                    .contains(
                            "stopped, safe and resumable: the journal ",
                            "cannot be written: No space left",
                            "rung resume");
            assertThat(exitCode("mount", "-o", "remount,size=4m", mount)).isZero();
            Finished resumed = RungProcess.run(
                    site, List.of("resume", newestRun(), "--confirm", "announced", "--confirm", "reload"));
            assertThat(resumed.exitCode()).as(resumed.output()).isZero();
            assertThat(site.version()).isEqualTo("2.4.0");
        } finally {
            exitCode("umount", mount);
        }
    }

    private static int exitCode(String... words) throws IOException, InterruptedException {
        return new ProcessBuilder(words).inheritIO().start().waitFor();
    }
}
