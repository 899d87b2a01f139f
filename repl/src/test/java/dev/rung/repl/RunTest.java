package dev.rung.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plan, run, resume, rollback and history, by the real engine, on a system that is a file. */
class RunTest {
    @TempDir
    Path folder;

    private Typed typed;

    @BeforeEach
    void sitDown() {
        typed = new Typed(folder);
    }

    @Test
    void planShowsAndChangesNothing() {
        Notes.layOut(typed, "");

        assertThat(typed.rung("plan", "notes.runbook")).isZero();
        assertThat(typed.out())
                .startsWith("Notes · pad 1.0 → 3.0 in 2 hops\n")
                .contains("swap app to 2.0", "way back  put the former `app` back", "upgrade/3.0/swap-app")
                .contains("A person is asked for: announced");
        assertThat(typed.text("app")).isEqualTo("1.0");
        assertThat(typed.rung("plan", "notes.runbook", "--to", "2.0", "--json")).isZero();
        assertThat(typed.out()).startsWith("{\n  \"schema\": \"rung/plan/1\"").doesNotContain("\"to\": \"3.0\"");
    }

    @Test
    void runsToTheEndAndThenHasNothingToDo() {
        Notes.layOut(typed, "");

        assertThat(typed.rung("run", "notes.runbook", "--yes", "--confirm", "announced"))
                .isZero();
        assertThat(typed.text("app")).isEqualTo("3.0");
        assertThat(typed.out()).contains("✔ swap app to 3.0", "\nupgraded to 3.0\n", "rung rollback pad-");
        assertThat(typed.rung("run", "notes.runbook", "--yes")).isZero();
        assertThat(typed.out()).isEqualTo("Notes · pad is at 3.0 already: nothing to do\n");
        assertThat(typed.rung("plan", "notes.runbook")).isZero();
        assertThat(typed.out()).isEqualTo("Notes · pad is at 3.0 already: nothing to do\n");
        assertThat(typed.rung("plan", "notes.runbook", "--json")).isZero();
        assertThat(typed.out()).contains("\"kind\": \"nothing-to-do\"");
    }

    @Test
    void aPlanForASystemThatAnOpenRunHasInHandSaysSo() {
        Notes.layOut(typed, "    require exists(\"${folder}/ready\")\n");
        typed.rungInItsOwnProcess("run", "notes.runbook", "--yes", "--confirm=announced", "--on-failure=stop");
        String run = newestRun();

        assertThat(typed.rung("plan", "notes.runbook")).isZero();
        assertThat(typed.err())
                .startsWith(
                        "note: `rung run` would refuse this plan as things are: the run `" + run + "` of this system")
                .contains("help: take it up with `rung resume");
        assertThat(typed.rung("run", "notes.runbook", "--yes")).isEqualTo(4);
        assertThat(typed.out()).as("no plan in front of the refusal").isEmpty();
        typed.file("app", "broken");
        assertThat(typed.rung("plan", "notes.runbook")).isEqualTo(4);
        assertThat(typed.err()).isEqualTo("""
            error: the run `%s` of this system has not come to its end
            help: take it up with `rung resume %s`, or undo it with `rung rollback %s`
            """.formatted(run, run, run));
    }

    @Test
    void asksOnceAtATerminal() {
        Notes.layOut(typed, "");

        assertThat(typed.answering("").rung("run", "notes.runbook")).isEqualTo(4);
        assertThat(typed.out()).endsWith("Carry this out? [y/N] ");
        assertThat(typed.err()).isEqualTo("nothing was changed\n");
        assertThat(typed.text("app")).isEqualTo("1.0");
        assertThat(typed.answering("y", "yes").rung("run", "notes.runbook")).isZero();
        assertThat(typed.out()).contains("  announced: Everyone knows [y/N] ");
        assertThat(typed.text("app")).isEqualTo("3.0");
    }

    @Test
    void neverAsksWhereNobodyCanAnswer() {
        Notes.layOut(typed, "");

        assertThat(typed.rung("run", "notes.runbook")).isEqualTo(2);
        assertThat(typed.err()).contains("give `--yes`");
        assertThat(typed.rung("run", "notes.runbook", "--yes")).isEqualTo(4);
        assertThat(typed.out()).contains("refused, nothing was changed", "--confirm");
        assertThat(typed.text("app")).isEqualTo("1.0");
    }

    @Test
    void goesBackWhereAStatementFails() {
        Notes.layOut(typed, "    run \"false\" changes nothing\n");

        assertThat(typed.rung("run", "notes.runbook", "--yes", "--confirm", "announced"))
                .isEqualTo(10);
        assertThat(typed.out())
                .contains("✘ run \"false\" changes nothing", "going back to 1.0", "\nrolled back to 1.0\n");
        assertThat(typed.text("app")).isEqualTo("1.0");
    }

    @Test
    void stopsOnRequestAndResumesWithTheTextsOfItsBeginning() {
        Notes.layOut(typed, "    require exists(\"${folder}/ready\")\n");
        String[] run = {"run", "notes.runbook", "--yes", "--confirm=announced", "--on-failure=stop"};

        assertThat(typed.rungInItsOwnProcess(run)).isEqualTo(12);
        assertThat(typed.out()).contains("stopped, safe and resumable", "rung resume pad-");
        assertThat(typed.text("app")).isEqualTo("2.0");
        typed.file("ready", "").file("notes.runbook", "nothing that could be read");
        assertThat(typed.rung("resume")).isZero();
        assertThat(typed.text("app")).isEqualTo("3.0");
        assertThat(typed.rung("resume")).isEqualTo(2);
        assertThat(typed.err()).startsWith("error: no run is interrupted\n");
    }

    @Test
    void takesAFinishedRunBack() {
        Notes.layOut(typed, "");
        typed.rung("run", "notes.runbook", "--yes", "--confirm", "announced");
        String run = newestRun();

        assertThat(typed.rung("rollback", run)).isEqualTo(2);
        assertThat(typed.rung("rollback", run, "--yes")).isZero();
        assertThat(typed.text("app")).isEqualTo("1.0");
        assertThat(typed.rung("resume", run)).isEqualTo(2);
        assertThat(typed.err()).contains("has come to its end: rolled back to 1.0");
        isUnknown("rollback", "resume", "history");
    }

    /** The one run there is has the name {@code pad-…}. */
    private void isUnknown(String... commands) {
        String run = newestRun();
        for (String command : commands) {
            assertThat(typed.rung(command, "never")).isEqualTo(2);
            assertThat(typed.err()).isEqualTo("""
                error: there is no run `never`
                help: the newest is `%s`; `rung history` lists them all
                """.formatted(run));
            assertThat(typed.rung(command, run.substring(0, run.length() - 5))).isEqualTo(2);
            assertThat(typed.err()).contains("did you mean `" + run + "`?");
            assertThat(typed.rung(command, run.replaceFirst("pad", "pda"))).isEqualTo(2);
            assertThat(typed.err()).contains("did you mean `" + run + "`?");
        }
    }

    @Test
    void saysWhereItLookedForRuns() {
        for (String command : new String[] {"rollback", "resume", "history"}) {
            assertThat(typed.rung(command, "never")).isEqualTo(2);
            assertThat(typed.err()).contains("there are no runs in " + folder.resolve("state"), "RUNG_STATE");
        }
        for (String option : new String[] {"--verify", "--rebuild"}) {
            assertThat(typed.rung("history", option)).isZero();
            assertThat(typed.err())
                    .isEqualTo("no runs yet: their journals would be in " + folder.resolve("state")
                            + "; RUNG_STATE names another folder\n");
        }
    }

    @Test
    void remembersWhatWasDone() {
        assertThat(typed.rung("history")).isZero();
        assertThat(typed.err()).startsWith("no runs yet");
        Notes.layOut(typed, "");
        typed.rung("run", "notes.runbook", "--yes", "--confirm", "announced");
        String run = newestRun();

        assertThat(typed.out())
                .containsPattern(run + "  [-0-9]{10} [:0-9]{8} – [:0-9]{8}  pad 1.0 → 3.0  upgraded after [0-9]");
        assertThat(typed.rung("history", run)).isZero();
        assertThat(typed.out())
                .contains("announced: yes, said somebody", "change `app` over to 3.0", "upgraded to 3.0  after ");
        assertThat(typed.rung("history", "--verify")).isZero();
        assertThat(typed.out()).startsWith(run + "  as it was written: ");
        assertThat(typed.rung("history", "--rebuild")).isZero();
        assertThat(typed.out()).startsWith("the history was made anew: 1 run from the journals in ");
        String journal = "state/runs/" + run + ".jsonl";
        typed.file(journal, typed.text(journal).replace("somebody", "nobody!!"));
        assertThat(typed.rung("history", "--verify", run)).isEqualTo(1);
        assertThat(typed.rung("history", "never")).isEqualTo(2);
    }

    private String newestRun() {
        assertThat(typed.rung("history")).isZero();
        return typed.out().substring(0, typed.out().indexOf(' '));
    }

    @Test
    void knowsWhichInputWasMeantAndWhereItCanComeFrom() {
        Notes.layOut(typed, "");

        assertThat(typed.rung("plan", "notes.runbook", "-i", "foldr=x")).isEqualTo(2);
        assertThat(typed.err()).contains("no input `foldr`", "did you mean `folder`?");
        assertThat(typed.rung("plan", "notes.runbook", "-i", "folder")).isEqualTo(2);
        assertThat(typed.rung("plan", "notes.runbook", "--to", "2.0", "-i", "target=3.0"))
                .isEqualTo(2);
        assertThat(typed.with("RUNG_INPUT_TARGET", "2.0").rung("plan", "notes.runbook"))
                .isZero();
        assertThat(typed.out()).startsWith("Notes · pad 1.0 → 2.0 in 1 hop\n");
        assertThat(typed.rung("plan", "notes.runbook", "--to", "3.0")).isZero();
        assertThat(typed.out()).startsWith("Notes · pad 1.0 → 3.0 in 2 hops\n");
    }

    @Test
    void refusesWhatIsNotValidAndWhatItCannotSee() {
        Notes.layOut(typed, "    stpo app\n");
        assertThat(typed.rung("plan", "notes.runbook")).isEqualTo(3);
        assertThat(typed.err()).contains("did you mean `stop`?");
        assertThat(typed.out()).isEmpty();

        Notes.layOut(typed, "");
        assertThat(typed.rung("plan", "notes.runbook", "--to", "9.0")).isEqualTo(3);
        assertThat(typed.rung("plan", "note.runbook")).isEqualTo(2);
        assertThat(typed.err()).contains("did you mean `notes.runbook`?");
        typed.file("app", "broken");
        assertThat(typed.rung("plan", "notes.runbook")).isEqualTo(4);
        assertThat(typed.err())
                .startsWith("error: `pad` does not say which version is installed")
                .contains("`installed` goes by `folder` = \".\"; if that is wrong, say `-i folder=…`");
        typed.rung("plan", "notes.runbook", "-i", "folder=elsewhere");
        assertThat(typed.err()).contains("goes by `folder` = elsewhere; if that is wrong");
    }

    @Test
    void saysWhichRunbooksThereAre() {
        assertThat(typed.rung("run")).isEqualTo(2);
        assertThat(typed.err()).isEqualTo("""
            error: `rung run` needs `FILE`
            help: there is no *.runbook here; `rung demo` has one to try
            """);
        typed.file("upgrades/notes/notes.runbook", "").file("upgrades/mail.runbook", "");
        assertThat(typed.rung("plan")).isEqualTo(2);
        assertThat(typed.err()).contains("help: there are upgrades/mail.runbook, upgrades/notes/notes.runbook\n");
        assertThat(typed.rung("run", "upgrades")).isEqualTo(2);
        assertThat(typed.err()).isEqualTo("""
            error: `upgrades` is a folder
            help: there is upgrades/mail.runbook
            """);
        assertThat(typed.rung("run", "other.runbook")).isEqualTo(2);
        assertThat(typed.err()).contains("there is no file `other.runbook`", "help: there are upgrades/mail.runbook");
        assertThat(typed.rung("run", "upgrades/mial.runbook")).isEqualTo(2);
        assertThat(typed.err()).contains("did you mean `upgrades/mail.runbook`?");
        assertThat(typed.rung("rollback")).isEqualTo(2);
        assertThat(typed.err()).contains("`rung rollback` needs `RUN`", "there are no runs in ");
    }

    @Test
    void knowsTheNamesThatAPlanHas() {
        Notes.layOut(typed, "");

        assertThat(typed.rung("run", "notes.runbook", "--yes", "--confirm", "anounced"))
                .isEqualTo(2);
        assertThat(typed.err()).contains("did you mean `announced`?");
        assertThat(typed.rung("run", "notes.runbook", "--yes", "--rollback", "down"))
                .isEqualTo(2);
        assertThat(typed.err()).contains("this runbook has no rollback `down`", "it has none");
    }
}
