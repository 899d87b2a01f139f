package dev.rung.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The runbook of the page of {@code local}, carried out: a system that is all somebody else's. */
class PlaceRunTest {
    private static final Path PAGE = Path.of("../runbooks/reference/places/local.md");
    private static final String WHO = "daemon";

    @TempDir
    Path folder;

    @BeforeEach
    void onlyAsRoot() throws IOException {
        Assumptions.assumeTrue("root".equals(System.getProperty("user.name")), "only root becomes somebody else");
        open(folder);
    }

    private static Path open(Path path) throws IOException {
        return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void climbsAndComesBackAndAllOfItIsHis() throws Exception {
        try (Site site = new Site(folder)) {
            assertThat(site.run()).as(site.said()).isZero();
            site.isUpAt("1.9.1");
            assertThat(folder.resolve("home/books/migrated")).exists();
            assertThat(site.typed.rung("rollback", site.newestRun().orElseThrow(), "--yes"))
                    .as(site.said())
                    .isEqualTo(11);
            site.isUpAt("1.8.3");
            assertThat(folder.resolve("home/books/migrated")).doesNotExist();
        }
    }

    @Test
    void whatHeMayNotDoRefusesTheRunBeforeAnythingIsStopped() throws Exception {
        try (Site site = new Site(folder)) {
            Files.setOwner(folder.resolve("home"), Files.getOwner(folder));
            assertThat(site.run()).as(site.said()).isEqualTo(4);
            assertThat(site.said()).contains("home/.ledger.rung-lock cannot be made", "needs the right to write in ");
            assertThat(site.version()).isEqualTo("1.8.3");
        }
    }

    @TestFactory
    Stream<DynamicTest> whereverItIsCutItRunsAsHim() throws Exception {
        return new CutRuns(folder, 6, at -> new Site(open(at))).all();
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
                url "downloads/app-${release}"
                path { each line }
                line 1.8 { release 1.8.3 }
                line 1.9 { release 1.9.1 }
                """);
            typed.file("home/app", app("1.8.3")).file("downloads/app-1.9.1", app("1.9.1"));
            typed.file("home/books/version", "1.8.3\n");
            typed.file("home/pid", "");
            give();
            server = new ProcessBuilder("setpriv", "--reuid=" + WHO, "--regid=" + WHO, "--clear-groups", "sh", "app")
                    .directory(folder.resolve("home").toFile())
                    .start();
            Files.writeString(folder.resolve("home/pid"), Long.toString(server.pid()));
        }

        private void give() throws Exception {
            assertThat(new ProcessBuilder(
                                    "chown",
                                    "-R",
                                    WHO + ":" + WHO,
                                    folder.resolve("home").toString())
                            .start()
                            .waitFor())
                    .isZero();
        }

        private static String app(String version) {
            return "echo " + version + " > books/version\nwhile :; do sleep 1; done\n";
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
            return typed.rung("run", "ledger.runbook", "--yes", "-i", "home=" + folder.resolve("home"));
        }

        String version() {
            return typed.text("home/books/version").strip();
        }

        void isUpAt(String version) throws IOException {
            assertThat(version()).isEqualTo(version);
            assertThat(typed.text("home/app")).isEqualTo(app(version));
            assertThat(folder.resolve("home/pid.held")).doesNotExist();
            assertThat(pid())
                    .hasValueSatisfying(
                            process -> assertThat(process.info().user()).contains(WHO));
            try (Stream<Path> all = Files.walk(folder.resolve("home"))) {
                for (Path each : all.toList()) {
                    assertThat(Files.getOwner(each, LinkOption.NOFOLLOW_LINKS).getName())
                            .as(each.toString())
                            .isEqualTo(WHO);
                }
            }
        }

        private Optional<ProcessHandle> pid() {
            return ProcessHandle.of(Long.parseLong(typed.text("home/pid").strip()));
        }

        @Override
        public void close() throws Exception {
            pid().ifPresent(ProcessHandle::destroyForcibly);
            server.destroyForcibly().waitFor();
        }
    }
}
