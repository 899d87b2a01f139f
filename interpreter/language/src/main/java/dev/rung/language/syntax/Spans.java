package dev.rung.language.syntax;

import dev.rung.model.text.Span;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** Ranges of tokens and of what was made of them. */
final class Spans {
    private Spans() {}

    static Span of(Token token) {
        int start = Math.max(0, token.getStartIndex());
        int file = token.getInputStream() instanceof Characters characters ? characters.number() : 0;
        return token.getType() == Token.EOF
                ? new Span(file, start, start)
                : new Span(file, start, Math.max(start, token.getStopIndex() + 1));
    }

    static Span of(ParserRuleContext context) {
        Span first = of(context.getStart());
        Token last = context.getStop();
        return last == null || last.getStopIndex() < first.start() ? first : first.to(of(last));
    }
}
