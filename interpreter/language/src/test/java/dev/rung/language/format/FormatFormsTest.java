package dev.rung.language.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.grammar.ReleasesParser;
import dev.rung.grammar.RunbookParser;
import dev.rung.language.syntax.Phrase;
import dev.rung.model.text.SourceFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every form of the grammars, and a comment in every gap of each. A statement that the file with every form lacks is taken
 * from its page.
 */
class FormatFormsTest {
    /** What is never part of a file, or stands within a text, which is one word to a formatter. */
    private static final Set<String> NOT_LAID_OUT =
            Set.of("Escape", "ExpressionOnly", "Fixed", "Hole", "RawUnclosed", "ReplInput");

    @Test
    void everyRuleHasItsRole() {
        assertThat(Stream.of(RunbookParser.ruleNames, ReleasesParser.ruleNames).flatMap(Arrays::stream))
                .allSatisfy(rule -> assertThat(Role.of(rule)).isNotNull());
    }

    @Test
    void everyFormIsAmongTheExamples() {
        assertThat(labels("runbook")).containsAll(forms(RunbookParser.class));
        assertThat(labels("releases")).containsAll(forms(ReleasesParser.class));
    }

    @Test
    void everyFormIsLaidOutAsItShouldBe() {
        for (String ending : List.of("runbook", "releases")) {
            SourceFile every = Examples.every(ending);
            assertThat(Examples.formatted(every)).isEqualTo(every.text());
        }
    }

    private static Set<String> labels(String ending) {
        return files(ending).stream()
                .flatMap(file -> labels(file).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> labels(SourceFile file) {
        Set<String> labels = new TreeSet<>();
        collect(Examples.phrases(file).orElseThrow(), labels);
        return labels;
    }

    /** As few as have every form. */
    private static List<SourceFile> files(String ending) {
        List<SourceFile> files = new ArrayList<>(List.of(Examples.every(ending)));
        Set<String> known = labels(files.getFirst());
        for (SourceFile more : ending.equals("runbook") ? Examples.statements() : List.<SourceFile>of()) {
            if (known.addAll(labels(more))) {
                files.add(more);
            }
        }
        return files;
    }

    private static void collect(Phrase phrase, Set<String> labels) {
        if (phrase instanceof Phrase.Part part) {
            labels.add(part.label());
            part.phrases().forEach(each -> collect(each, labels));
        }
    }

    /** The alternatives of all rules, without the rules that have alternatives. */
    private static Set<String> forms(Class<?> parser) {
        List<Class<?>> contexts = Arrays.stream(parser.getDeclaredClasses())
                .filter(ParserRuleContext.class::isAssignableFrom)
                .collect(Collectors.toList());
        return contexts.stream()
                .filter(context -> contexts.stream()
                        .noneMatch(other -> other.getSuperclass().equals(context)))
                .map(context -> context.getSimpleName().replaceFirst("Context$", ""))
                .filter(form -> !NOT_LAID_OUT.contains(form))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @TestFactory
    Stream<DynamicTest> aCommentStaysInWhateverGapItStands() {
        return Stream.of("runbook", "releases")
                .flatMap(FormatFormsTest::declarations)
                .map(file ->
                        DynamicTest.dynamicTest(file.text().lines().findFirst().orElseThrow(), () -> {
                            for (Phrase.Word word : words(file)) {
                                for (String comment : List.of(" # a note\n", "\n\n# a note\n\n", "\n## a note\n")) {
                                    holds(file, word, comment);
                                }
                            }
                        }));
    }

    /** Each with what it holds, as a file of its own. */
    private static Stream<SourceFile> declarations(String ending) {
        return files(ending).stream().flatMap(FormatFormsTest::declarations);
    }

    private static Stream<SourceFile> declarations(SourceFile every) {
        return Examples.phrases(every).orElseThrow().phrases().stream()
                .filter(Phrase.Part.class::isInstance)
                .map(Examples::words)
                .map(words -> new SourceFile(
                        every.name(),
                        every.text()
                                .substring(
                                        words.getFirst().span().start(),
                                        words.getLast().span().end())));
    }

    /** Formatted it has all words, and the comment in front of the same one; and so twice. */
    private static void holds(SourceFile file, Phrase.Word word, String comment) {
        StringBuilder text = new StringBuilder(file.text()).insert(word.span().start(), comment);
        SourceFile commented = new SourceFile(file.name(), text.toString());
        String once = Examples.formatted(commented);
        SourceFile formatted = new SourceFile(file.name(), once);
        assertThat(all(formatted)).as(once).isEqualTo(all(commented));
        assertThat(Examples.formatted(formatted)).isEqualTo(once);
        assertThat(once).contains("# a note\n");
    }

    /** Words and comments in their order. */
    private static List<String> all(SourceFile file) {
        List<String> all = new ArrayList<>();
        for (Phrase.Word word : words(file)) {
            word.before().comments().forEach(comment -> all.add(comment.text()));
            all.add(word.text());
        }
        return all;
    }

    private static List<Phrase.Word> words(SourceFile file) {
        return Examples.words(Examples.phrases(file).orElseThrow());
    }
}
