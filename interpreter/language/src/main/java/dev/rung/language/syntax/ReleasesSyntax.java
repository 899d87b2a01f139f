package dev.rung.language.syntax;

import dev.rung.grammar.ReleasesLexer;
import dev.rung.grammar.ReleasesParser;
import dev.rung.model.diagnostic.Diagnosed;
import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.text.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.CommonTokenStream;

/** Reads release files as they are written. */
public final class ReleasesSyntax {
    private ReleasesSyntax() {}

    /** The words that are nobody's to use as a name in a release file. */
    public static Set<String> words() {
        Dialect dialect = new ReleasesDialect();
        return Set.copyOf(dialect.spellings(dialect.keywords()));
    }

    /** Never fails: what cannot be read is missing from the tree, and a finding says so. */
    public static Diagnosed<ReleasesTree> parse(SourceFile file) {
        return parse(file, 0);
    }

    /**
     * The same for one of several files that are read as one.
     *
     * @param base what is added to each place that an entry says, so that the places of several files differ; those of
     *     tokens and findings are the file's own
     */
    public static Diagnosed<ReleasesTree> parse(SourceFile file, int base) {
        Read read = read(file, base);
        List<Diagnostic> findings = new ArrayList<>(read.findings());
        ReleasesTree tree = new ReleasesTree(file, read.entries(), all(read.tokens(), new ReleasesDialect()));
        read.reporter().reported().forEach(reported -> findings.add(reported.finding()));
        findings.sort(Diagnostic.BY_PLACE);
        return new Diagnosed<>(tree, findings);
    }

    /**
     * A whole file, for whoever lays it out.
     *
     * @return nothing where words are missing or too many, with what is wrong; mistakes that leave all words in their
     *     places are not told
     */
    public static Diagnosed<Optional<Phrase.Part>> phrases(SourceFile file) {
        Read read = read(file, 0);
        List<Diagnostic> findings = new ArrayList<>();
        read.findings().stream().filter(ClosingFinding.class::isInstance).forEach(findings::add);
        read.reporter().reported().forEach(reported -> findings.add(reported.finding()));
        findings.sort(Diagnostic.BY_PLACE);
        return new Diagnosed<>(
                findings.isEmpty()
                        ? Optional.of(Phrases.of(
                                file, read.tokens(), read.parser(), read.context(), ReleasesLexer.DOCUMENTATION))
                        : Optional.empty(),
                findings);
    }

    private record Read(
            CommonTokenStream tokens,
            ReleasesParser parser,
            ReleasesParser.FileContext context,
            List<ReleasesEntry> entries,
            List<Diagnostic> findings,
            Reporter reporter) {}

    private static Read read(SourceFile file, int base) {
        CommonTokenStream tokens = ReleasesWords.of(file.name(), file.text());
        Dialect dialect = new ReleasesDialect();
        Lines lines = new Lines(tokens, dialect);
        Reporter reporter = new Reporter(file, lines, dialect);
        ReleasesParser parser = new ReleasesParser(tokens);
        parser.removeErrorListeners();
        parser.setErrorHandler(new LineRecovery(dialect, lines, reporter));
        List<Diagnostic> findings = new ArrayList<>();
        ReleasesParser.FileContext context = parser.file();
        List<ReleasesEntry> entries = new ReleasesBuilder(file, base, findings::add).entries(context);
        return new Read(tokens, parser, context, entries, findings, reporter);
    }

    private static List<Token> all(CommonTokenStream tokens, Dialect dialect) {
        return tokens.getTokens().stream()
                .filter(token -> token.getType() != org.antlr.v4.runtime.Token.EOF)
                .map(token -> new Token(kind(token.getType(), dialect), Spans.of(token)))
                .toList();
    }

    private static Token.Kind kind(int type, Dialect dialect) {
        return switch (type) {
            case ReleasesLexer.NAME -> Token.Kind.NAME;
            case ReleasesLexer.DATE,
                    ReleasesLexer.MEASURE,
                    ReleasesLexer.V_NUMBER,
                    ReleasesLexer.VERSION,
                    ReleasesLexer.WHOLE -> Token.Kind.NUMBER;
            case ReleasesLexer.RAW, ReleasesLexer.RAW_UNCLOSED, ReleasesLexer.TEXT, ReleasesLexer.TEXT_UNCLOSED ->
                Token.Kind.TEXT;
            case ReleasesLexer.COMMENT -> Token.Kind.COMMENT;
            case ReleasesLexer.DOCUMENTATION -> Token.Kind.DOCUMENTATION;
            case ReleasesLexer.SPACE -> Token.Kind.SPACE;
            case ReleasesLexer.UNKNOWN -> Token.Kind.UNKNOWN;
            default -> dialect.isKeyword(type) ? Token.Kind.KEYWORD : Token.Kind.PUNCTUATION;
        };
    }
}
