package dev.rung.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FmtTest {
    private static final String UNTIDY = "runbook   \"x\"\nphase \"y\"   {\nsay 'z' }\n";
    private static final String TIDY = "runbook \"x\"\nphase \"y\" {\n  say 'z'\n}\n";

    @TempDir
    Path folder;

    private Typed typed;

    @BeforeEach
    void sitDown() {
        typed = new Typed(folder);
    }

    @Test
    void writesInPlaceAndSaysSo() {
        typed.file("a.runbook", UNTIDY).file("b.runbook", TIDY);

        assertThat(typed.rung("fmt", "a.runbook", "b.runbook")).isZero();
        assertThat(typed.text("a.runbook")).isEqualTo(TIDY);
        assertThat(typed.err()).isEqualTo("formatted a.runbook\n");
        assertThat(typed.out()).isEmpty();

        assertThat(typed.rung("fmt", "a.runbook", "b.runbook")).isZero();
        assertThat(typed.err()).isEmpty();
    }

    @Test
    void searchesFolders() {
        typed.file("deep/er/a.runbook", UNTIDY)
                .file("deep/b.releases", "line 1   {}")
                .file("target/c.runbook", UNTIDY)
                .file("d.txt", UNTIDY);

        assertThat(typed.rung("fmt", ".")).isZero();
        assertThat(typed.text("deep/er/a.runbook")).isEqualTo(TIDY);
        assertThat(typed.text("deep/b.releases")).isEqualTo("line 1 {}\n");
        assertThat(typed.text("target/c.runbook")).isEqualTo(UNTIDY);
        assertThat(typed.text("d.txt")).isEqualTo(UNTIDY);
    }

    @Test
    void checkNamesWhatWouldChangeAndWritesNothing() {
        typed.file("a.runbook", UNTIDY).file("b.runbook", TIDY);

        assertThat(typed.rung("fmt", "--check", ".")).isEqualTo(1);
        assertThat(typed.out()).isEqualTo("a.runbook\n");
        assertThat(typed.text("a.runbook")).isEqualTo(UNTIDY);
        assertThat(typed.rung("fmt", "--check", "b.runbook")).isZero();
        assertThat(typed.out()).isEmpty();
    }

    @Test
    void diffShowsWhatWouldChangeAndWritesNothing() {
        typed.file("a.runbook", UNTIDY).file("b.runbook", TIDY);

        assertThat(typed.rung("fmt", "--diff", ".")).isZero();
        assertThat(typed.out()).isEqualTo("""
            --- a.runbook
            +++ a.runbook
            @@ -1,3 +1,4 @@
            -runbook   "x"
            -phase "y"   {
            -say 'z' }
            +runbook "x"
            +phase "y" {
            +  say 'z'
            +}
            """);
        assertThat(typed.text("a.runbook")).isEqualTo(UNTIDY);
        assertThat(typed.rung("fmt", "--diff", "--check", ".")).isEqualTo(1);
    }

    @Test
    void readsAPipeAndWritesToOne() {
        assertThat(typed.piping(UNTIDY).rung("fmt", "-")).isZero();
        assertThat(typed.out()).isEqualTo(TIDY);
        assertThat(typed.piping("releases   \"x\"").rung("fmt", "-")).isZero();
        assertThat(typed.out()).isEqualTo("releases \"x\"\n");
        assertThat(typed.piping(UNTIDY).rung("fmt", "--check", "-")).isEqualTo(1);
        assertThat(typed.out()).isEqualTo("-\n");
    }

    @Test
    void leavesWhatItCannotReadAndGoesOnWithTheRest() {
        typed.file("a.runbook", "runbook   \"x\"\nphase \"y\" {\n").file("b.runbook", UNTIDY);

        assertThat(typed.rung("fmt", ".")).isEqualTo(1);
        assertThat(typed.text("a.runbook")).startsWith("runbook   ");
        assertThat(typed.text("b.runbook")).isEqualTo(TIDY);
        assertThat(typed.err()).contains("error[", "a.runbook:2:");
        assertThat(typed.piping("runbook \"").rung("fmt", "-")).isEqualTo(1);
        assertThat(typed.out()).isEmpty();
    }

    @Test
    void followsLinksKeepsModesAndLeavesNothingBehind() throws IOException {
        typed.file("real/a.runbook", UNTIDY);
        Path file = folder.resolve("real/a.runbook");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r-x"));
        Files.createSymbolicLink(folder.resolve("link.runbook"), Path.of("real/a.runbook"));

        assertThat(typed.rung("fmt", "link.runbook")).isZero();
        assertThat(folder.resolve("link.runbook")).isSymbolicLink();
        assertThat(typed.text("real/a.runbook")).isEqualTo(TIDY);
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-rw-r-x"));
        try (Stream<Path> left = Files.list(folder.resolve("real"))) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void takesOnlyText() throws IOException {
        Path file = folder.resolve("a.runbook");
        byte[] latin = "runbook   \"é\"".getBytes(StandardCharsets.ISO_8859_1);
        Files.write(file, latin);

        assertThat(typed.rung("fmt", "a.runbook")).isEqualTo(2);
        assertThat(typed.err()).contains("is not written in UTF-8");
        assertThat(Files.readAllBytes(file)).isEqualTo(latin);
    }

    @Test
    void wantsSomethingToLookAt() {
        assertThat(typed.rung("fmt", ".")).isEqualTo(2);
        assertThat(typed.rung("fmt", "nowhere.runbook")).isEqualTo(2);
        assertThat(typed.rung("fmt", "--chekc", ".")).isEqualTo(2);
        assertThat(typed.rung("fmt")).isEqualTo(2);
    }

    @Test
    void aFormattedFileIsStillTheSameRunbook() {
        Notes.layOut(typed, "");
        assertThat(typed.rung("fmt", ".")).isZero();
        assertThat(typed.rung("lint", "notes.runbook", "notes.releases")).isZero();
        assertThat(List.of(typed.out())).containsExactly("");
    }
}
