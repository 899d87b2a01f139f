package dev.rung.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleasesCommandTest {
    @TempDir
    Path folder;

    private Typed typed;

    @BeforeEach
    void aReleaseFile() {
        typed = new Typed(folder).file("p.releases", """
            releases "Ledger"
            url "https://example.org/${release}"
            path { each line }
            line 1 requires java >= 8 { release 1.0 }
            line 2 notes "read this" { release 2.0  broken 2.1 "it forgets" }
            line 3 { release 3.0 }
            """);
    }

    @Test
    void explainsAPathAsJson() {
        assertThat(typed.rung("releases", "path", "p.releases", "1.0", "3", "--json"))
                .isZero();
        assertThat(typed.out())
                .contains(
                        "\"schema\": \"rung/path/1\"",
                        "\"found\": true",
                        "\"why\": \"`each line`: the newest of line 2\"")
                .contains("\"of\": \"line 2\"", "\"notes\": \"read this\"");
        assertThat(typed.rung("releases", "path", "p.releases", "1.0", "2.1", "--json"))
                .isEqualTo(1);
        assertThat(typed.out())
                .contains("\"found\": false", "\"name\": \"broken-release\"", "\"accept\": \"broken-2.1\"");
    }

    @Test
    void whatIsRefusedIsAcceptedByItsNameOnly() {
        String[] path = {"releases", "path", "p.releases", "1.0", "2.1", "--accept", "broken-2.1"};
        assertThat(typed.rung(path)).isZero();
        assertThat(typed.out()).contains("accepted: broken-2.1");
        path[6] = "broken-2.0";
        assertThat(typed.rung(path)).isEqualTo(2);
        assertThat(typed.err()).contains("did you mean `broken-2.1`?");
    }

    @Test
    void checksAFile() {
        assertThat(typed.rung("releases", "check", "p.releases")).isZero();
        assertThat(typed.out()).isEmpty();
        assertThat(typed.err())
                .isEqualTo("Ledger · 3 lines, 3 releases, 1 broken, 3 without a sha256: no gap and no contradiction\n");
        typed.file(
                "gap.releases",
                "releases \"G\" path { each line } line 1 { release 1.0 } line 2 { broken 2.0 \"no\" }"
                        + " line 3 { release 3.0 }");
        assertThat(typed.rung("releases", "check", "gap.releases")).isEqualTo(1);
        assertThat(typed.out()).contains("error[broken-path]");
        assertThat(typed.rung("releases", "check", "gap.releases", "--json")).isEqualTo(1);
        assertThat(typed.out()).contains("\"schema\": \"rung/releases/1\"", "\"name\": \"broken-path\"");
        typed.file("wrong.releases", "releases \"G\" path { each line } lien 1 { }");
        assertThat(typed.rung("releases", "check", "wrong.releases")).isEqualTo(3);
        assertThat(typed.rung("releases", "path", "wrong.releases", "1", "2")).isEqualTo(3);
        assertThat(typed.err()).contains("did you mean `line`?");
    }

    @Test
    void saysWhatItTakes() {
        assertThat(typed.rung("releases", "pth", "p.releases", "1.0", "2.0")).isEqualTo(2);
        assertThat(typed.err()).contains("did you mean `path`?");
        assertThat(typed.rung("releases", "path", "p.releases", "1.0")).isEqualTo(2);
        assertThat(typed.err()).contains("`rung releases path` needs `TO`");
        assertThat(typed.rung("releases", "check", "p.releases", "1.0")).isEqualTo(2);
        assertThat(typed.err()).contains("does not take `1.0`");
        assertThat(typed.rung("releases", "check", "q.releases")).isEqualTo(2);
        assertThat(typed.rung("releases", "path", "p.releases", "one", "2.0")).isEqualTo(2);
        assertThat(typed.err()).contains("`one` is not a version");
        assertThat(typed.rung("releases", "path", "p.releases", "1.0", "2.0", "--fact", "java"))
                .isEqualTo(2);
        assertThat(typed.err()).contains("write `--fact name=value`");
    }

    @Test
    void aRunSaysWhatWasAcceptedInPlanAndJournal() {
        typed.file("app.releases", """
            releases "App"
            path { each line }
            line 1 { release 1.0 }
            line 2 { broken 2.0 "it forgets" }
            """);
        typed.file("app.runbook", """
            runbook "App"
            system app {
              releases "app.releases"
              files data = directory("data")
              installed = version(text-of("version"))
              healthy   = exists("version")
            }
            phase "p" {
              step-through app to 2.0 {
                run ["cp", "new", "version"] changes data undo { run ["cp", "old", "version"] changes data }
                require-version == next
              }
            }
            """);
        typed.file("version", "1.0").file("old", "1.0").file("new", "2.0").file("data/x", "x");
        assertThat(typed.rung("plan", "app.runbook")).isEqualTo(3);
        assertThat(typed.err()).contains("`--accept broken-2.0`");
        assertThat(typed.rung("plan", "app.runbook", "--accept", "broken-2.0")).isZero();
        assertThat(typed.out()).contains("accepted: broken-2.0");
        assertThat(typed.rung("plan", "app.runbook", "--accept", "broken-3.0")).isEqualTo(2);
    }
}
