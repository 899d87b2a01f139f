package dev.rung.language.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.grammar.RunbookLexer;
import dev.rung.grammar.RunbookParser;
import dev.rung.language.Runbooks;
import dev.rung.model.diagnostic.Diagnosed;
import dev.rung.model.text.SourceFile;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class FormsTest {
    @TestFactory
    List<DynamicTest> whateverBeginsARunbookASystemOrAStatementHasOne() {
        Dialect dialect = new RunbookDialect();
        return List.of(dialect.declarations(), RunbookDialect.ENTRIES, RunbookDialect.STATEMENTS).stream()
                .flatMap(List::stream)
                .map(dialect::spelling)
                .map(word -> DynamicTest.dynamicTest(word, () -> {
                    Diagnosed<SyntaxTree> cutOff = RunbookReader.file(file(word));
                    assertThat(cutOff.diagnostics().getFirst().help()).startsWith("its form is `" + word + " ");
                }))
                .toList();
    }

    /** What nobody has written a form for has that of the grammar. */
    @Test
    void theShortestFormIsThatOfTheGrammar() {
        assertThat(ShortestForm.of(RunbookParser.RULE_statement, RunbookLexer.STEP_THROUGH))
                .contains("step-through name to … { … }");
        assertThat(ShortestForm.of(RunbookParser.RULE_statement, RunbookLexer.STOP))
                .contains("stop name, …");
        assertThat(ShortestForm.of(RunbookParser.RULE_statement, RunbookLexer.LET))
                .contains("let name = …");
        assertThat(ShortestForm.of(RunbookParser.RULE_statement, RunbookLexer.CONFIRM))
                .contains("confirm name \"…\"");
        assertThat(ShortestForm.of(RunbookParser.RULE_entry, RunbookLexer.DATABASE))
                .contains("database name = name ( )");
        assertThat(ShortestForm.of(RunbookParser.RULE_statement, RunbookLexer.DATABASE))
                .isEmpty();
    }

    @TestFactory
    List<DynamicTest> whateverBeginsAnEntryOfAReleaseFileHasOne() {
        Dialect dialect = new ReleasesDialect();
        return dialect.spellings(dialect.declarations()).stream()
                .map(word -> DynamicTest.dynamicTest(word, () -> {
                    Diagnosed<ReleasesTree> cutOff = ReleasesSyntax.parse(new SourceFile("a.releases", word));
                    assertThat(cutOff.diagnostics().getFirst().help()).startsWith("its form is `" + word + " ");
                }))
                .toList();
    }

    /** With the word at the end of its line, where it may stand. */
    private static SourceFile file(String word) {
        Dialect dialect = new RunbookDialect();
        if (dialect.spellings(dialect.declarations()).contains(word)) {
            String title = word.equals("runbook") ? "" : "runbook \"x\"\n";
            return new SourceFile("a.runbook", title + word + "\n");
        }
        return dialect.spellings(RunbookDialect.ENTRIES).contains(word)
                ? Runbooks.app(word, "")
                : Runbooks.app("phase \"p\" {\n" + word + "\n}\n");
    }
}
