package dev.rung.language.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.grammar.ReleasesLexer;
import dev.rung.grammar.RunbookLexer;
import dev.rung.grammar.RunbookParser;
import dev.rung.language.Runbooks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is read by hand, to be quick, is read as ANTLR reads it by the grammars. */
class ByHandTest {
    private static final String ALPHABET = "abvxzAEVZ_0189-+.,:*%/\"'${}()[]\\ \t\r\n<>=!#é\uFEFF\uD83D\u0000";
    private static final List<String> PIECES = List.of(
            "\"\"\"",
            "'''",
            "${",
            "\\\"",
            "\\{",
            "${a}",
            "'a'",
            "\"a\"",
            "2024-01-02",
            "1.2-rc1",
            "v1.2",
            "1h30m",
            "##",
            "not in",
            "in",
            "and",
            "sha256(",
            "f(",
            ", ",
            ",]",
            ",)",
            "else",
            "continue",
            "a: ",
            "to: ",
            "true",
            "..",
            ".b",
            "or not",
            "matches",
            "within",
            "{\n",
            "}\n",
            "require",
            "say",
            "let a = ",
            "\n");
    private static final Path PAGES = Path.of("../../runbooks");
    private static final int MUTANTS = 6_000;

    private static final List<String> TEXTS = new ArrayList<>();

    @BeforeAll
    static void readAllThatIsShown() throws IOException {
        TEXTS.add(Runbooks.ledger().text());
        TEXTS.add(Runbooks.RELEASES);
        try (Stream<Path> tree = Files.walk(PAGES)) {
            for (Path file : tree.filter(each -> each.toString().matches(".*\\.(runbook|releases|md)"))
                    .filter(each -> !each.toString().contains("target"))
                    .sorted()
                    .toList()) {
                TEXTS.add(Files.readString(file));
            }
        }
    }

    @Test
    void wordsOfRunbooks() {
        all().forEach(text -> assertThat(words(RunbookWords.of("a", text, 0)))
                .as(text)
                .isEqualTo(words(new CommonTokenStream(new GrammarWords(new Characters("a", text))))));
    }

    @Test
    void wordsOfReleaseFiles() {
        all().forEach(text -> {
            ReleasesLexer lexer = new ReleasesLexer(new Characters("a", text));
            lexer.removeErrorListeners();
            assertThat(words(ReleasesWords.of("a", text))).as(text).isEqualTo(words(new CommonTokenStream(lexer)));
        });
    }

    @Test
    void everyKeywordIsTold() {
        Dialect dialect = new RunbookDialect();
        for (int type : dialect.keywords()) {
            String keyword = dialect.spelling(type);
            assertThat(words(RunbookWords.of("a", keyword, 0)).getFirst()).startsWith(type + " `" + keyword);
            assertThat(words(RunbookWords.of("a", keyword + "x", 0)).getFirst())
                    .startsWith(RunbookLexer.NAME + " `" + keyword + "x");
        }
    }

    @Test
    void decisions() {
        all().forEach(text -> assertThat(parsed(text, true)).as(text).isEqualTo(parsed(text, false)));
    }

    private static List<String> parsed(String text, boolean byHand) {
        RunbookParser parser = new RunbookParser(RunbookWords.of("a", text, 0));
        if (byHand) {
            WordsAhead.lead(parser);
        }
        List<String> said = new ArrayList<>();
        parser.removeErrorListeners();
        parser.addErrorListener(new BaseErrorListener() {
            @Override
            public void syntaxError(
                    Recognizer<?, ?> where, Object at, int line, int column, String words, RecognitionException why) {
                said.add(line + ":" + column + " " + words);
            }
        });
        said.add(parser.file().toStringTree(parser));
        return said;
    }

    /** All that the project shows, its mutants, and nonsense. */
    private static Stream<String> all() {
        Random random = new Random(20_261_122);
        return Stream.of(
                        TEXTS.stream(),
                        Stream.generate(() -> mutant(random)).limit(MUTANTS),
                        Stream.generate(() -> nonsense(random)).limit(MUTANTS))
                .flatMap(texts -> texts);
    }

    private static String mutant(Random random) {
        StringBuilder text = new StringBuilder(piece(TEXTS.get(random.nextInt(TEXTS.size())), random));
        for (int change = random.nextInt(4); change >= 0; change--) {
            int at = random.nextInt(text.length() + 1);
            switch (random.nextInt(3)) {
                case 0 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(6)));
                case 1 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                default -> text.insert(at, ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
        }
        return text.toString();
    }

    /** Some lines of a text: more would only take longer. */
    private static String piece(String text, Random random) {
        int from = text.lastIndexOf('\n', random.nextInt(text.length())) + 1;
        return text.substring(from, Math.min(text.length(), from + 300));
    }

    private static String nonsense(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(24); i >= 0; i--) {
            if (random.nextInt(3) == 0) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            } else {
                text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
        }
        return text.toString();
    }

    private static List<String> words(CommonTokenStream stream) {
        stream.fill();
        return stream.getTokens().stream().map(ByHandTest::word).toList();
    }

    private static String word(Token token) {
        return token.getType() + " `" + token.getText() + "` " + token.getStartIndex() + " " + token.getStopIndex()
                + " " + token.getChannel() + " " + token.getLine() + ":" + token.getCharPositionInLine();
    }
}
