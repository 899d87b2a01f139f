package dev.rung.repl.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.diagnostic.Label;
import dev.rung.model.diagnostic.Severity;
import dev.rung.model.text.Location;
import dev.rung.model.text.SourceFile;
import dev.rung.model.text.Span;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosticViewTest {
    private static final SourceFile RUNBOOK = new SourceFile("runbooks/ledger.runbook", """
        phase "Upgrade" {
          step-through ledger to target {
            stop server
            swap jar to next
            start server
          }
        }
        """);

    @Test
    void showsWhereItStandsWhatItMeansThereAndWhatToDo() {
        Finding finding = new Finding(
                Severity.ERROR,
                at(RUNBOOK, "start server"),
                "if this fails, nothing brings `app` back",
                "2.0 migrates `app` from here on, and no backup of this hop covers it",
                List.of(),
                List.of("trace: hop 1.9 → 2.0, line 5 fails in its middle: jar 2.0 · app 1.9, 2.0 or half"),
                "add `backup app to backups` after line 3");

        assertThat(shown(finding, Glyphs.UNICODE, 0)).isEqualTo("""
            error[no-way-back]: if this fails, nothing brings `app` back
             --> runbooks/ledger.runbook:5:5
              |
            3 |     stop server
            4 |     swap jar to next
            5 |     start server
              |     ^^^^^^^^^^^^ 2.0 migrates `app` from here on, and no backup of this hop covers it
              |
              = trace: hop 1.9 → 2.0, line 5 fails in its middle: jar 2.0 · app 1.9, 2.0 or half
            help: add `backup app to backups` after line 3

            """);
    }

    @Test
    void wrapsNotesAndHelpWhereTheTerminalEndsAndNothingElse() {
        Finding finding = new Finding(
                Severity.WARNING,
                at(RUNBOOK, "jar"),
                "a summary that is rather long, but stays on its line as every tool that looks for it expects",
                "",
                List.of(),
                List.of("a note that is too long for a terminal of sixty columns and has to be broken"),
                "do this and that and one more thing after it, then try again");

        assertThat(shown(finding, Glyphs.UNICODE, 60)).isEqualTo("""
            warning[no-way-back]: a summary that is rather long, but stays on its line as every tool that looks for it expects
             --> runbooks/ledger.runbook:4:10
              |
            2 |   step-through ledger to target {
            3 |     stop server
            4 |     swap jar to next
              |          ^^^
              |
              = a note that is too long for a terminal of sixty columns
                and has to be broken
            help: do this and that and one more thing after it, then try
                  again

            """);
    }

    @Test
    void leavesLinesOutBetweenMarksThatAreFarApart() {
        SourceFile file = new SourceFile("a", "one\ntwo\nthree\nfour\nfive\nsix\nseven\n");

        Finding finding = Finding.at(at(file, "two"), "here").with(new Label(at(file, "seven"), "and there"));

        assertThat(shown(finding, Glyphs.UNICODE, 0)).isEqualTo("""
            error[no-way-back]: this is wrong
             --> a:2:1
              |
            1 | one
            2 | two
              | ^^^ here
            ...
            7 | seven
              | ----- and there

            """);
    }

    @Test
    void showsAFurtherFileBelow() {
        SourceFile releases = new SourceFile("ledger.releases", "line 1.9 {\n  release 1.9.4\n}\n");

        Finding finding = Finding.at(at(RUNBOOK, "phase"), "").with(new Label(at(releases, "1.9.4"), "listed here"));

        assertThat(shown(finding, Glyphs.UNICODE, 0)).isEqualTo("""
            error[no-way-back]: this is wrong
             --> runbooks/ledger.runbook:1:1
              |
            1 | phase "Upgrade" {
              | ^^^^^
             ::: ledger.releases:2:11
              |
            2 |   release 1.9.4
              |           ----- listed here

            """);
    }

    @Test
    void putsTheCaretUnderTheRightCell() {
        SourceFile file = new SourceFile("a", "\tsay \"数据 e\u0301 👩‍🔧\" wrong\r\n");

        assertThat(shown(Finding.at(at(file, "wrong"), "here"), Glyphs.UNICODE, 0))
                .isEqualTo("""
                    error[no-way-back]: this is wrong
                     --> a:1:18
                      |
                    1 |     say "数据 e\u0301 👩‍🔧" wrong
                      |                     ^^^^^ here

                    """);
    }

    @Test
    void namesWhatTheEncodingCannotCarryAndWhatWouldSteerTheTerminal() {
        SourceFile file = new SourceFile("a", "say \"é\u001b[2J\" wrong → here\n");

        assertThat(shown(Finding.at(at(file, "wrong"), "ü"), Glyphs.ASCII, 0)).isEqualTo("""
            error[no-way-back]: this is wrong
             --> a:1:13
              |
            1 | say "<U+00E9><U+001B>[2J" wrong -> here
              |                           ^^^^^ <U+00FC>

            """);
    }

    @Test
    void marksAPlaceBehindTheLastCharacter() {
        SourceFile file = new SourceFile("a", "stop");

        assertThat(shown(Finding.at(file.at(Span.at(4)), "a name is missing"), Glyphs.UNICODE, 0))
                .isEqualTo("""
                    error[no-way-back]: this is wrong
                     --> a:1:5
                      |
                    1 | stop
                      |     ^ a name is missing

                    """);
    }

    @Test
    void showsAnEmptyFileToo() {
        SourceFile file = new SourceFile("a", "");

        assertThat(shown(Finding.at(file.at(Span.at(0)), "nothing"), Glyphs.UNICODE, 0))
                .isEqualTo("""
                    error[no-way-back]: this is wrong
                     --> a:1:1
                      |
                    1 |
                      | ^ nothing

                    """);
    }

    @Test
    void coloursByRole() {
        SourceFile file = new SourceFile("a", "stop");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        new DiagnosticView(print(bytes), drawing(Glyphs.UNICODE, 0).withColour(true))
                .show(List.of(Finding.at(at(file, "stop"), "")));

        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .startsWith("\u001b[1;31merror[no-way-back]\u001b[0m\u001b[1m: this is wrong\u001b[0m\n")
                .contains("\u001b[1;31m^^^^\u001b[0m");
    }

    @Test
    void countsBySeverity() {
        Finding error = Finding.at(at(RUNBOOK, "phase"), "");
        Finding warning = new Finding(Severity.WARNING, error.at(), "", "", List.of(), List.of(), "");

        assertThat(DiagnosticView.count(List.of(error, warning, warning))).isEqualTo("1 error, 2 warnings");
        assertThat(DiagnosticView.count(List.of())).isEmpty();
    }

    @Test
    void hasAFormForPrograms() {
        Finding finding = Finding.at(at(RUNBOOK, "stop"), "say \"no\"");

        assertThat(DiagnosticView.json(finding).line())
                .isEqualTo("{\"name\":\"no-way-back\",\"severity\":\"error\",\"summary\":\"this is wrong\","
                        + "\"at\":{\"file\":\"runbooks/ledger.runbook\",\"line\":3,\"column\":5,\"endLine\":3,"
                        + "\"endColumn\":9,\"start\":56,\"end\":60},\"label\":\"say \\\"no\\\"\",\"labels\":[],"
                        + "\"notes\":[],\"help\":\"\",\"edit\":null}");
    }

    private static Location at(SourceFile file, String text) {
        int start = file.text().indexOf(text);
        return file.at(new Span(start, start + text.length()));
    }

    private static String shown(Diagnostic finding, Glyphs glyphs, int columns) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new DiagnosticView(print(bytes), drawing(glyphs, columns)).show(List.of(finding));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, false, StandardCharsets.UTF_8);
    }

    private static Console.Drawing drawing(Glyphs glyphs, int columns) {
        return new Console.Drawing(columns > 0, new Theme(false), glyphs, () -> columns);
    }
}
