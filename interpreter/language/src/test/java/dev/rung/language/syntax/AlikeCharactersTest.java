package dev.rung.language.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.grammar.RunbookLexer;
import dev.rung.language.Runbooks;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.LexerATNSimulator;
import org.antlr.v4.runtime.atn.PredictionContextCache;
import org.antlr.v4.runtime.dfa.DFA;
import org.junit.jupiter.api.Test;

/** What is learned of one letter for all must be what ANTLR would have found for each by itself. */
class AlikeCharactersTest {
    private static final String ALPHABET = "abvxzAEVZ_0189-+.%/\"'${}\\ \n=#é";

    @Test
    void wordsAreTheSameAsWithoutIt() {
        Random random = new Random(20_261_121);
        assertThat(alike(Runbooks.ledger().text()))
                .isEqualTo(oneByOne(Runbooks.ledger().text()));
        for (int i = 0; i < 3_000; i++) {
            String text = random.ints(1 + random.nextInt(24), 0, ALPHABET.length())
                    .map(ALPHABET::charAt)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            assertThat(alike(text)).as(text).isEqualTo(oneByOne(text));
        }
    }

    @Test
    void everyKeywordIsTold() {
        Dialect dialect = new RunbookDialect();
        for (int type : dialect.keywords()) {
            String keyword = dialect.spelling(type);
            assertThat(alike(keyword)).containsExactly(type + " " + keyword);
            assertThat(alike(keyword + "x")).containsExactly(RunbookLexer.NAME + " " + keyword + "x");
        }
    }

    private static List<String> alike(String text) {
        return words(new LineLexer(new Characters("a", text)));
    }

    private static List<String> oneByOne(String text) {
        LineLexer lexer = new LineLexer(new Characters("a", text));
        DFA[] nothingLearned = IntStream.range(0, RunbookLexer._ATN.getNumberOfDecisions())
                .mapToObj(decision -> new DFA(RunbookLexer._ATN.getDecisionState(decision), decision))
                .toArray(DFA[]::new);
        lexer.setInterpreter(
                new LexerATNSimulator(lexer, RunbookLexer._ATN, nothingLearned, new PredictionContextCache()));
        return words(lexer);
    }

    private static List<String> words(LineLexer lexer) {
        CommonTokenStream tokens = new CommonTokenStream(lexer);
        tokens.fill();
        return tokens.getTokens().stream()
                .filter(token -> token.getType() != Token.EOF)
                .map(token -> token.getType() + " " + token.getText())
                .toList();
    }
}
