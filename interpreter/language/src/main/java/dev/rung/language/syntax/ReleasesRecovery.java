package dev.rung.language.syntax;

import dev.rung.grammar.ReleasesLexer;
import dev.rung.grammar.ReleasesParser;
import dev.rung.grammar.ReleasesParser.FileContext;
import dev.rung.grammar.ReleasesParser.LineContext;
import dev.rung.grammar.ReleasesParser.PathContext;
import dev.rung.grammar.ReleasesParser.ReleaseContext;
import java.util.List;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/**
 * Goes on after a mistake in a release file. No token is made up and none is dropped in silence; no block is left because
 * of a word that is unknown in it; an entry begins a line, and so does the next one that can be read.
 */
final class ReleasesRecovery extends DefaultErrorStrategy {
    private final ReleasesReporter reporter;

    ReleasesRecovery(ReleasesReporter reporter) {
        this.reporter = reporter;
    }

    @Override
    public void reportError(Parser parser, RecognitionException mistake) {
        if (!inErrorRecoveryMode(parser)) {
            beginErrorCondition(parser);
            reporter.atToken(mistake.getOffendingToken(), parser.getContext(), parser.getExpectedTokens());
        }
    }

    @Override
    public Token recoverInline(Parser parser) {
        throw new InputMismatchException(parser);
    }

    @Override
    public void recover(Parser parser, RecognitionException mistake) {
        int index = parser.getInputStream().index();
        if (lastErrorIndex == index && lastErrorStates != null && lastErrorStates.contains(parser.getState())) {
            parser.consume();
        }
        if (lastErrorStates == null || lastErrorIndex != index) {
            lastErrorStates = new IntervalSet();
        }
        lastErrorIndex = index;
        lastErrorStates.add(parser.getState());
        skip(parser, getErrorRecoverySet(parser));
    }

    /** Called before every choice; only a block, and what stands before one, has something to say about it. */
    @Override
    public void sync(Parser parser) {
        ParserRuleContext context = parser.getContext();
        if (openers(context).isEmpty()) {
            return;
        }
        IntervalSet expected = parser.getATN().nextTokens(parser.getATN().states.get(parser.getState()));
        while (!expected.contains(parser.getCurrentToken().getType())) {
            Token token = parser.getCurrentToken();
            if (!inErrorRecoveryMode(parser)) {
                beginErrorCondition(parser);
                reporter.atBlock(token, context, expected);
            }
            if (token.getType() == Token.EOF || endsBlock(token, context)) {
                return;
            }
            boolean brace = token.getType() == ReleasesLexer.LBRACE;
            if (!brace || !nests(context)) {
                parser.consume();
            }
            if (!brace || nests(context)) {
                skip(parser, expected);
            }
        }
    }

    /** Whether a block has blocks within; where it has none, a brace too many is skipped alone. */
    private static boolean nests(ParserRuleContext block) {
        return block instanceof FileContext || block instanceof LineContext;
    }

    /** What may begin in a block; nothing where no block is being read. */
    static List<Integer> openers(ParserRuleContext context) {
        return switch (context) {
            case FileContext file -> ReleasesWords.ENTRIES;
            case PathContext path when path.open != null -> ReleasesWords.RULES;
            case LineContext line when line.open != null -> ReleasesWords.MEMBERS;
            case LineContext line when line.number != null -> ReleasesWords.LINE_CLAUSES;
            case ReleaseContext release when release.open != null -> ReleasesWords.RELEASE_CLAUSES;
            default -> List.of();
        };
    }

    /** Whether a token can only belong to a block around this one, whose own brace is missing then. */
    boolean endsBlock(Token token, ParserRuleContext context) {
        for (ParserRuleContext around = context.getParent(); around != null; around = around.getParent()) {
            if (openers(around).contains(token.getType()) && reporter.isFirstOnLine(token)) {
                return true;
            }
        }
        return false;
    }

    private void skip(Parser parser, IntervalSet wanted) {
        int depth = 0;
        while (parser.getCurrentToken().getType() != Token.EOF) {
            Token token = parser.getCurrentToken();
            boolean brace = token.getType() == ReleasesLexer.LBRACE || token.getType() == ReleasesLexer.RBRACE;
            if (ReleasesWords.ENTRIES.contains(token.getType()) && reporter.isFirstOnLine(token)) {
                return;
            }
            if (depth == 0 && wanted.contains(token.getType()) && (brace || isLanding(token, parser))) {
                return;
            }
            depth += token.getType() == ReleasesLexer.LBRACE ? 1 : 0;
            depth -= token.getType() == ReleasesLexer.RBRACE && depth > 0 ? 1 : 0;
            parser.consume();
        }
    }

    private boolean isLanding(Token token, Parser parser) {
        boolean inFile = parser.getContext() instanceof ReleasesParser.FileContext
                || ReleasesWords.ENTRIES.contains(token.getType());
        return reporter.isFirstOnLine(token) || !inFile && ReleasesWords.isKeyword(token.getType());
    }
}
