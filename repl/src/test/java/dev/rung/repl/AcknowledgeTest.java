package dev.rung.repl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.model.effect.Acknowledge.Note;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The notes on releases, which somebody has to have read: at a terminal, in a job, by file, after an interruption. */
class AcknowledgeTest {
    private static final String[] RUN = {"run", "notes.runbook", "--yes", "--confirm", "announced"};
    private static final Note SECOND = new Note("pad", "2.0", "Pens are needed");
    private static final Note THIRD = new Note("pad", "3.0", "See https://pad.example/3.0 (new): ink, too");

    @TempDir
    Path folder;

    private Typed typed;

    @BeforeEach
    void layOut() {
        typed = new Typed(folder);
        Notes.layOut(typed, "");
        typed.file("notes.runbook", typed.text("notes.runbook").replace("  confirm", "  acknowledge notes\n  confirm"));
        noted("2.0", "\"Pens are needed\"");
        noted("3.0", "\"See https://pad.example/3.0 (new): ink, too\"");
    }

    private void noted(String release, String note) {
        String text = typed.text("notes.releases");
        int at = text.indexOf("release " + release + " {") + ("release " + release + " {").length();
        typed.file("notes.releases", text.substring(0, at) + " notes " + note + text.substring(at));
    }

    private String journal() throws Exception {
        try (var runs = Files.list(folder.resolve("state/runs"))) {
            return runs.map(run -> typed.text("state/runs/" + run.getFileName()))
                    .collect(Collectors.joining());
        }
    }

    private void tick(String file, String about) {
        typed.file(file, typed.text(file).replace("- [ ] " + about, "- [x] " + about));
    }

    @Test
    void aJobThatHasNotReadThemIsRefused() {
        assertThat(typed.rung(RUN)).isEqualTo(4);
        assertThat(typed.out() + typed.err())
                .contains("nobody has acknowledged the notes on `pad 2.0` and `pad 3.0`, as they read now")
                .contains("--acknowledge FILE");
        assertThat(typed.text("app")).isEqualTo("1.0");
    }

    @Test
    void whatIsTickedInAFileHasBeenRead() throws Exception {
        assertThat(typed.rung("plan", "notes.runbook", "--notes", "read.md")).isZero();
        assertThat(typed.err()).contains("2 notes written to read.md");
        assertThat(typed.text("read.md"))
                .contains("- [ ] pad 2.0 (" + SECOND.name() + ")\n\n      Pens are needed\n")
                .contains(
                        "- [ ] pad 3.0 (" + THIRD.name() + ")\n\n      See https://pad.example/3.0 (new): ink, too\n");

        String[] run = {"run", "notes.runbook", "--yes", "--confirm", "announced", "--acknowledge", "read.md"};
        assertThat(typed.rung(run)).isEqualTo(2);
        assertThat(typed.err()).contains("no note is ticked in", "put an `x` between the brackets");
        tick("read.md", "pad 2.0");
        assertThat(typed.rung(run)).isEqualTo(4);
        assertThat(typed.out() + typed.err()).contains("the notes on `pad 3.0`");
        tick("read.md", "pad 3.0");
        assertThat(typed.rung(run)).as(typed.out() + typed.err()).isZero();
        assertThat(typed.out()).contains("2 notes acknowledged");
        assertThat(journal()).contains(SECOND.sha256(), THIRD.sha256(), "\"by\":\"somebody\"");
    }

    @Test
    void aNoteThatWasChangedSinceIsAskedForAgain() {
        typed.rung("plan", "notes.runbook", "--notes", "read.md");
        tick("read.md", "pad 2.0");
        tick("read.md", "pad 3.0");
        typed.file("notes.releases", typed.text("notes.releases").replace("Pens are", "Ten pens are"));
        String[] run = {"run", "notes.runbook", "--yes", "--confirm", "announced", "--acknowledge", "read.md"};

        assertThat(typed.rung(run)).isEqualTo(4);
        assertThat(typed.out() + typed.err()).contains("the notes on `pad 2.0`, as they read now");
    }

    @Test
    void whoIsThereIsAskedOneByOne() {
        typed.answering("y", "n");
        assertThat(typed.rung("run", "notes.runbook", "--yes", "--confirm", "announced"))
                .isEqualTo(4);
        assertThat(typed.out()).contains("Pens are needed [y/N]", "ink, too [y/N]");
        assertThat(typed.text("app")).isEqualTo("1.0");

        typed.answering("y", "y");
        assertThat(typed.rung(RUN)).as(typed.out() + typed.err()).isZero();
    }

    @Test
    void aRunThatIsTakenUpAsksForTheRemainingOnes() {
        typed.file(
                "notes.runbook",
                typed.text("notes.runbook")
                        .replace("  acknowledge notes\n", "")
                        .replace("phase \"Afterwards\" {", "phase \"Afterwards\" {\n  acknowledge notes"));
        typed.rung("plan", "notes.runbook", "--notes", "read.md");
        tick("read.md", "pad 3.0");
        typed.answering("y", "n");
        assertThat(typed.rung(RUN)).isEqualTo(12);
        assertThat(typed.out()).contains("`rung resume --acknowledge FILE`", "the notes on `pad 3.0`");

        Typed later = new Typed(folder);
        assertThat(later.rung("resume")).isEqualTo(12);
        assertThat(later.out()).contains("the notes on `pad 3.0`");
        assertThat(later.rung("resume", "--acknowledge", "read.md"))
                .as(later.out())
                .isZero();
        assertThat(later.out()).contains("1 note acknowledged, 1 before");
    }

    @Test
    void whatCannotBeReadOrHasNothingIsSaid() {
        assertThat(typed.rung("run", "notes.runbook", "--acknowledge", "none.md"))
                .isEqualTo(2);
        assertThat(typed.err()).contains("cannot be read from", "it is not there");
        typed.file("notes.runbook", typed.text("notes.runbook").replace("  acknowledge notes\n", ""));
        assertThat(typed.rung("plan", "notes.runbook", "--notes", "read.md")).isEqualTo(2);
        assertThat(typed.err()).contains("this plan has no notes to acknowledge");
    }
}
