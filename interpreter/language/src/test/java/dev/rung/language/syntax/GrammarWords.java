package dev.rung.language.syntax;

import dev.rung.grammar.RunbookLexer;
import java.util.ArrayDeque;
import java.util.Queue;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/** The words of a runbook as ANTLR finds them by the grammar, with the three things that are left to a subclass. */
final class GrammarWords extends RunbookLexer {
    private final Queue<Token> pending = new ArrayDeque<>();

    GrammarWords(CharStream input) {
        super(input);
        removeErrorListeners();
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
        CommonToken token = (CommonToken) super.nextToken();
        if (token.getType() == NAME) {
            token.setType(RunbookDialect.typeOfName(token.getText()));
        }
        if (inside && mode == DEFAULT_MODE && token.getType() == RBRACE) {
            token.setType(HOLE_CLOSE);
        }
        boolean fileEnds = token.getType() == Token.EOF;
        if (inside && (fileEnds || token.getType() == SPACE && token.getText().matches("(?s).*[\r\n].*"))) {
            closeLine(token, fileEnds);
            pending.add(token);
            return pending.poll();
        }
        return token;
    }

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
            unclosed.setLine(end.getLine());
            unclosed.setCharPositionInLine(end.getCharPositionInLine());
            pending.add(unclosed);
            popMode();
        }
    }
}
