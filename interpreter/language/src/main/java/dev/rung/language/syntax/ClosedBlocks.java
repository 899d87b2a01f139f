package dev.rung.language.syntax;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.antlr.v4.runtime.Token;

/**
 * The declarations that stand in a block by mistake. A declaration in a block is either at a wrong place, or the brace of the
 * block is missing in front of it; where the closing brace stands below the line that opens the block, and the declaration
 * further right than both, it is the former.
 */
final class ClosedBlocks {
    /** @param column where the line that opens the block begins @param declarations directly in it */
    private record Open(int column, List<Token> declarations) {}

    private ClosedBlocks() {}

    /** @return the indices of their first tokens */
    static Set<Integer> within(List<Token> tokens, Dialect dialect, Predicate<Token> isFirstOnLine) {
        Set<Integer> within = new HashSet<>();
        Deque<Open> open = new ArrayDeque<>();
        int column = 0;
        for (Token each : tokens) {
            boolean first = each.getChannel() == Token.DEFAULT_CHANNEL && isFirstOnLine.test(each);
            column = first ? each.getCharPositionInLine() : column;
            if (each.getType() == dialect.openBrace()) {
                open.push(new Open(column, new ArrayList<>()));
            } else if (each.getType() == dialect.closeBrace() && !open.isEmpty()) {
                Open closed = open.pop();
                if (first && closed.column() == each.getCharPositionInLine()) {
                    closed.declarations().stream()
                            .filter(declaration -> declaration.getCharPositionInLine() > closed.column())
                            .forEach(declaration -> within.add(declaration.getTokenIndex()));
                }
            } else if (first && !open.isEmpty() && dialect.declarations().contains(each.getType())) {
                open.peek().declarations().add(each);
            }
        }
        return within;
    }

    /** A block whose end its author has left out, as the indentation shows. @param next what begins behind that end */
    record Unclosed(Token opener, Token next) {}

    /**
     * The first block within another one that something follows which stands no further right than the line that opens
     * it: its own brace is missing there.
     *
     * @param around the brace of the other block, of which it is known that something in it is not closed
     */
    static Optional<Unclosed> left(List<Token> tokens, Dialect dialect, Predicate<Token> isFirstOnLine, Token around) {
        Deque<Open> open = new ArrayDeque<>();
        Deque<Token> openers = new ArrayDeque<>();
        int column = tokens.get(around.getTokenIndex()).getCharPositionInLine();
        for (Token each : tokens.subList(around.getTokenIndex() + 1, tokens.size())) {
            boolean first = each.getChannel() == Token.DEFAULT_CHANNEL && isFirstOnLine.test(each);
            column = first ? each.getCharPositionInLine() : column;
            boolean closes = each.getType() == dialect.closeBrace();
            boolean behind = first && !open.isEmpty() && column <= open.peek().column();
            if (behind && !(closes && column == open.peek().column()) && each.getType() != Token.EOF) {
                return Optional.of(new Unclosed(openers.peek(), each));
            }
            if (each.getType() == dialect.openBrace()) {
                open.push(new Open(column, List.of()));
                openers.push(each);
            } else if (closes && !open.isEmpty()) {
                open.pop();
                openers.pop();
            }
        }
        return Optional.empty();
    }
}
