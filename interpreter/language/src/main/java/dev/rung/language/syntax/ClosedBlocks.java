package dev.rung.language.syntax;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
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
}
