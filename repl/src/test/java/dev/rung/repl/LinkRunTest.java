package dev.rung.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The runbook of the page of {@code link}, carried out: releases side by side, with a config that goes along. */
class LinkRunTest {
    private static final Path PAGE = Path.of("../runbooks/reference/drivers/link.md");
    private static final String SETTINGS = "key = Wx5-secret\nformat = 1\n";

    @TempDir
    Path folder;

    @Test
    void climbsAndComesBackDaysLater() throws Exception {
        try (Site site = new Site(folder)) {
            assertThat(site.run()).as(site.said()).isZero();
            site.isUpAt("1.9.1");
            assertThat(site.typed.text("releases/1.8.3/conf/ledger.properties")).isEqualTo(SETTINGS);
            assertThat(site.typed.rung("rollback", site.newestRun().orElseThrow(), "--yes"))
                    .as(site.said())
                    .isEqualTo(11);
            site.isUpAt("1.8.3");
            assertThat(folder.resolve("releases/1.9.1/run")).exists();
        }
    }

    @Test
    void aReleaseThatDoesNotStartIsLeftBehind() throws Exception {
        try (Site site = new Site(folder)) {
            site.typed.file("downloads/ledger-1.9.1/run", "exit 1\n");
            assertThat(site.run()).as(site.said()).isEqualTo(10);
            site.isUpAt("1.8.3");
        }
    }

    @Test
    void aFolderInPlaceOfTheLinkIsRefusedInWords() throws Exception {
        try (Site site = new Site(folder)) {
            Files.delete(folder.resolve("current"));
            site.typed.file("current/run", "");
            assertThat(site.run()).isEqualTo(4);
            assertThat(site.said())
                    .contains(
                            "current of `app` is no symbolic link",
                            "move that folder among the releases and make ",
                            "or use the driver `directory`");
        }
    }

    @TestFactory
    Stream<DynamicTest> whereverItIsCutOneWholeReleaseRuns() throws Exception {
        return new CutRuns(folder, 4, Site::new).all();
    }

    private static final class Site implements CutRuns.Site {
        private final Path folder;
        private final Typed typed;
        private final Process server;

        Site(Path folder) throws Exception {
            this.folder = folder;
            this.typed = new Typed(folder);
            String runbook = new ProofPage(PAGE, Files.readAllLines(PAGE))
                    .blocks().stream()
                            .filter(block -> block.info().equals("runbook"))
                            .findFirst()
                            .orElseThrow()
                            .text();
            typed.file("ledger.runbook", runbook).file("ledger.releases", """
                releases "Ledger"
                url "downloads/ledger-${release}"
                path { each line }
                line 1.8 { release 1.8.3 }
                line 1.9 { release 1.9.1 }
                """);
            release("releases/1.8.3", "1.8.3");
            release("downloads/ledger-1.9.1", "1.9.1");
            typed.file("releases/1.8.3/conf/ledger.properties", SETTINGS);
            typed.file("books/version", "1.8.3\n");
            Files.createSymbolicLink(folder.resolve("current"), Path.of("releases/1.8.3"));
            server = new ProcessBuilder("sh", "current/run")
                    .directory(folder.toFile())
                    .start();
            typed.file("pid", Long.toString(server.pid()));
        }

        private void release(String name, String version) {
            typed.file(name + "/run", "echo " + version + " > books/version\nwhile :; do sleep 1; done\n");
            typed.file(name + "/lib/code", version).file(name + "/conf/ledger.properties", "key = default\n");
        }

        @Override
        public Path folder() {
            return folder;
        }

        @Override
        public Typed typed() {
            return typed;
        }

        @Override
        public void isWhole() throws Exception {
            isUpAt(version());
        }

        @Override
        public int run() {
            return typed.rung("run", "ledger.runbook", "--yes", "-i", "home=" + folder);
        }

        String version() {
            return typed.text("books/version").strip();
        }

        void isUpAt(String version) {
            assertThat(version()).isEqualTo(version);
            assertThat(folder.resolve("current")).isSymbolicLink();
            assertThat(typed.text("current/lib/code")).isEqualTo(version);
            assertThat(typed.text("current/conf/ledger.properties"))
                    .isEqualTo(version.equals("1.8.3") ? SETTINGS : SETTINGS.replace("1", "2"));
            assertThat(folder.resolve("pid.held")).doesNotExist();
            assertThat(pid())
                    .hasValueSatisfying(process -> assertThat(process.isAlive()).isTrue());
        }

        private Optional<ProcessHandle> pid() {
            return ProcessHandle.of(Long.parseLong(typed.text("pid").strip()));
        }

        @Override
        public void close() throws Exception {
            pid().ifPresent(ProcessHandle::destroyForcibly);
            server.destroyForcibly().waitFor();
        }
    }
}
