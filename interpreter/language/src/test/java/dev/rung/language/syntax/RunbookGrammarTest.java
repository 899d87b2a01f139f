package dev.rung.language.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.grammar.ReleasesParser;
import dev.rung.grammar.RunbookLexer;
import dev.rung.grammar.RunbookParser;
import dev.rung.language.Runbooks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.DiagnosticErrorListener;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.ATNConfigSet;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.dfa.DFA;
import org.junit.jupiter.api.Test;

/** Holds the grammar to its style guide. */
class RunbookGrammarTest {
    private static final Path GRAMMARS = Path.of("../../grammar/src/main/antlr4/dev/rung/grammar");

    @Test
    void keywordsStandInOneAlphabeticalBlockAndAllOfThemCanBeNames() throws IOException {
        String lexer = Files.readString(GRAMMARS.resolve("RunbookLexer.g4"));
        String block = lexer.substring(lexer.indexOf("// keywords begin"), lexer.indexOf("// keywords end"));
        List<String> tokens = Pattern.compile("(?m)^([A-Z_0-9]+) +:")
                .matcher(block)
                .results()
                .map(found -> found.group(1))
                .toList();
        List<String> spellings = Pattern.compile("'([a-z0-9-]+)'")
                .matcher(block)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(tokens).isSorted().hasSameSizeAs(spellings);
        assertThat(RunbookReader.keywords()).containsExactlyInAnyOrderElementsOf(spellings);

        String parser = Files.readString(GRAMMARS.resolve("RunbookParser.g4"));
        String word = parser.substring(parser.indexOf("\nword\n"));
        assertThat(Pattern.compile("\\b[A-Z_0-9]+\\b").matcher(word).results().map(MatchResult::group))
                .containsExactlyElementsOf(concat("NAME", tokens));
    }

    /** What recovery and messages take for the beginning of something is what the grammar begins it with. */
    @Test
    void theDialectsKnowWhatBeginsWhat() {
        assertThat(beginnings(RunbookParser._ATN, RunbookParser.RULE_topLevel))
                .isEqualTo(new HashSet<>(new RunbookDialect().declarations()));
        assertThat(beginnings(RunbookParser._ATN, RunbookParser.RULE_statement))
                .isEqualTo(new HashSet<>(RunbookDialect.STATEMENTS));
        Set<Integer> entries = beginnings(RunbookParser._ATN, RunbookParser.RULE_entry);
        entries.remove(RunbookLexer.NAME);
        assertThat(entries).isEqualTo(new HashSet<>(RunbookDialect.ENTRIES));
        assertThat(beginnings(ReleasesParser._ATN, ReleasesParser.RULE_entry))
                .isEqualTo(new HashSet<>(new ReleasesDialect().declarations()));
    }

    private static Set<Integer> beginnings(ATN atn, int rule) {
        return atn.nextTokens(atn.ruleToStartState[rule]).toSet();
    }

    private static List<String> concat(String first, List<String> rest) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(rest);
        return all;
    }

    @Test
    void holdsNoJavaAndNoPredicate() throws IOException {
        for (String name : List.of("RunbookLexer.g4", "RunbookParser.g4")) {
            String rules =
                    Files.readString(GRAMMARS.resolve(name)).replaceAll("(?s)/\\*.*?\\*/|//[^\n]*|'[^'\n]*'", "");
            assertThat(rules).doesNotContain("@members", "@header", "}?", "superClass");
        }
    }

    @Test
    void isNeverAmbiguousAndNeedsNoFullContext() {
        List<String> sources = List.of(
                Runbooks.ledger().text(),
                Runbooks.app("phase \"p\" { when a in [1] or not b { run \"x ${f(a, k: [1, 2])}\" with A = 1, B = 2"
                    + " expect 0, 1 from x undo { run \"y\" } within 1m http POST u with \"a\" = 1 body b } else { say"
                    + " \"\"\"a ${\"b ${c}\"}\"\"\" } require x else \"y\" else continue }")
                        .text());
        for (String source : sources) {
            RunbookParser parser = new RunbookParser(RunbookWords.of("f", source, 0));
            parser.removeErrorListeners();
            List<String> doubts = new ArrayList<>();
            parser.addErrorListener(new Doubts(doubts));
            parser.getInterpreter().setPredictionMode(PredictionMode.LL_EXACT_AMBIG_DETECTION);
            parser.file();
            assertThat(parser.getNumberOfSyntaxErrors()).isZero();
            assertThat(doubts).isEmpty();
        }
    }

    private static final class Doubts extends DiagnosticErrorListener {
        private final List<String> doubts;

        private Doubts(List<String> doubts) {
            this.doubts = doubts;
        }

        @Override
        public void reportAmbiguity(
                Parser parser, DFA dfa, int start, int stop, boolean exact, BitSet alts, ATNConfigSet configs) {
            doubts.add("ambiguous in " + Arrays.toString(parser.getRuleNames()) + " at " + start);
        }

        @Override
        public void reportAttemptingFullContext(
                Parser parser, DFA dfa, int start, int stop, BitSet alts, ATNConfigSet configs) {
            doubts.add("full context in " + parser.getRuleNames()[dfa.atnStartState.ruleIndex] + " at " + start);
        }

        @Override
        public void reportContextSensitivity(
                Parser parser, DFA dfa, int start, int stop, int prediction, ATNConfigSet configs) {
            doubts.add("context decides in " + parser.getRuleNames()[dfa.atnStartState.ruleIndex] + " at " + start);
        }
    }
}
