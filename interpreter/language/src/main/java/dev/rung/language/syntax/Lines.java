package dev.rung.language.syntax;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;

/** What the tokens of a file say about lines and brackets. Line breaks mean nothing to the grammar, but much to recovery. */
final class Lines {
    private final CommonTokenStream tokens;
    private final Dialect dialect;
    private Nesting nesting;
    private Set<Integer> inBlocks;
    private final Map<String, Set<String>> wordsBefore = new HashMap<>();

    Lines(CommonTokenStream tokens, Dialect dialect) {
        this.tokens = tokens;
        this.dialect = dialect;
    }

    boolean isFirstOnLine(Token token) {
        for (int i = token.getTokenIndex() - 1; i >= 0; i--) {
            Token before = tokens.get(i);
            if (before.getChannel() == Token.DEFAULT_CHANNEL) {
                return false;
            }
            if (breaksLine(before)) {
                return true;
            }
        }
        return true;
    }

    private static boolean breaksLine(Token token) {
        String text = token.getText();
        return text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
    }

    /** Whether a declaration begins here; nothing that was begun before goes on behind it. */
    boolean isDeclaration(Token token) {
        return dialect.declarations().contains(token.getType()) && isFirstOnLine(token) && !isInBlock(token);
    }

    /** Whether a declaration stands in a block that its author has closed behind it, as the indentation shows. */
    boolean isInBlock(Token token) {
        if (inBlocks == null) {
            inBlocks = ClosedBlocks.within(tokens.getTokens(), dialect, this::isFirstOnLine);
        }
        return inBlocks.contains(token.getTokenIndex());
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

    /** The next token that is neither blank nor comment; the last one ends the file. */
    Optional<Token> after(Token token) {
        for (int i = token.getTokenIndex() + 1; i < tokens.size(); i++) {
            if (tokens.get(i).getChannel() == Token.DEFAULT_CHANNEL) {
                return Optional.of(tokens.get(i));
            }
        }
        return Optional.empty();
    }

    /** Whether a name stands behind one of some words anywhere in the file. */
    boolean isDeclared(String name, Set<String> kinds) {
        return wordsBefore().getOrDefault(name, Set.of()).stream().anyMatch(kinds::contains);
    }

    /** For each word of the file all that stand in front of it somewhere; looked at once, and only if something is wrong. */
    private Map<String, Set<String>> wordsBefore() {
        if (wordsBefore.isEmpty()) {
            String before = "";
            for (Token each : tokens.getTokens()) {
                if (each.getChannel() == Token.DEFAULT_CHANNEL) {
                    wordsBefore
                            .computeIfAbsent(each.getText(), word -> new HashSet<>())
                            .add(before);
                    before = each.getText();
                }
            }
        }
        return wordsBefore;
    }

    /** The innermost brace that is still open where this token stands, if no bracket was opened within it. */
    Optional<Token> openBrace(Token token) {
        return innermost(token).filter(open -> open.getType() == dialect.openBrace());
    }

    /** The block within that of a brace whose own end is left out, as the indentation shows. */
    Optional<ClosedBlocks.Unclosed> leftOpenWithin(Token brace) {
        return ClosedBlocks.left(tokens.getTokens(), dialect, this::isFirstOnLine, brace);
    }

    /** The innermost bracket that is still open where this token stands, if no brace was opened within it. */
    Optional<Token> openBracket(Token token) {
        return innermost(token).filter(open -> open.getType() != dialect.openBrace());
    }

    private Optional<Token> innermost(Token token) {
        return nesting().innermost(token.getTokenIndex());
    }

    /** The brace that closes the one at this token, unless a declaration begins before it. */
    Optional<Token> closing(Token brace) {
        return nesting().closing(brace.getTokenIndex());
    }

    /** Looked at once, and only if something is wrong. */
    private Nesting nesting() {
        if (nesting == null) {
            nesting = Nesting.of(tokens.getTokens(), dialect, this::isDeclaration);
        }
        return nesting;
    }
}
