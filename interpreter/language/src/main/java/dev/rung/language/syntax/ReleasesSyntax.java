package dev.rung.language.syntax;

import dev.rung.grammar.ReleasesLexer;
import dev.rung.grammar.ReleasesParser;
import dev.rung.model.diagnostic.Diagnosed;
import dev.rung.model.diagnostic.Diagnostic;
import dev.rung.model.text.SourceFile;
import java.util.ArrayList;
import java.util.List;
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
        ReleasesLexer lexer = new ReleasesLexer(new Characters(file.name(), file.text()));
        lexer.removeErrorListeners();
        CommonTokenStream tokens = new CommonTokenStream(lexer);
        tokens.fill();
        Dialect dialect = new ReleasesDialect();
        Lines lines = new Lines(tokens, dialect);
        Reporter reporter = new Reporter(file, lines, dialect);
        ReleasesParser parser = new ReleasesParser(tokens);
        parser.removeErrorListeners();
        parser.setErrorHandler(new LineRecovery(dialect, lines, reporter));
        List<Diagnostic> findings = new ArrayList<>();
        List<ReleasesEntry> entries = new ReleasesBuilder(file, base, findings::add).entries(parser.file());
        ReleasesTree tree = new ReleasesTree(file, entries, all(tokens, dialect));
        reporter.reported().forEach(reported -> findings.add(reported.finding()));
        findings.sort(Diagnostic.BY_PLACE);
        return new Diagnosed<>(tree, findings);
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
