package dev.rung.language.syntax;

import dev.rung.grammar.RunbookLexer;
import dev.rung.grammar.RunbookParser;
import java.util.HashSet;
import java.util.Set;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/**
 * Goes on after a mistake by lines: a statement begins a line, and so does the next one that can be read. No token is
 * made up and none is dropped in silence, and no block is left because of a word that is unknown in it.
 */
final class LineRecovery extends DefaultErrorStrategy {
    private final Lines lines;
    private final SyntaxReporter reporter;
    private int stuckAt = -1;
    private final Set<Place> tried = new HashSet<>();

    /** Where a mistake was met; to meet it there again without having read anything is to go round in circles. */
    private record Place(int state, int depth) {}

    LineRecovery(Lines lines, SyntaxReporter reporter) {
        this.lines = lines;
        this.reporter = reporter;
    }

    @Override
    public void reportError(Parser parser, RecognitionException mistake) {
        if (!inErrorRecoveryMode(parser)) {
            beginErrorCondition(parser);
            reporter.atToken(mistake.getOffendingToken(), parser.getContext(), parser.getExpectedTokens());
        }
    }

    /** Before a block an unknown word on the same line does no harm: the block is read all the same. */
    @Override
    public Token recoverInline(Parser parser) {
        InputMismatchException mistake = new InputMismatchException(parser);
        if (!parser.getExpectedTokens().contains(RunbookLexer.LBRACE) || !braceOnLine(parser)) {
            throw mistake;
        }
        reportError(parser, mistake);
        while (parser.getCurrentToken().getType() != RunbookLexer.LBRACE) {
            parser.consume();
        }
        Token brace = parser.getCurrentToken();
        reportMatch(parser);
        parser.consume();
        return brace;
    }

    private boolean braceOnLine(Parser parser) {
        for (int ahead = 1; ; ahead++) {
            Token token = parser.getInputStream().LT(ahead);
            if (token.getType() == RunbookLexer.LBRACE) {
                return true;
            }
            if (token.getType() == Token.EOF || lines.isFirstOnLine(token)) {
                return false;
            }
        }
    }

    @Override
    public void recover(Parser parser, RecognitionException mistake) {
        int index = parser.getInputStream().index();
        if (index != stuckAt) {
            stuckAt = index;
            tried.clear();
        }
        if (!tried.add(new Place(parser.getState(), parser.getContext().depth()))) {
            parser.consume();
        }
        skip(parser, getErrorRecoverySet(parser));
    }

    /** Called before every choice; only a block has something to say about it. */
    @Override
    public void sync(Parser parser) {
        ParserRuleContext context = parser.getContext();
        boolean block = context instanceof RunbookParser.FileContext
                || context instanceof RunbookParser.BodyContext
                || context instanceof RunbookParser.SystemContext;
        if (!block) {
            return;
        }
        IntervalSet expected = parser.getATN().nextTokens(parser.getATN().states.get(parser.getState()));
        while (!expected.contains(parser.getCurrentToken().getType())) {
            Token token = parser.getCurrentToken();
            if (!inErrorRecoveryMode(parser)) {
                beginErrorCondition(parser);
                reporter.atBlock(token, context);
            }
            if (token.getType() == Token.EOF
                    || isDeclaration(token) && !(context instanceof RunbookParser.FileContext)) {
                return;
            }
            if (token.getType() != RunbookLexer.LBRACE) {
                parser.consume();
            }
            skip(parser, expected);
        }
    }

    private void skip(Parser parser, IntervalSet wanted) {
        while (parser.getCurrentToken().getType() != Token.EOF && !isLanding(parser.getCurrentToken(), wanted)) {
            Token token = parser.getCurrentToken();
            int past = token.getType() == RunbookLexer.LBRACE
                    ? lines.closing(token).map(Token::getTokenIndex).orElse(token.getTokenIndex())
                    : token.getTokenIndex();
            while (parser.getCurrentToken().getType() != Token.EOF
                    && parser.getCurrentToken().getTokenIndex() <= past) {
                parser.consume();
            }
        }
    }

    private boolean isLanding(Token token, IntervalSet wanted) {
        return switch (token.getType()) {
            case RunbookLexer.LBRACE, RunbookLexer.RBRACE, RunbookLexer.HOLE_CLOSE -> wanted.contains(token.getType());
            default -> isDeclaration(token) || wanted.contains(token.getType()) && lines.isFirstOnLine(token);
        };
    }

    private boolean isDeclaration(Token token) {
        return Words.DECLARATIONS.contains(token.getType()) && lines.isFirstOnLine(token);
    }
}
