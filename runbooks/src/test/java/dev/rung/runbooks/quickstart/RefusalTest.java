package dev.rung.runbooks.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rung.runbooks.quickstart.RungProcess.Finished;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What would go wrong later is refused before anything is stopped, in words that say what to do: exit code 4. */
class RefusalTest {
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

    private List<String> words() {
        return words(Map.of());
    }

    private List<String> wordsWithBackupsIn(Path folder) {
        return words(Map.of("backups", folder.toString()));
    }

    private List<String> words(Map<String, String> inputs) {
        List<String> words = new ArrayList<>(List.of("run", site.runbook.toString(), "--yes"));
        words.addAll(List.of("--confirm", "announced", "--confirm", "reload"));
        words.addAll(site.inputs(inputs));
        return words;
    }

    private void isRefused(Finished run, String... words) {
        assertThat(run.exitCode()).as(run.output()).isEqualTo(4);
        assertThat(run.output()).contains(words).doesNotContain("Exception", "\tat ");
        assertThat(site.version()).as("it still runs").isEqualTo("1.8.2");
        assertThat(site.home.resolve("ledger.pid.held")).doesNotExist();
    }

    @Test
    void aWrongChecksum() throws IOException {
        Files.write(Files.createTempFile(site.folder.resolve("downloads"), "x", ""), new byte[] {1});
        Path jar = site.folder.resolve("downloads/ledger-1.10.3.jar");
        Files.delete(jar);
        Files.write(jar, new byte[] {1, 2, 3});
        isRefused(RungProcess.run(site, words()), "nothing was changed", "1.10.3", LedgerSite.sha256(jar));
    }

    @Test
    void anArtifactThatIsNotThere() throws IOException {
        Files.delete(site.folder.resolve("downloads/ledger-2.4.0.jar"));
        isRefused(RungProcess.run(site, words()), "nothing was changed", "ledger-2.4.0.jar");
    }

    @Test
    void aBackupFolderThatIsAFile() throws IOException {
        Path file = Files.writeString(site.folder.resolve("occupied"), "");
        isRefused(RungProcess.run(site, wordsWithBackupsIn(file)), "nothing was changed", file.toString());
    }

    @Test
    void aBackupFolderOnAFileSystemWithoutRoom() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "needs root to mount a small file system");
        Path mount = Files.createDirectory(site.folder.resolve("small"));
        assumeTrue(exitCode("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", mount.toString()) == 0, "cannot mount");
        try {
            isRefused(RungProcess.run(site, wordsWithBackupsIn(mount)), "nothing was changed");
        } finally {
            exitCode("umount", mount.toString());
        }
    }

    @Test
    void aBackupFolderOnAReadOnlyFileSystem() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "needs root to mount a file system");
        Path mount = Files.createDirectory(site.folder.resolve("fixed"));
        assumeTrue(exitCode("mount", "-t", "tmpfs", "-o", "ro", "tmpfs", mount.toString()) == 0, "cannot mount");
        try {
            isRefused(RungProcess.run(site, wordsWithBackupsIn(mount)), "nothing was changed", "cannot be written");
        } finally {
            exitCode("umount", mount.toString());
        }
    }

    private static int exitCode(String... words) throws IOException, InterruptedException {
        return new ProcessBuilder(words).inheritIO().start().waitFor();
    }

    @Test
    void aPortThatSomebodyElseHas() throws IOException {
        site.stop();
        try (ServerSocket other = new ServerSocket(site.port, 1, InetAddress.getLoopbackAddress())) {
            Finished run = RungProcess.run(site, words());
            assertThat(run.exitCode()).as(run.output()).isEqualTo(4);
            assertThat(run.output()).doesNotContain("Exception", "\tat ");
            assertThat(other.isClosed()).isFalse();
        }
        assertThat(LedgerLadder.shared().versionOf(site.truth())).isEqualTo("1.8.2");
    }

    @Test
    void aSecondRunAtTheSameTime() {
        site.faults("slow-migration-to=1.9.4:4s:before\n");
        Process first = RungProcess.start(site, "dev.rung.repl.Main", Map.of(), List.of(), words());
        Path lock = site.home.resolve(".ledger.rung-lock");
        for (int i = 0; i < 400 && !Files.exists(lock); i++) {
            LedgerSite.sleep(20);
        }
        LedgerSite.sleep(300);
        Finished second = RungProcess.run(site, words());
        assertThat(second.exitCode()).as(second.output()).isEqualTo(4);
        Finished finished = RungProcess.finish(first);
        assertThat(finished.exitCode()).as(finished.output()).isZero();
        assertThat(site.version()).isEqualTo("2.4.0");
    }

    @Test
    void withoutTheConfirmationItIsRefusedAndNothingIsStopped() {
        List<String> words = new ArrayList<>(List.of("run", site.runbook.toString(), "--yes"));
        words.addAll(site.inputs());
        isRefused(RungProcess.run(site, words), "announced");
    }

    @Test
    void aRunbookWithoutABackupIsRefusedBeforeAnythingIsStopped() throws IOException {
        String text = Files.readString(site.runbook);
        Files.writeString(site.runbook, text.replace("    backup books to backups verified by restore\n", ""));
        Finished run = RungProcess.run(site, words());
        assertThat(run.exitCode()).as(run.output()).isEqualTo(3);
        assertThat(run.output()).contains("error[no-way-back]", "if this fails, nothing brings `books` back");
        assertThat(site.version()).as("it still runs").isEqualTo("1.8.2");
    }
}
