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

/** The runbook with the vendor's own backup of the page of {@code commands}, carried out. */
class VendorBackupRunTest {
    private static final Path PAGE = Path.of("../runbooks/reference/drivers/commands.md");
    private static final String CONTROL = """
        cd "$(dirname "$0")"
        case $1 in
          dump) tar -cf "$RUNG_BACKUP" books ;;
          load) rm -rf books && tar -xf "$RUNG_BACKUP" && echo load >> diary ;;
          check) [ ! -e broken ] && tar -tf "$RUNG_BACKUP" > /dev/null ;;
        esac
        """;

    @TempDir
    Path folder;

    @Test
    void climbsAndComesBackByItsOwnRestore() throws Exception {
        try (Site site = new Site(folder)) {
            assertThat(site.run()).as(site.said()).isZero();
            site.isUpAt("1.9.1");
            assertThat(site.typed.rung("rollback", site.newestRun().orElseThrow(), "--yes"))
                    .as(site.said())
                    .isEqualTo(11);
            site.isUpAt("1.8.3");
            assertThat(site.typed.text("diary")).isEqualTo("load\n");
        }
    }

    @Test
    void aBackupThatItsOwnCheckRefusesGoesBack() throws Exception {
        try (Site site = new Site(folder)) {
            site.typed.file("broken", "");
            assertThat(site.run()).as(site.said()).isEqualTo(10);
            assertThat(site.said()).contains("the `verify` of `books`");
            site.isUpAt("1.8.3");
        }
    }

    @Test
    void withoutACheckNothingIsVerifiedAndNothingIsStopped() throws Exception {
        try (Site site = new Site(folder)) {
            String runbook = site.typed.text("ledger.runbook");
            site.typed.file("ledger.runbook", runbook.replaceFirst(",\\s*verify: [^\n]*", ""));
            assertThat(site.run()).as(site.said()).isEqualTo(4);
            assertThat(site.said())
                    .contains("the backup of `books` cannot be verified by a restore", "give it a `verify`, or leave ");
            site.isUpAt("1.8.3");
        }
    }

    @TestFactory
    Stream<DynamicTest> whereverItIsCutTheBooksAreWhole() throws Exception {
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
                            .map(ProofPage.Block::text)
                            .filter(text -> text.contains("with its own backup"))
                            .findFirst()
                            .orElseThrow();
            typed.file("ledger.runbook", runbook).file("ledger.releases", """
                releases "Ledger"
                url "downloads/app-${release}"
                path { each line }
                line 1.8 { release 1.8.3 }
                line 1.9 { release 1.9.1 }
                """);
            typed.file("app", app("1.8.3")).file("downloads/app-1.9.1", app("1.9.1"));
            typed.file("ledgerctl", CONTROL).file("books/version", "1.8.3\n").file("books/rows", "rows of 1.8.3\n");
            server = new ProcessBuilder("sh", "app").directory(folder.toFile()).start();
            typed.file("pid", Long.toString(server.pid()));
        }

        private static String app(String version) {
            return "echo " + version + " > books/version\necho rows of " + version
                    + " > books/rows\nwhile :; do sleep 1; done\n";
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
            assertThat(typed.text("books/rows")).isEqualTo("rows of " + version + "\n");
            assertThat(typed.text("app")).isEqualTo(app(version));
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
