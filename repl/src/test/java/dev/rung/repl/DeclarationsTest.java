package dev.rung.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands at the top of a runbook, on the command line. */
class DeclarationsTest {
    private static final String RUNBOOK = """
        runbook "Shop"

        input home : path = "/nowhere"

        inputs staging { home = "%1$s" }
        %2$s
        system shop {
          releases "shop.releases"
          artifact app = file("${home}/app")
          %3$s
          installed = version(text-of("${home}/app"))
          healthy   = exists("${home}/app")
        }

        phase "Look" changes nothing {
          require-version >= 1.0
        }
        """;

    @TempDir
    Path folder;

    private Typed typed;

    @BeforeEach
    void sitDown() {
        typed = new Typed(folder);
        typed.file("shop.releases", "releases \"Shop\"\npath { direct }\nline 1 { release 1.0 }\n");
        typed.file("app", "1.0");
    }

    private void layOut(String more, String members) {
        typed.file("shop.runbook", RUNBOOK.formatted(folder, more, members));
    }

    @Test
    void aNamedSetFillsTheInputsIn() {
        layOut("", "");
        assertThat(typed.rung("plan", "shop.runbook")).isEqualTo(4);
        assertThat(typed.rung("plan", "shop.runbook", "--inputs", "staging")).isZero();
        assertThat(typed.rung("plan", "shop.runbook", "--inputs", "staging", "-i", "home=/nowhere"))
                .isEqualTo(4);
    }

    @Test
    void aSetThatIsNotThereIsTold() {
        layOut("", "");
        assertThat(typed.rung("plan", "shop.runbook", "--inputs", "stagin")).isEqualTo(2);
        assertThat(typed.err()).contains("no set of inputs `stagin`", "did you mean `staging`?");
    }

    @Test
    void whatIsIncludedIsReadFromBesideTheFileThatIncludesIt() {
        typed.file("shared/one.runbook", "include \"two.runbook\"\n");
        typed.file("shared/two.runbook", "input more : int = 3\n");
        layOut("include \"shared/one.runbook\"", "");
        assertThat(typed.rung("plan", "shop.runbook", "--inputs", "staging", "-i", "more=4"))
                .isZero();
    }

    @Test
    void whatIsNotCarriedOutYetIsToldByNameBeforeAnythingIsLookedAt() {
        layOut(
                "secret token = env(\"TOKEN\")\nplace box = container(\"box\")\n"
                        + "window \"Sat 22:00\" to \"Sun 04:00\" in \"UTC\"",
                "database lake = postgres(\"postgresql://x/y\", password: token)\n"
                        + "extension = has-extension(lake, \"x\")");
        assertThat(typed.rung("run", "shop.runbook", "--yes")).isEqualTo(3);
        assertThat(typed.err())
                .contains(
                        "this Rung does not carry out the place `container` yet",
                        "this Rung does not carry out `postgres` of database yet",
                        "this Rung does not carry out `has-extension` of database yet");
        assertThat(typed.rung("prove", "shop.runbook")).isZero();
    }

    @Test
    void whereNoPathLeadsToTheTargetNothingIsProved() {
        layOut("input target : version = newest", "");
        String climbing = typed.text("shop.runbook")
                + "phase \"Go\" {\n  step-through shop to target {\n    swap app to next\n"
                + "    require-version == next\n  }\n}\n";
        typed.file("shop.runbook", climbing);
        typed.file(
                "shop.releases",
                "releases \"Shop\"\nurl \"https://example.org/${release}\"\npath { each line }\n"
                        + "line 1 { release 1.0 }\nline 2 { broken 2.0 \"loses rows\" }\n");
        assertThat(typed.rung("prove", "shop.runbook", "-i", "target=2")).isEqualTo(3);
        assertThat(typed.out()).contains(": nothing is proved, since no path leads");
    }
}
