package dev.rung.language.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rung.language.syntax.ClosingFinding;
import dev.rung.language.syntax.Phrase;
import dev.rung.language.syntax.ReleasesSyntax;
import dev.rung.language.syntax.ReleasesTree;
import dev.rung.language.syntax.RunbookReader;
import dev.rung.model.text.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class FormatterTest {
    @TestFactory
    Stream<DynamicTest> whateverTheProjectHasStaysWhatItIs() {
        return readable().map(file -> DynamicTest.dynamicTest(file.name(), () -> staysWhatItIs(file)));
    }

    private static Stream<SourceFile> readable() {
        return Examples.all().stream().filter(file -> Examples.phrases(file).isPresent());
    }

    /** Formatted twice is formatted once; words, comments and meaning are the same. */
    private static void staysWhatItIs(SourceFile file) {
        String once = Examples.formatted(file);
        SourceFile formatted = new SourceFile(file.name(), once);
        assertThat(Examples.formatted(formatted)).isEqualTo(once);
        assertThat(meaning(formatted)).isEqualTo(meaning(file));
        assertThat(once.lines())
                .allSatisfy(
                        line -> assertThat(line.length() - line.stripTrailing().length())
                                .as(line)
                                .isZero());
    }

    /** The tree with all that documents it, without the places of things. */
    private static String meaning(SourceFile file) {
        Object tree;
        if (file.name().endsWith(".releases")) {
            ReleasesTree read = ReleasesSyntax.parse(file).value();
            tree = read.entries();
        } else {
            tree = RunbookReader.file(file).value().declarations();
        }
        return tree.toString().replaceAll("Span\\[file=\\d+, start=\\d+, end=\\d+]", "");
    }

    @Test
    void howItWasWrittenSaysNothing() {
        List<SourceFile> files = readable().toList();
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            SourceFile file = files.get(random.nextInt(files.size()));
            SourceFile shaken = new SourceFile(file.name(), shaken(file, random));
            staysWhatItIs(shaken);
        }
    }

    /** The same words with other blanks and breaks between them, and here and there a comment. */
    private static String shaken(SourceFile file, Random random) {
        List<String> gaps =
                List.of(" ", " ", " ", "\t ", "\n", "\n\n\n", "  \n   ", "\r\n", " # x\n", "\n# y\n", "\n\n## z\n");
        StringBuilder text = new StringBuilder();
        int plain = random.nextInt(12);
        for (Phrase.Word word : Examples.words(Examples.phrases(file).orElseThrow())) {
            text.append(random.nextInt(12) < plain ? " " : gaps.get(random.nextInt(gaps.size())));
            text.append(word.text());
        }
        return text.toString();
    }

    @Test
    void everythingOnOneLineIsTakenApart() {
        for (String ending : List.of("runbook", "releases")) {
            SourceFile every = Examples.every(ending);
            String flat = Examples.words(Examples.phrases(every).orElseThrow()).stream()
                    .map(Phrase.Word::text)
                    .collect(Collectors.joining(" "));
            SourceFile file = new SourceFile(every.name(), flat);
            staysWhatItIs(file);
            assertThat(Examples.formatted(file).lines().filter(line -> line.length() > 120))
                    .isEmpty();
        }
    }

    @Test
    void lineBreaksStayOfTheirKind() {
        SourceFile every = Examples.every("runbook");
        String windows = every.text().replace("\n", "\r\n");
        assertThat(Examples.formatted(new SourceFile(every.name(), windows))).isEqualTo(windows);
        assertThat(Examples.formatted(Examples.runbook("runbook  \"x\"\r\nlet a = 1\nlet b = 2")))
                .isEqualTo("runbook \"x\"\r\nlet a = 1\r\nlet b = 2\r\n");
        assertThat(Examples.formatted(Examples.runbook("runbook  \"x\"\rlet a = 1")))
                .isEqualTo("runbook \"x\"\rlet a = 1\r");
    }

    @Test
    void aByteOrderMarkStays() {
        assertThat(Examples.formatted(Examples.runbook("\uFEFFrunbook  \"x\""))).isEqualTo("\uFEFFrunbook \"x\"\n");
    }

    @Test
    void aFileWithoutWordsMayBeEmpty() {
        assertThat(Examples.formatted(Examples.releases(""))).isEmpty();
        assertThat(Examples.formatted(Examples.releases(" \n\n"))).isEmpty();
        assertThat(Examples.formatted(Examples.releases("\n\n  # only this"))).isEqualTo("# only this\n");
    }

    @Test
    void textsAreNotTouched() {
        String text = "let a = \"\"\"\n\t one   \n\n\n  ${ x   +  1 }\n\"\"\"\n";
        assertThat(Examples.formatted(Examples.runbook("runbook \"x\"\n" + text.replace(" = ", "  =  "))))
                .isEqualTo("runbook \"x\"\n" + text);
    }

    @Test
    void whatCannotBeReadIsLeftAlone() {
        assertThat(Formatter.runbook(Examples.runbook("runbook \"x\"\nphase \"y\" {\n")))
                .isInstanceOfSatisfying(
                        Formatted.Unreadable.class,
                        refused -> assertThat(refused.findings())
                                .hasOnlyElementsOfType(ClosingFinding.UnclosedBrace.class));
        assertThat(Formatter.runbook(Examples.runbook("runbook \"x")))
                .isInstanceOfSatisfying(
                        Formatted.Unreadable.class,
                        refused -> assertThat(refused.findings())
                                .hasOnlyElementsOfType(ClosingFinding.UnclosedText.class));
        assertThat(Formatter.releases(Examples.releases("releases \"x")))
                .isInstanceOfSatisfying(
                        Formatted.Unreadable.class,
                        refused -> assertThat(refused.findings())
                                .hasOnlyElementsOfType(ClosingFinding.UnclosedText.class));
        assertThat(Formatter.runbook(Examples.runbook("let a = " + "(".repeat(500) + "1" + ")".repeat(500))))
                .isInstanceOfSatisfying(
                        Formatted.Unreadable.class,
                        refused -> assertThat(refused.findings()).hasOnlyElementsOfType(ClosingFinding.TooDeep.class));
    }

    /** What is wrong with its meaning, or with a clause that is given twice, is nothing to a formatter. */
    @Test
    void mistakesThatLeaveTheWordsInTheirPlacesDoNotMatter() {
        assertThat(Examples.formatted(Examples.runbook("phase \"x\" { stop a  within 1m within 2m }")))
                .isEqualTo("phase \"x\" { stop a within 1m within 2m }\n");
    }

    @Test
    void aFormatterThatLosesAWordIsFound() {
        SourceFile before = Examples.runbook("runbook \"x\" # why\nlet a = 1\n");
        Phrase.Part phrases = Examples.phrases(before).orElseThrow();
        for (String after :
                List.of("runbook \"x\"\nlet a = 1\n", "runbook \"x\" # why\n", "runbook \"x\" # why\nlet a = 2\n")) {
            Optional<Phrase.Part> lost = Examples.phrases(Examples.runbook(after));
            assertThatThrownBy(() -> Sameness.check(before, phrases, lost))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("a bug: ");
        }
        assertThatThrownBy(() -> Sameness.check(before, phrases, Optional.empty()))
                .isInstanceOf(IllegalStateException.class);
    }
}
