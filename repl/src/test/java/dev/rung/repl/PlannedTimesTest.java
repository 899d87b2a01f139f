package dev.rung.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a plan says of time, how it is saved, drawn, and held against the world. */
class PlannedTimesTest {
    @TempDir
    Path folder;

    private Typed typed;
    private Diary diary;

    @BeforeEach
    void sitDown() throws Exception {
        typed = new Typed(folder);
        diary = Diary.layOut(typed, folder, "run [\"sleep\", \"1\"] changes nothing")
                .start();
    }

    @AfterEach
    void tidyUp() throws Exception {
        diary.close();
    }

    @Test
    void tellsWhatEarlierRunsTook() {
        assertThat(typed.rung("plan", "diary.runbook")).isZero();
        assertThat(typed.out()).doesNotContain("about", "It takes");
        assertThat(typed.rung("run", "diary.runbook", "--yes", "--to", "2.0")).isZero();

        assertThat(typed.rung("plan", "diary.runbook")).isZero();

        assertThat(typed.out())
                .containsPattern("run \\[\"sleep\", \"1\"\\] changes nothing +\\(about 1\\.\\d s\\)")
                .containsPattern("takes about \\d+(\\.\\d)? s, its way back about ")
                .containsPattern(
                        "It takes about \\d+(\\.\\d)? s, .* of it without the service, as one earlier run did\n");
        assertThat(typed.rung("plan", "diary.runbook", "--json")).isZero();
        assertThat(typed.out()).containsPattern("\"usual\": ?1\\d\\d\\d").contains("\"forward\":");
    }

    @Test
    void isDrawnAsAFlowchart() {
        assertThat(typed.rung("plan", "diary.runbook", "--mermaid")).isZero();

        assertThat(typed.out())
                .startsWith("flowchart TD\n  start([\"Diary · diary 1.0 → 3.0 in 2 hops\"])\n")
                .contains("[\"hop 1/2 1.0 → 2.0\"]\n", "  s1[\"1  stop clerk\"]\n", "  s1 --> s2\n")
                .containsPattern("s3 -\\. \"put the former 'app' back, start 'clerk',.*\" \\.-> at\\d+\n")
                .contains("run [#quot;sleep#quot;, #quot;1#quot;]")
                .endsWith(" --> done\n");
    }

    @Test
    void aSavedPlanIsCarriedOutWhileTheWorldIsAsItWas() {
        assertThat(typed.rung("plan", "diary.runbook", "--out", "tonight.plan")).isZero();
        typed.file("pages/second", "data may change");

        assertThat(typed.rung("run", "diary.runbook", "--plan", "tonight.plan", "--yes"))
                .isZero();
        assertThat(typed.text("app")).isEqualTo("3.0");
    }

    @Test
    void aSavedPlanIsRefusedOnceAnythingElseHasChanged() throws Exception {
        assertThat(typed.rung("plan", "diary.runbook", "--out", "tonight.plan")).isZero();
        typed.file("diary.runbook", typed.text("diary.runbook").replace("\"sleep\", \"1\"", "\"sleep\", \"2\""));

        assertThat(typed.rung("run", "diary.runbook", "--plan", "tonight.plan", "--yes"))
                .isEqualTo(4);
        assertThat(typed.err())
                .contains(
                        "tonight.plan is of ", "and is not what would be done now", "note: diary.runbook was changed\n")
                .contains("note: `run [\"sleep\", \"1\"] changes nothing` is not in it any more"
                        + " (upgrade/2.0/run-sleep-1)\n");
        assertThat(typed.text("app")).isEqualTo("1.0");
        assertThat(typed.rung("run", "diary.runbook", "--plan", "none.plan", "--yes"))
                .isEqualTo(2);
        assertThat(typed.rung("run", "diary.runbook", "--plan", "diary.runbook", "--yes"))
                .isEqualTo(4);
        assertThat(typed.err()).contains("diary.runbook is no saved plan");
        assertThat(typed.rung("plan", "diary.runbook", "--out", "nowhere/a.plan"))
                .isEqualTo(4);
        assertThat(Files.exists(folder.resolve("state/runs"))).isFalse();
    }

    /** It is never open for longer than the clocks of the test: it opens once a week at a time that is long gone. */
    @Test
    void aClosedWindowRefusesTheRun() {
        ZonedDateTime yesterday = ZonedDateTime.now(ZoneOffset.UTC).minusDays(1);
        String day = yesterday.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ROOT);
        typed.file(
                "diary.runbook",
                typed.text("diary.runbook")
                        .replace(
                                "system diary {",
                                "window \"" + day + " 00:00\" to \"" + day + " 00:01\" in \"UTC\"\n\nsystem diary {"));

        assertThat(typed.rung("plan", "diary.runbook")).isZero();
        assertThat(typed.out())
                .contains("The window is " + day + " 00:00 to " + day + " 00:01 in UTC: closed, and open");
        assertThat(typed.rung("run", "diary.runbook", "--yes")).isEqualTo(4);
        assertThat(typed.out()).contains("the window is closed; it opens at ", "refused, nothing was changed");
        assertThat(typed.text("app")).isEqualTo("1.0");
    }
}
