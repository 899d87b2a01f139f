package dev.rung.language.syntax;

import dev.rung.grammar.RunbookLexer;
import java.util.ArrayDeque;
import java.util.Queue;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/** The lexer with what a grammar cannot say: a text and its holes end with their line, and a stray brace pops nothing. */
final class LineLexer extends RunbookLexer {
    private final Queue<Token> pending = new ArrayDeque<>();

    LineLexer(CharStream input) {
        super(input);
        removeErrorListeners();
        _interp = new AlikeCharacters(this, _ATN, _decisionToDFA, _sharedContextCache);
    }

    @Override
    public int popMode() {
        return _modeStack.isEmpty() ? _mode : super.popMode();
    }

    @Override
    public Token nextToken() {
        if (!pending.isEmpty()) {
            return pending.poll();
        }
        int mode = _mode;
        boolean inside = !_modeStack.isEmpty();
        Token token = super.nextToken();
        if (token.getType() == NAME) {
            ((CommonToken) token).setType(RunbookDialect.typeOfName(token.getText()));
        }
        if (inside && mode == DEFAULT_MODE && token.getType() == RBRACE) {
            ((CommonToken) token).setType(HOLE_CLOSE);
        }
        boolean fileEnds = token.getType() == Token.EOF;
        if (inside && (fileEnds || token.getType() == SPACE && breaksLine(token))) {
            closeLine(token, fileEnds);
            pending.add(token);
            return pending.poll();
        }
        return token;
    }

    /** Back to the statement, or to the block text in which the hole stands. */
    private void closeLine(Token end, boolean fileEnds) {
        while (!_modeStack.isEmpty() && (fileEnds || _mode != BLOCK)) {
            int type = switch (_mode) {
                case TEXT -> TEXT_UNCLOSED;
                case BLOCK -> BLOCK_UNCLOSED;
                case RAW_BLOCK -> RAW_BLOCK_UNCLOSED;
                default -> HOLE_UNCLOSED;
            };
            CommonToken unclosed = new CommonToken(
                    _tokenFactorySourcePair, type, Token.DEFAULT_CHANNEL, end.getStartIndex(), end.getStartIndex() - 1);
            unclosed.setText("");
            unclosed.setLine(end.getLine());
            pending.add(unclosed);
            popMode();
        }
    }

    static boolean breaksLine(Token token) {
        String text = token.getText();
        return text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
    }
}
