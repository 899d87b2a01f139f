package dev.rung.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The runbook with all its switches of the page of {@code commands}, carried out. */
class SwitchesTest {
    private static final Path PAGE = Path.of("../runbooks/reference/drivers/commands.md");

    @TempDir
    Path folder;

    @Test
    void stopInTheOrderWrittenAndStartInTheReverse() throws Exception {
        try (Site site = new Site(folder)) {
            assertThat(site.run()).as(site.said()).isZero();
            site.isUpAt("1.9.1");
            assertThat(site.typed.text("diary")).isEqualTo("disable\nenable\n");
            List<String> journal = site.journal();
            assertThat(order(journal, "Stop")).containsExactly("serving", "open", "nightly", "server");
            assertThat(order(journal, "Start")).containsExactly("server", "nightly", "open", "serving");
        }
    }

    private static List<String> order(List<String> journal, String effect) {
        return journal.stream()
                .filter(line -> line.contains("\"kind\":\"intended\"") || line.contains("intended"))
                .flatMap(line -> Stream.of("serving", "open", "nightly", "server")
                        .filter(name -> line.contains(
                                effect.equals("Stop") ? "stop and hold `" + name + "`" : "\"start `" + name + "`")))
                .toList();
    }

    @Test
    void aFailureSwitchesThemOnAgain() throws Exception {
        try (Site site = new Site(folder)) {
            site.typed.file("downloads/app-1.9.1", "exit 1\n");
            assertThat(site.run()).as(site.said()).isEqualTo(10);
            site.isUpAt("1.8.3");
        }
    }

    /** It says no to each start: the run ends with words for a person, and goes on once it can be switched on. */
    @Test
    void whatCannotBeSwitchedOnIsNamed() throws Exception {
        try (Site site = new Site(folder)) {
            site.typed.file("broken", "");
            assertThat(site.run()).as(site.said()).isEqualTo(13);
            assertThat(site.said())
                    .contains("the `start` of `serving`", "ended with exit code 1 and said: no such backend");
            Files.delete(folder.resolve("broken"));
            assertThat(site.typed.rung("resume")).as(site.said()).isIn(0, 10);
            assertThat(folder.resolve("enabled")).exists();
        }
    }

    @Test
    void whatNobodyCanTellStopsTheRunBeforeAnythingIsChanged() throws Exception {
        try (Site site = new Site(folder)) {
            site.typed.file("lost", "");
            assertThat(site.run()).as(site.said()).isEqualTo(4);
            assertThat(site.said()).contains("nobody can tell whether `serving` runs", "exit code 255");
            Files.delete(folder.resolve("lost"));
            site.isUpAt("1.8.3");
        }
    }

    @TestFactory
    Stream<DynamicTest> whereverItIsCutTheyAreOnInTheEnd() throws Exception {
        return new CutRuns(folder, 4, Site::new).all();
    }

    /** Version 1.8.3 of it, all on. */
    private static final class Site implements CutRuns.Site {
        private static final String LB = """
            #!/bin/sh
            cd "$(dirname "$0")"
            [ -e lost ] && exit 255
            case $1 in
              is-enabled) test -e enabled ;;
              enable) [ -e broken ] && echo "no such backend" && exit 1; mv disabled enabled && echo enable >> diary ;;
              disable) mv enabled disabled && echo disable >> diary ;;
            esac
            """;

        private final Path folder;
        private final Typed typed;
        private final Process server;

        Site(Path folder) throws Exception {
            this.folder = folder;
            this.typed = new Typed(folder);
            typed.file("ledger.runbook", runbook()).file("ledger.releases", """
                releases "Ledger"
                url "downloads/app-${release}"
                path { each line }
                line 1.8 { release 1.8.3 }
                line 1.9 { release 1.9.1 }
                """);
            typed.file("app", app("1.8.3")).file("downloads/app-1.9.1", app("1.9.1"));
            typed.file("books/version", "1.8.3\n").file("books/rows", "1\n");
            typed.file("lb", LB).file("enabled", "").file("ledger", "0 3 * * * root true\n");
            assertThat(folder.resolve("lb").toFile().setExecutable(true)).isTrue();
            server = new ProcessBuilder("sh", "app").directory(folder.toFile()).start();
            typed.file("pid", Long.toString(server.pid()));
        }

        private static String runbook() throws IOException {
            return new ProofPage(PAGE, Files.readAllLines(PAGE))
                    .blocks().stream()
                            .filter(block -> block.info().equals("runbook"))
                            .map(ProofPage.Block::text)
                            .filter(text -> text.contains("with all its switches"))
                            .findFirst()
                            .orElseThrow();
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
            String here = folder.toString();
            return typed.rung(
                    "run",
                    "ledger.runbook",
                    "--yes",
                    "-i",
                    "home=" + here,
                    "-i",
                    "tools=" + here,
                    "-i",
                    "cron=" + here);
        }

        String version() {
            return typed.text("books/version").strip();
        }

        void isUpAt(String version) {
            assertThat(version()).isEqualTo(version);
            assertThat(typed.text("app")).isEqualTo(app(version));
            assertThat(folder.resolve("enabled")).exists();
            assertThat(folder.resolve("maintenance")).doesNotExist();
            assertThat(folder.resolve("ledger")).exists();
            assertThat(folder.resolve("pid.held")).doesNotExist();
            assertThat(pid())
                    .hasValueSatisfying(process -> assertThat(process.isAlive()).isTrue());
            assertThat(List.of(Optional.ofNullable(
                                    folder.resolve("state/services").toFile().list())
                            .orElse(new String[0])))
                    .as("no mark is left")
                    .isEmpty();
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
