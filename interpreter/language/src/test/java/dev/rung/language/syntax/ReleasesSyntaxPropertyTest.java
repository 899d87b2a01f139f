package dev.rung.language.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.grammar.ReleasesLexer;
import dev.rung.grammar.ReleasesParser;
import dev.rung.model.diagnostic.Diagnosed;
import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.text.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.DiagnosticErrorListener;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.atn.ATNConfigSet;
import org.antlr.v4.runtime.dfa.DFA;
import org.junit.jupiter.api.Test;

/** Whatever comes in: a tree comes out, nothing is lost, nothing is thrown. */
class ReleasesSyntaxPropertyTest {
    private static List<String> corpus() throws IOException {
        List<String> texts = new ArrayList<>();
        for (String name : List.of("dhis2", "mender", "metabase")) {
            try (InputStream stream =
                    ReleasesSyntaxPropertyTest.class.getResourceAsStream("/releases/" + name + ".releases")) {
                texts.add(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return texts;
    }

    private static Diagnosed<ReleasesTree> parse(String text) {
        return ReleasesSyntax.parse(new SourceFile("p.releases", text));
    }

    private static void assertLossless(String text) {
        Diagnosed<ReleasesTree> parsed = parse(text);
        String joined = parsed.value().tokens().stream()
                .map(token -> parsed.value().file().text(token.span()))
                .collect(Collectors.joining());
        assertThat(joined).isEqualTo(text);
        for (Diagnostic finding : parsed.diagnostics()) {
            assertThat(finding.at().span().end()).isLessThanOrEqualTo(text.length());
            assertThat(finding.summary()).isNotBlank();
        }
    }

    @Test
    void everyPrefixIsRead() throws IOException {
        for (String text : corpus()) {
            for (int end = 0; end <= text.length(); end++) {
                assertLossless(text.substring(0, end));
            }
        }
    }

    @Test
    void everyMutantIsRead() throws IOException {
        List<String> corpus = corpus();
        String pieces = "{}[]\"'#,.=<>$\\ \n\r\tv1a-\u00e9\uD83D\uDE80\u0000";
        for (int seed = 0; seed < 3_000; seed++) {
            Random random = new Random(seed);
            StringBuilder text = new StringBuilder(corpus.get(random.nextInt(corpus.size())));
            for (int change = 0; change < 1 + random.nextInt(4); change++) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(12)));
                    case 1 -> text.insert(at, pieces.charAt(random.nextInt(pieces.length())));
                    default -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(40))));
                }
                if (text.isEmpty()) {
                    text.append(' ');
                }
            }
            assertLossless(text.toString());
        }
    }

    /** A mistake that is made once is told once; here and there a second message is needed. */
    @Test
    void aTokenThatIsMissingCostsOneMessage() throws IOException {
        int mistakes = 0;
        int messages = 0;
        for (String text : corpus()) {
            for (Token token : parse(text).value().tokens()) {
                if (token.kind() != Token.Kind.SPACE && token.kind() != Token.Kind.COMMENT) {
                    String cut = text.substring(0, token.span().start())
                            + text.substring(token.span().end());
                    int found = parse(cut).diagnostics().size();
                    mistakes += found > 0 ? 1 : 0;
                    messages += found;
                    assertThat(found).as(cut).isLessThanOrEqualTo(3);
                }
            }
        }
        assertThat(mistakes).isGreaterThan(300);
        assertThat(messages).isLessThan(mistakes * 5 / 4);
    }

    @Test
    void oneTokenDecidesEverywhere() throws IOException {
        for (String text : corpus()) {
            ReleasesParser parser =
                    new ReleasesParser(new CommonTokenStream(new ReleasesLexer(new Characters("p.releases", text))));
            List<String> ambiguous = new ArrayList<>();
            parser.addErrorListener(new DiagnosticErrorListener() {
                @Override
                public void reportAmbiguity(
                        Parser where,
                        DFA dfa,
                        int start,
                        int stop,
                        boolean exact,
                        BitSet alternatives,
                        ATNConfigSet set) {
                    ambiguous.add("ambiguous at " + start);
                }

                @Override
                public void reportAttemptingFullContext(
                        Parser where, DFA dfa, int start, int stop, BitSet alternatives, ATNConfigSet set) {
                    ambiguous.add("full context at " + start);
                }
            });
            parser.file();
            assertThat(ambiguous).isEmpty();
            assertThat(parser.getNumberOfSyntaxErrors()).isZero();
        }
    }

    @Test
    void lineBreaksMayBeOfAnyKind() throws IOException {
        for (String text : corpus()) {
            assertThat(parse(text.replace("\n", "\r\n")).diagnostics()).isEmpty();
            assertThat(parse(text.replace("\n", "\r")).diagnostics()).isEmpty();
        }
    }
}
