package dev.rung.language.syntax;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.antlr.v4.runtime.Token;

/** Which bracket and which brace is open where; of a whole text at once, so that many mistakes cost no more than few. */
final class Nesting {
    private final Dialect dialect;
    private final Predicate<Token> isDeclaration;
    private final List<Optional<Open>> before = new ArrayList<>();
    private final Map<Integer, Token> closing = new HashMap<>();

    /** What is open. @param around what is open around it @param brace it, or the innermost brace around it */
    private record Open(Token token, Optional<Open> around, Optional<Open> brace) {}

    private Nesting(Dialect dialect, Predicate<Token> isDeclaration) {
        this.dialect = dialect;
        this.isDeclaration = isDeclaration;
    }

    /** @param isDeclaration whether nothing that was begun before goes on behind a token */
    static Nesting of(List<Token> tokens, Dialect dialect, Predicate<Token> isDeclaration) {
        Nesting nesting = new Nesting(dialect, isDeclaration);
        nesting.brackets(tokens);
        nesting.braces(tokens);
        return nesting;
    }

    private void brackets(List<Token> tokens) {
        Collection<Integer> openers = dialect.brackets().values();
        Optional<Open> open = Optional.empty();
        for (Token each : tokens) {
            before.add(open);
            Integer opener = dialect.brackets().get(each.getType());
            if (each.getType() == dialect.openBrace()) {
                open = Optional.of(brace(each, open));
            } else if (openers.contains(each.getType())) {
                open = Optional.of(new Open(each, open, open.flatMap(Open::brace)));
            } else if (opener != null) {
                boolean closes =
                        open.filter(one -> one.token().getType() == opener).isPresent();
                open = closes ? open.get().around() : open;
            } else if (each.getType() == dialect.closeBrace()) {
                // it also ends the brackets that were left open within it
                Optional<Open> brace = open.flatMap(Open::brace);
                open = brace.isPresent() ? brace.get().around() : open;
            } else if (isDeclaration.test(each)) {
                open = Optional.empty();
            }
        }
    }

    private static Open brace(Token token, Optional<Open> around) {
        Open brace = new Open(token, around, Optional.empty());
        return new Open(token, around, Optional.of(brace));
    }

    private void braces(List<Token> tokens) {
        Deque<Token> open = new ArrayDeque<>();
        for (Token each : tokens) {
            if (each.getType() == dialect.openBrace()) {
                open.push(each);
            } else if (each.getType() == dialect.closeBrace()) {
                if (!open.isEmpty()) {
                    closing.put(open.pop().getTokenIndex(), each);
                }
            } else if (isDeclaration.test(each)) {
                open.clear();
            }
        }
    }

    /** The innermost bracket or brace that is open in front of a token. */
    Optional<Token> innermost(int token) {
        return before.get(token).map(Open::token);
    }

    /** The brace that closes the one at a token, unless a declaration begins before it. */
    Optional<Token> closing(int brace) {
        return Optional.ofNullable(closing.get(brace));
    }
}
