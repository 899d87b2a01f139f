package dev.rung.language.syntax;

import dev.rung.grammar.RunbookLexer;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/** The lexer with what a grammar cannot say: a text and its holes end with their line, and a stray brace pops nothing. */
final class LineLexer extends RunbookLexer {
    LineLexer(CharStream input) {
        super(input);
        removeErrorListeners();
    }

    @Override
    public int popMode() {
        return _modeStack.isEmpty() ? _mode : super.popMode();
    }

    @Override
    public Token nextToken() {
        boolean inHole = _mode == DEFAULT_MODE && !_modeStack.isEmpty();
        Token token = super.nextToken();
        if (inHole && token.getType() == RBRACE) {
            ((CommonToken) token).setType(HOLE_CLOSE);
        }
        boolean lineEnds = token.getType() == TEXT_UNCLOSED || inHole && token.getType() == SPACE && breaksLine(token);
        if (lineEnds) {
            leaveLine();
        }
        return token;
    }

    /** Back to the statement, or to the block text in which the hole stands. */
    private void leaveLine() {
        while (!_modeStack.isEmpty() && _mode != BLOCK) {
            popMode();
        }
    }

    static boolean breaksLine(Token token) {
        String text = token.getText();
        return text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
    }
}
