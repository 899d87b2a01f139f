package dev.rung.language.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.language.syntax.ClosingFinding.StrayBrace;
import dev.rung.language.syntax.ClosingFinding.UnclosedBrace;
import dev.rung.language.syntax.ClosingFinding.UnclosedBracket;
import dev.rung.language.syntax.ClosingFinding.UnclosedHole;
import dev.rung.language.syntax.ClosingFinding.UnclosedText;
import dev.rung.language.syntax.SlipFinding.OtherSpelling;
import dev.rung.language.syntax.WordFinding.MisplacedWord;
import dev.rung.language.syntax.WordFinding.MissingWord;
import dev.rung.language.syntax.WordFinding.UnexpectedWord;
import dev.rung.language.syntax.WordFinding.UnknownWord;
import dev.rung.model.diagnostic.Diagnosed;
import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.text.SourceFile;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SyntaxErrorsTest {
    private static Diagnosed<SyntaxTree> read(String text) {
        return RunbookReader.file(new SourceFile("a.runbook", text));
    }

    /** Where, what and what to do, a line each. */
    private static String essentials(List<Diagnostic> findings) {
        return findings.stream()
                .map(finding -> finding.at().start() + " " + finding.summary()
                        + (finding.label().isEmpty() ? "" : " / " + finding.label())
                        + finding.labels().stream()
                                .map(label -> " / " + label.at().start() + " " + label.text())
                                .collect(Collectors.joining())
                        + (finding.help().isEmpty() ? "" : " => " + finding.help()))
                .collect(Collectors.joining("\n"));
    }

    static Stream<Arguments> statements() {
        return Stream.of(
                Arguments.of("stpo server", "3:1 `stpo` does not begin a statement => did you mean `stop`?"),
                Arguments.of("wait fro x", "3:6 expected `for`, not `fro` => did you mean `for`?"),
                Arguments.of("swap jar wiht x", "3:10 expected `to` or `with`, not `wiht` => did you mean `with`?"),
                Arguments.of("backup db too \"x\"", "3:11 expected `to`, not `too` => did you mean `to`?"),
                Arguments.of("stop", "3:5 a service is missing after `stop` => its form is `stop service, …`"),
                Arguments.of(
                        "require", "3:8 a condition is missing after `require` => its form is `require … else \"…\"`"),
                Arguments.of(
                        "require a ==", "3:13 a value is missing after `==` => its form is `require … else \"…\"`"),
                Arguments.of("require size(a", "3:15 a `)` is missing / 3:13 opened here"),
                Arguments.of("run [\"a\", \"b\"", "3:14 a `]` is missing / 3:5 opened here"),
                Arguments.of("require a => 3", "3:11 `=>` is written `>=` here => write `require a >= 3`"),
                Arguments.of("require-version => 3", "3:17 `=>` is written `>=` here => write `require-version >= 3`"),
                Arguments.of(
                        "wait 30s",
                        "3:6 expected `for`, not `30s` => say what is waited for, and for how long at most: `wait for"
                                + " healthy within 30s`"),
                Arguments.of(
                        "confirm \"yes\"",
                        "3:9 `confirm` has a name before its text => write `confirm yes \"…\"`; the name answers it:"
                                + " `--confirm yes`"),
                Arguments.of(
                        "stop to",
                        "3:6 `to` is a word of the language and cannot be a name => take another name, such as"
                                + " `the-to`"),
                Arguments.of("stop a;", "3:7 `;` has no meaning here => nothing stands at the end of a statement"),
                Arguments.of("stop a b", "3:8 `b` does not fit here => its form is `stop service, …`"),
                Arguments.of("run \"x\" chagnes nothing", "3:9 `chagnes` does not fit here => did you mean `changes`?"),
                Arguments.of(
                        "say \"abc",
                        "3:5 this text is not closed => close it with `\"` on the same line; a text over several lines"
                                + " stands between `\"\"\"`"),
                Arguments.of(
                        "say 'abc",
                        "3:5 this text is not closed => close it with `'` on the same line; a text over several lines"
                                + " stands between `'''`"),
                Arguments.of(
                        "say \"abc ${x\"",
                        "3:10 this `${` is not closed => close it with `}` on the same line; for the two characters"
                                + " themselves write `\\${`"),
                Arguments.of("say \"${}\"", "3:8 expected a value, not `}`"),
                Arguments.of(
                        "say \"a\\qb\"",
                        "3:7 `\\q` means nothing in a text => there are `\\n`, `\\t`, `\\r`, `\\\"`, `\\$` and `\\\\`;"
                                + " between `'…'` a text stands as it is"),
                Arguments.of(
                        "require a < 1.5GB", "3:13 `1.5GB` is written `1500MB` here => write `require a < 1500MB`"),
                Arguments.of(
                        "require a < 2025-13-01",
                        "3:13 `2025-13-01` is no number, size, duration, version or date => there is no such day"),
                Arguments.of(
                        "stop a within 1m within 2m",
                        "3:18 `within` stands twice in one statement / 3:8 it stands here already => keep one of them"),
                Arguments.of(
                        "artifact jar = file(\"x\")", "3:1 `artifact` cannot stand here => it stands in a `system`"),
                Arguments.of(
                        "require $home",
                        "3:9 `$` has no meaning here => values stand by their name alone; only"
                                + " within a text `${name}` is needed"));
    }

    @ParameterizedTest
    @MethodSource("statements")
    void oneMistakeIsOneMessage(String statement, String expected) {
        String text = "runbook \"x\"\nphase \"p\" {\n" + statement + "\nsay \"after\"\n}\n";
        Diagnosed<SyntaxTree> read = read(text);
        assertThat(essentials(read.diagnostics())).isEqualTo(expected);
        List<Statement> body = read.value().phases().getFirst().body();
        assertThat(body.getLast()).as("what follows is read").isInstanceOf(Statement.Say.class);
    }

    @Test
    void fiveMistakesInThreeBlocksAreFiveMessages() {
        Diagnosed<SyntaxTree> read = read("""
            runbook "x"
            system app {
              artefact jar = file("x")
              database db = h2("x"
              installed = 3
            }
            phase "one" {
              stpo a
              say "fine"
              backup db into "x"
            }
            phase "two" {
              when healthy {
                swap jar wiht next
                stop a
              }
              start a
            }
            """);
        assertThat(read.diagnostics())
                .extracting(finding -> (Object) finding.getClass())
                .containsExactly(
                        UnknownWord.class,
                        UnclosedBracket.class,
                        UnknownWord.class,
                        OtherSpelling.class,
                        UnexpectedWord.class);
        assertThat(read.value().systems().getFirst().facts()).hasSize(1);
        assertThat(read.value().phases().get(1).body()).hasSize(2);
    }

    @Test
    void aReservedNameThatIsUsedOftenIsOneMessage() {
        Diagnosed<SyntaxTree> read = read("""
            runbook "x"
            input database : path
            phase "one" {
              require exists(database)
              run ["a", database] changes nothing
              say "${database}"
            }
            """);
        assertThat(read.diagnostics()).hasSize(1).hasOnlyElementsOfType(WordFinding.ReservedWord.class);
    }

    @Test
    void aStrayBraceCostsOneMessage() {
        Diagnosed<SyntaxTree> read = read("runbook \"x\"\nphase \"a\" {\n}\n}\nphase \"b\" { say \"x\" }\n");
        assertThat(read.diagnostics()).hasOnlyElementsOfType(StrayBrace.class).hasSize(1);
        assertThat(read.value().phases()).hasSize(2);
    }

    @Test
    void aMissingBraceIsFoundWhereTheIndentationShowsIt() {
        Diagnosed<SyntaxTree> read =
                read("runbook \"x\"\nphase \"a\" {\n  when b {\n    say \"x\"\n}\n\nphase \"b\" {\n  stop\n}\n");
        assertThat(read.diagnostics())
                .extracting(finding -> (Object) finding.getClass())
                .containsExactly(UnclosedBrace.class, MissingWord.class);
        assertThat(read.diagnostics().getFirst().at().start().line()).isEqualTo(5);
        assertThat(read.diagnostics()
                        .getFirst()
                        .labels()
                        .getFirst()
                        .at()
                        .start()
                        .line())
                .isEqualTo(3);
    }

    @Test
    void aMissingBraceAtTheEndIsOneMessage() {
        Diagnosed<SyntaxTree> read = read("runbook \"x\"\nphase \"a\" {\n  when b {\n    say \"x\"\n");
        assertThat(read.diagnostics())
                .hasOnlyElementsOfType(UnclosedBrace.class)
                .hasSize(1);
    }

    @Test
    void anUnclosedBlockTextTakesTheRestAndIsOneMessage() {
        Diagnosed<SyntaxTree> read = read("runbook \"x\"\nphase \"a\" {\n  say \"\"\"abc\n}\nphase \"b\" { }\n");
        assertThat(read.diagnostics()).hasOnlyElementsOfType(UnclosedText.class).hasSize(1);
        assertThat(read.diagnostics().getFirst().at().start().line()).isEqualTo(3);
    }

    @Test
    void anUnclosedTextInAListIsOneMessage() {
        Diagnosed<SyntaxTree> read = read("runbook \"x\"\nphase \"a\" {\n  run [\"a\", \"b]\n  stop a\n}\n");
        assertThat(read.diagnostics()).hasOnlyElementsOfType(UnclosedText.class).hasSize(1);
    }

    @Test
    void anUnclosedHoleDoesNotTakeTheNextBraceForItsOwn() {
        Diagnosed<SyntaxTree> read =
                read("runbook \"x\"\nphase \"a\" {\n  say \"a ${b\n}\nphase \"c\" { say \"x\" }\n");
        assertThat(read.diagnostics()).hasOnlyElementsOfType(UnclosedHole.class).hasSize(1);
        assertThat(read.value().phases()).hasSize(2);
    }

    @Test
    void anUnknownBlockIsSkippedWhole() {
        Diagnosed<SyntaxTree> read =
                read("runbook \"x\"\nphase \"a\" {\n  foreach x {\n    stop a\n  }\n  say \"y\"\n}\nphase \"b\" { }\n");
        assertThat(read.diagnostics()).hasOnlyElementsOfType(UnknownWord.class).hasSize(1);
        assertThat(read.value().phases()).hasSize(2);
        assertThat(read.value().phases().getFirst().body()).hasSize(1);
    }

    @Test
    void aWrongWordBeforeABlockLeavesTheBlockReadable() {
        Diagnosed<SyntaxTree> read = read("runbook \"x\"\nphase \"a\" chnges nothing {\n  say \"y\"\n  stpo b\n}\n");
        assertThat(read.diagnostics())
                .extracting(finding -> (Object) finding.getClass())
                .containsExactly(UnexpectedWord.class, UnknownWord.class);
    }

    @Test
    void statementsAtTheTopOfAFileBelongIntoAPhase() {
        Diagnosed<SyntaxTree> read = read("runbook \"x\"\nstop a\nphase \"b\" { }\n");
        assertThat(read.diagnostics())
                .hasOnlyElementsOfType(MisplacedWord.class)
                .hasSize(1);
        assertThat(read.diagnostics().getFirst().help()).isEqualTo("it stands in a `phase`");
    }

    @Test
    void aFileBeginsWithItsTitleAndHasOne() {
        assertThat(essentials(read("").diagnostics()))
                .isEqualTo("1:1 the file does not begin with `runbook` => begin it with `runbook \"…\"` and a title");
        assertThat(essentials(read("let a = 1\nrunbook \"x\"").diagnostics()))
                .startsWith("2:1 the file does not begin with `runbook`");
        assertThat(essentials(read("runbook \"x\"\nrunbook \"y\"").diagnostics()))
                .isEqualTo("2:1 `runbook` stands twice / 1:1 it begins here => keep one of them");
        assertThat(essentials(read("runbook \"x\"\nlet a = 1\nrunbook \"y\"").diagnostics()))
                .isEqualTo("3:1 a file is one runbook / 1:1 it begins here => make two files of it, or keep one of the"
                        + " titles");
        assertThat(essentials(read("runbook \"x ${y}\"").diagnostics()))
                .isEqualTo("1:9 the title of a runbook is a plain text => write it out, without `${…}`");
    }
}
