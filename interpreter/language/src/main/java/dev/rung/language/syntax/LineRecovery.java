package dev.rung.language.syntax;

import java.util.HashSet;
import java.util.Set;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.NoViableAltException;
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
    private final Dialect dialect;
    private final Lines lines;
    private final Reporter reporter;
    private int stuckAt = -1;
    private final Set<Place> tried = new HashSet<>();

    /** Where a mistake was met; to meet it there again without having read anything is to go round in circles. */
    private record Place(int state, int depth) {}

    LineRecovery(Dialect dialect, Lines lines, Reporter reporter) {
        this.dialect = dialect;
        this.lines = lines;
        this.reporter = reporter;
    }

    @Override
    public void reportError(Parser parser, RecognitionException mistake) {
        if (!inErrorRecoveryMode(parser)) {
            beginErrorCondition(parser);
            reporter.atToken(mistake.getOffendingToken(), parser.getContext(), expected(parser, mistake));
        }
    }

    /** Where the parser had to look further than one word, what it could have gone on with behind the first. */
    private static IntervalSet expected(Parser parser, RecognitionException mistake) {
        if (!(mistake instanceof NoViableAltException choice)
                || choice.getDeadEndConfigs() == null
                || choice.getStartToken().equals(choice.getOffendingToken())) {
            return parser.getExpectedTokens();
        }
        IntervalSet expected = new IntervalSet();
        choice.getDeadEndConfigs()
                .forEach(dead -> expected.addAll(parser.getATN().nextTokens(dead.state)));
        expected.remove(Token.EPSILON);
        return expected;
    }

    /** Before a block an unknown word on the same line does no harm: the block is read all the same. */
    @Override
    public Token recoverInline(Parser parser) {
        InputMismatchException mistake = new InputMismatchException(parser);
        if (!parser.getExpectedTokens().contains(dialect.openBrace()) || !braceOnLine(parser)) {
            throw mistake;
        }
        reportError(parser, mistake);
        while (parser.getCurrentToken().getType() != dialect.openBrace()) {
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
            if (token.getType() == dialect.openBrace()) {
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
        if (dialect.openers(context).isEmpty()) {
            return;
        }
        IntervalSet expected = parser.getATN().nextTokens(parser.getATN().states.get(parser.getState()));
        while (!expected.contains(parser.getCurrentToken().getType())) {
            Token token = parser.getCurrentToken();
            if (!inErrorRecoveryMode(parser)) {
                beginErrorCondition(parser);
                reporter.atBlock(token, context, expected);
            }
            if (token.getType() == Token.EOF || reporter.endsBlock(token, context)) {
                return;
            }
            boolean brace = token.getType() == dialect.openBrace();
            boolean alone = token.getText().equals(";") || brace && !dialect.nests(context);
            if (!brace || alone) {
                parser.consume();
            }
            if (!alone) {
                skip(parser, expected);
            }
        }
    }

    private void skip(Parser parser, IntervalSet wanted) {
        while (parser.getCurrentToken().getType() != Token.EOF && !isLanding(parser, wanted)) {
            Token token = parser.getCurrentToken();
            int past = token.getType() == dialect.openBrace()
                    ? lines.closing(token).map(Token::getTokenIndex).orElse(token.getTokenIndex())
                    : token.getTokenIndex();
            while (parser.getCurrentToken().getType() != Token.EOF
                    && parser.getCurrentToken().getTokenIndex() <= past) {
                parser.consume();
            }
        }
    }

    /** {@code name: …} on a line of its own within brackets begins nothing. */
    private boolean isArgument(Token token) {
        return lines.after(token).filter(next -> next.getText().equals(":")).isPresent()
                && lines.openBracket(token).isPresent();
    }

    private boolean isLanding(Parser parser, IntervalSet wanted) {
        Token token = parser.getCurrentToken();
        int type = token.getType();
        if (reporter.isCommented(token) || isArgument(token)) {
            return false;
        }
        if (lines.isDeclaration(token)) {
            return true;
        }
        boolean brace = type == dialect.openBrace() || type == dialect.closeBrace();
        return wanted.contains(type)
                && (brace || lines.isFirstOnLine(token) || dialect.landsWithinLine(type, parser.getContext()));
    }
}
