package dev.rung.language.syntax;

import dev.rung.grammar.RunbookLexer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;

/** What the tokens of a file say about lines and brackets. Line breaks mean nothing to the grammar, but much to recovery. */
final class Lines {
    private final CommonTokenStream tokens;

    Lines(CommonTokenStream tokens) {
        this.tokens = tokens;
    }

    boolean isFirstOnLine(Token token) {
        for (int i = token.getTokenIndex() - 1; i >= 0; i--) {
            Token before = tokens.get(i);
            if (before.getChannel() == RunbookLexer.SPACES) {
                if (LineLexer.breaksLine(before)) {
                    return true;
                }
            } else if (before.getChannel() == Token.DEFAULT_CHANNEL) {
                return false;
            }
        }
        return true;
    }

    /** The last token before this one that is neither blank nor comment. */
    Optional<Token> before(Token token) {
        for (int i = token.getTokenIndex() - 1; i >= 0; i--) {
            if (tokens.get(i).getChannel() == Token.DEFAULT_CHANNEL) {
                return Optional.of(tokens.get(i));
            }
        }
        return Optional.empty();
    }

    /** The innermost bracket or brace of the given kinds that is still open where this token stands. */
    Optional<Token> openBefore(Token token, int... openers) {
        Deque<Token> open = new ArrayDeque<>();
        for (int i = 0; i < token.getTokenIndex(); i++) {
            Token each = tokens.get(i);
            switch (each.getType()) {
                case RunbookLexer.LPAREN, RunbookLexer.LBRACKET, RunbookLexer.LBRACE -> open.push(each);
                case RunbookLexer.RPAREN -> close(open, RunbookLexer.LPAREN);
                case RunbookLexer.RBRACKET -> close(open, RunbookLexer.LBRACKET);
                case RunbookLexer.RBRACE -> closeBrace(open);
                default -> {
                    if (Words.DECLARATIONS.contains(each.getType()) && isFirstOnLine(each)) {
                        open.clear();
                    }
                }
            }
        }
        for (int opener : openers) {
            if (!open.isEmpty() && open.peek().getType() == opener) {
                return Optional.of(open.peek());
            }
        }
        return Optional.empty();
    }

    private static void close(Deque<Token> open, int opener) {
        if (!open.isEmpty() && open.peek().getType() == opener) {
            open.pop();
        }
    }

    /** A brace also ends the brackets that were left open within it. */
    private static void closeBrace(Deque<Token> open) {
        if (open.stream().anyMatch(each -> each.getType() == RunbookLexer.LBRACE)) {
            while (open.pop().getType() != RunbookLexer.LBRACE) {
                continue;
            }
        }
    }

    /** The brace that closes the one at this token, unless a declaration begins before it. */
    Optional<Token> closing(Token brace) {
        int depth = 0;
        for (int i = brace.getTokenIndex(); i < tokens.size(); i++) {
            Token each = tokens.get(i);
            if (each.getType() == RunbookLexer.LBRACE) {
                depth++;
            } else if (each.getType() == RunbookLexer.RBRACE && --depth == 0) {
                return Optional.of(each);
            } else if (Words.DECLARATIONS.contains(each.getType()) && isFirstOnLine(each)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}
