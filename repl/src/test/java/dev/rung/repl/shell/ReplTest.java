package dev.rung.repl.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.repl.Notes;
import dev.rung.repl.Typed;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The REPL over a pipe: line by line, without a prompt and without anything that steers a terminal. */
class ReplTest {
    @TempDir
    Path folder;

    private Typed typed;

    @BeforeEach
    void sitDown() {
        typed = new Typed(folder);
        Notes.layOut(typed, "");
    }

    private int piped(String lines, String... words) {
        return typed.piping(lines).rung(words);
    }

    @Test
    void answersExpressionsWithValueAndType() {
        assertThat(piped("1 + 1\n\"a\" == \"b\"\n2GiB\n[1,\n2]\n", "repl")).isZero();
        assertThat(typed.out()).isEqualTo("""
            2 : int
            false : bool
            2.0 GiB : size
            [1, 2] : list
            """);
        assertThat(typed.err()).isEmpty();
    }

    @Test
    void knowsTheNamesOfTheLoadedRunbook() {
        assertThat(piped("target\nhealthy\npad.installed\nlet twice = 2 * 2\ntwice\n", "repl", "notes.runbook"))
                .isZero();
        assertThat(typed.out()).contains("true : bool\n", "1.0 : version\n").endsWith("4 : int\n");
    }

    @Test
    void showsTheNextStatementAndCarriesItOutOnlyWhenAsked() {
        assertThat(piped("\n\n:plan\n", "repl", "notes.runbook")).isZero();
        assertThat(typed.out())
                .startsWith("Notes · pad 1.0 → 3.0 in 2 hops\n6 statements ahead; ")
                .contains("1  confirm announced", "  ▸    1  confirm announced");
        assertThat(folder.resolve("state/runs")).doesNotExist();
    }

    @Test
    void goesThroughARunbook() {
        assertThat(piped(":next\ny\n:next 2\n:state\n:run\ny\n", "repl", "notes.runbook"))
                .isZero();
        assertThat(typed.out())
                .contains("  announced: Everyone knows [y/N] y\n", "\n  pad 2.0\n")
                .containsPattern("✔ swap app to 2\\.0(  \\S+ m?s)?\n")
                .contains("Carry out the 3 statements that are left? [y/N] y\n", "\nupgraded to 3.0\n")
                .doesNotContain("\u001b");
        assertThat(folder.resolve("app")).hasContent("3.0");
    }

    @Test
    void aQuestionTakesAnAnswerAndNoOtherLine() {
        assertThat(piped(":next\nYES\n:run\ny\n", "repl", "notes.runbook")).isZero();
        assertThat(folder.resolve("app")).hasContent("3.0");
        Notes.layOut(typed, "");
        assertThat(piped(":next\n1 + 1\n", "repl", "notes.runbook")).isEqualTo(4);
        assertThat(typed.out())
                .contains("announced: Everyone knows [y/N] \n  not answered, so no: the next line, `1 + 1`, is neither")
                .contains("\n2 : int\n");
    }

    @Test
    void aScriptWithAQuestionThatNobodyAnswersSaysSoInItsExitCode() {
        String touch = "run \"touch " + folder.resolve("touched") + "\" changes nothing\n";

        assertThat(piped(touch + "1\n", "repl", "notes.runbook")).isEqualTo(4);
        assertThat(typed.out())
                .contains("Carry this out? [y/N] \n"
                        + "  not answered, so no: the next line, `1`, is neither y nor n\n"
                        + "1 : int\n");
        assertThat(piped(touch, "repl", "notes.runbook")).isEqualTo(4);
        assertThat(typed.out()).endsWith("  not answered, so no: the pipe has ended\n");
        assertThat(piped(touch + "no\n", "repl", "notes.runbook")).isZero();
        assertThat(folder.resolve("touched")).doesNotExist();
    }

    @Test
    void asksForNoInputInAPipe() {
        typed.file("asks.runbook", "runbook \"Asks\"\ninput name : text\n");

        assertThat(piped("1 + 1\n", "repl", "asks.runbook")).isEqualTo(3);
        assertThat(typed.out()).contains("name").doesNotContain("name : text = ");
    }

    @Test
    void looksAtThePartsBeforeAndDuringARun() {
        assertThat(piped(":state\n:next 2\n:state\n", "repl", "notes.runbook", "--confirm", "announced"))
                .isEqualTo(12);
        assertThat(typed.out())
                .contains("\n  pad 1.0\n  app: in place, sha256 ")
                .contains("\n  app: the release that the hop goes to; in place, sha256 ");
        typed.file("app", "broken");
        assertThat(piped(":state\n", "repl", "notes.runbook")).isZero();
        assertThat(typed.out()).contains("\n  app: in place, sha256 ");
    }

    @Test
    void knowsWhatPartsAndPathsAre() {
        assertThat(piped("app\nfolder\nlet there = folder\nthere\n", "repl", "notes.runbook"))
                .isZero();
        assertThat(typed.out())
                .containsPattern("\napp \\(in place, sha256 [0-9a-f]{12}\\) : artifact\n")
                .endsWith("\n\".\" : path\n\".\" : path\n");
    }

    @Test
    void showsOneStatementOfThePlan() {
        assertThat(piped(":plan 2\n", "repl", "notes.runbook")).isZero();
        assertThat(typed.out()).contains("   2  swap app to 2.0").doesNotContain("confirm announced");
        assertThat(piped(":plan 7\n", "repl", "notes.runbook")).isEqualTo(2);
        assertThat(typed.out()).endsWith("""
            error: `:plan` does not take `7`
            help: the plan has the statements 1 to 6
            """);
        assertThat(piped(":state now\n", "repl", "notes.runbook")).isEqualTo(2);
        assertThat(typed.out()).endsWith("error: `:state` does not take `now`\nhelp: it is :state\n");
    }

    @Test
    void takesTheWayBackAfterShowingIt() {
        int exitCode = piped(
                ":next 2\n:rollback\nn\n:rollback\ny\n:state\n", "repl", "notes.runbook", "--confirm", "announced");

        assertThat(exitCode).isEqualTo(10);
        assertThat(typed.out())
                .contains("  by          put the former `app` back", "Take it? [y/N] n\n", "rolled back to 1.0")
                .contains("  lost        nothing");
        assertThat(folder.resolve("app")).hasContent("1.0");
    }

    @Test
    void leavesARunThatCanBeResumed() {
        String lines = ":next 2\n:quit\n:next\n";

        assertThat(typed.piping(lines).rungInItsOwnProcess("repl", "notes.runbook", "--confirm", "announced"))
                .isEqualTo(12);
        assertThat(typed.out()).contains("is not over: `rung resume` goes on").doesNotContain("\u001b", "WARNING");
        assertThat(typed.err()).isEmpty();
        assertThat(folder.resolve("app")).hasContent("2.0");
        assertThat(piped("", "resume")).isZero();
        assertThat(folder.resolve("app")).hasContent("3.0");
    }

    @Test
    void carriesTypedStatementsOut() {
        String touch = "run \"touch " + folder.resolve("touched") + "\" changes nothing\n";

        assertThat(piped(touch + "n\n", "repl", "notes.runbook")).isZero();
        assertThat(folder.resolve("touched")).doesNotExist();
        assertThat(piped(touch + "y\nsay \"hello\"\n", "repl", "notes.runbook")).isZero();
        assertThat(folder.resolve("touched")).exists();
        assertThat(typed.out()).contains("Carry this out? [y/N] y\n", "  hello\n");
        assertThat(folder.resolve("state/runs").toFile().list()).hasSize(2);
    }

    @Test
    void tellsWhatIsWrongAndReadsOn() {
        assertThat(piped("nmae\nstop\n:nxt\n:next x\n1\n", "repl", "notes.runbook"))
                .isZero();
        assertThat(typed.out())
                .contains("there is no name `nmae`", "did you mean `:next`?", "`:next` does not take `x`")
                .endsWith("1 : int\n");
        assertThat(piped("nmae\n", "repl", "notes.runbook")).isEqualTo(1);
    }

    @Test
    void isOfUseWhenTheSystemDoesNotAnswer() {
        typed.file("app", "broken");

        assertThat(piped("healthy\n:next\n", "repl", "notes.runbook")).isEqualTo(4);
        assertThat(typed.out()).contains("does not say which version is installed", "true : bool", "there is no plan");
    }

    @Test
    void showsInputsAndItsCommands() {
        assertThat(piped(":inputs\n:help\n", "notes.runbook", "-i", "folder=" + folder))
                .isZero();
        assertThat(typed.out())
                .contains(
                        "  target : version = newest  (unless given)",
                        "  folder : path = " + folder + "\n",
                        ":rollback");
    }

    @Test
    void knowsTheNamesThatAPlanHas() {
        assertThat(piped("1\n", "repl", "notes.runbook", "--confirm", "anounced"))
                .isEqualTo(2);
        assertThat(typed.err()).contains("did you mean `announced`?");
        assertThat(piped("1\n", "repl", "notes.runbook", "--rollback", "down")).isEqualTo(2);
        assertThat(typed.err()).contains("this runbook has no rollback `down`");
    }

    @Test
    void completesCommandsAndNames() {
        var words = new dev.rung.language.Toolchain((path, from) -> java.util.Optional.empty())
                .check(new dev.rung.model.text.SourceFile("a", "runbook \"a\"\ninput port : int = 1\n"))
                .value();

        assertThat(Completions.of(":n", words))
                .extracting(TerminalLines.Completion::word)
                .contains(":next");
        assertThat(Completions.of("po", words))
                .extracting(TerminalLines.Completion::word)
                .contains("port", "stop");
    }

    @Test
    void whatIsNotCarriedOutYetIsToldByItsName() {
        assertThat(piped("require rehearsed(7d)\n", "repl", "notes.runbook")).isEqualTo(4);
        assertThat(typed.out() + typed.err()).contains("this Rung does not carry out `rehearsed` yet");
    }
}
