package dev.rung.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintTest {
    @TempDir
    Path folder;

    private Typed typed;

    @BeforeEach
    void sitDown() {
        typed = new Typed(folder);
    }

    @Test
    void saysNothingBadOfWhatIsGood() {
        Notes.layOut(typed, "");

        assertThat(typed.rung("lint", "notes.runbook", "notes.releases")).isZero();
        assertThat(typed.out()).isEmpty();
        assertThat(typed.err()).isEqualTo("2 files: nothing found\n");
    }

    @Test
    void showsWhatItFindsWhereItStands() {
        Notes.layOut(typed, "  stpo app\n");

        assertThat(typed.rung("lint", "notes.runbook")).isEqualTo(1);
        assertThat(typed.out())
                .startsWith("error[")
                .contains("--> notes.runbook:19:", "19 |   stpo app", "|   ^^^^", "did you mean `stop`?");
        assertThat(typed.err()).isEqualTo("1 file: 1 error\n");
    }

    @Test
    void searchesFolders() {
        Notes.layOut(typed, "  stpo app\n");
        typed.file("deep/er/other.releases", "rleases \"x\"\n")
                .file("target/built.runbook", "nonsense")
                .file("a.txt", "no");

        assertThat(typed.rung("lint", ".")).isEqualTo(1);
        assertThat(typed.err()).startsWith("3 files: ");
        assertThat(typed.out())
                .contains("--> deep/er/other.releases:1:1", "--> notes.runbook:19:3")
                .doesNotContain("built");
    }

    @Test
    void hasAFormForPrograms() {
        Notes.layOut(typed, "  stpo app\n");

        assertThat(typed.rung("lint", "--format=json", "notes.runbook")).isEqualTo(1);
        assertThat(typed.out())
                .startsWith("{\n  \"schema\": \"rung/findings/1\",\n  \"files\": 1,\n  \"findings\": [")
                .contains("\"file\": \"notes.runbook\"", "\"line\": 19");
        assertThat(typed.err()).isEmpty();
    }

    @Test
    void readsAPipe() {
        assertThat(typed.piping("runbook \"x\"\nphas \"y\" { }\n").rung("lint", "-"))
                .isEqualTo(1);
        assertThat(typed.out()).contains("--> -:2:1");
    }

    @Test
    void failsFromTheSeverityOnThatWasChosen() {
        Notes.layOut(typed, "");
        typed.file("notes.releases", Notes.releases(false));

        assertThat(typed.rung("lint", "notes.runbook")).isEqualTo(1);
        assertThat(typed.out()).contains("warning[unpinned-artifact]");
        assertThat(typed.rung("lint", "--fail-on=error", "notes.runbook")).isZero();
        assertThat(typed.out()).contains("warning[unpinned-artifact]");
        assertThat(typed.rung("lint", "--fail-on=often", "notes.runbook")).isEqualTo(2);
    }

    @Test
    void findingNothingToLookAtIsNotGood() {
        assertThat(typed.rung("lint", ".")).isEqualTo(2);
        assertThat(typed.err()).startsWith("error: no file matched: ");
        assertThat(typed.rung("lint", "nowhere.runbook")).isEqualTo(2);
        assertThat(typed.err()).isEqualTo("error: there is no file `nowhere.runbook`\n");
    }
}
