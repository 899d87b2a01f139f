package dev.rung.language.syntax;

import dev.rung.grammar.RunbookLexer;
import dev.rung.model.text.SourceFile;
import dev.rung.model.text.Span;
import java.util.ArrayList;
import java.util.List;

/** Sorts the tokens of a text by what they are. */
final class Tokens {
    private Tokens() {}

    static List<Token> of(SourceFile file) {
        Dialect dialect = new RunbookDialect();
        List<Token> tokens = new ArrayList<>();
        for (org.antlr.v4.runtime.Token each :
                RunbookWords.of(file.name(), file.text(), 0).getTokens()) {
            Span span = Spans.of(each);
            if (span.start() < span.end()) {
                tokens.add(new Token(kind(each.getType(), dialect), span));
            }
        }
        return tokens;
    }

    private static Token.Kind kind(int type, Dialect dialect) {
        if (dialect.isKeyword(type)) {
            return Token.Kind.KEYWORD;
        }
        return switch (type) {
            case RunbookLexer.NAME -> Token.Kind.NAME;
            case RunbookLexer.DATE,
                    RunbookLexer.MEASURE,
                    RunbookLexer.PERCENT,
                    RunbookLexer.VERSION,
                    RunbookLexer.WHOLE -> Token.Kind.NUMBER;
            case RunbookLexer.HOLE_OPEN, RunbookLexer.HOLE_CLOSE -> Token.Kind.HOLE;
            case RunbookLexer.TEXT_OPEN,
                    RunbookLexer.TEXT_CLOSE,
                    RunbookLexer.BLOCK_OPEN,
                    RunbookLexer.BLOCK_CLOSE,
                    RunbookLexer.RAW_BLOCK_OPEN,
                    RunbookLexer.RAW_BLOCK_PART,
                    RunbookLexer.RAW_BLOCK_CLOSE,
                    RunbookLexer.RAW,
                    RunbookLexer.RAW_UNCLOSED,
                    RunbookLexer.PART,
                    RunbookLexer.ESCAPE -> Token.Kind.TEXT;
            case RunbookLexer.COMMENT -> Token.Kind.COMMENT;
            case RunbookLexer.DOCUMENTATION -> Token.Kind.DOCUMENTATION;
            case RunbookLexer.SPACE -> Token.Kind.SPACE;
            case RunbookLexer.UNKNOWN -> Token.Kind.UNKNOWN;
            default -> Token.Kind.PUNCTUATION;
        };
    }
}
