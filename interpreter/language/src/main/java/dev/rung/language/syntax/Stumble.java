package dev.rung.language.syntax;

import dev.rung.grammar.RunbookParser;
import dev.rung.model.text.Location;
import dev.rung.model.text.SourceFile;
import dev.rung.model.text.Span;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/**
 * A place at which a parser goes no further, with what stands around it.
 *
 * @param token what it cannot take
 * @param context what it was reading
 * @param expected the types of what it could have taken
 */
record Stumble(
        SourceFile file, Lines lines, Dialect dialect, Token token, ParserRuleContext context, IntervalSet expected) {
    boolean at(String text) {
        return is(token, text);
    }

    static boolean is(Token token, String text) {
        return token.getType() != Token.EOF && token.getText().equals(text);
    }

    Optional<Token> before() {
        return lines.before(token);
    }

    boolean behind(String text) {
        return before().filter(last -> is(last, text)).isPresent();
    }

    /** The next token on the same line. */
    Optional<Token> next() {
        return next(token);
    }

    Optional<Token> next(Token any) {
        return lines.after(any).filter(after -> after.getType() != Token.EOF && !lines.isFirstOnLine(after));
    }

    boolean then(String text) {
        return next().filter(after -> is(after, text)).isPresent();
    }

    /** The next token, if it has this text and no blank stands between. */
    Optional<Token> joined(String text) {
        return next().filter(after -> is(after, text) && touch(token, after));
    }

    /** The token before, if it has this text and no blank stands between. */
    Optional<Token> joinedTo(String text) {
        return before().filter(last -> is(last, text) && touch(last, token));
    }

    static boolean touch(Token first, Token second) {
        return first.getStopIndex() + 1 == second.getStartIndex();
    }

    boolean onLine() {
        return !lines.isFirstOnLine(token);
    }

    /** What was read whole, directly before and on the same line. */
    Optional<ParserRuleContext> read() {
        int children = context.getChildCount();
        return onLine()
                        && children > 0
                        && context.getChild(children - 1) instanceof ParserRuleContext last
                        && last.exception == null
                ? Optional.of(last)
                : Optional.empty();
    }

    /** What was being read, or, before the brace of a body, whose body it is. */
    ParserRuleContext owner() {
        return context instanceof RunbookParser.BodyContext body && body.open == null ? body.getParent() : context;
    }

    boolean expects(String spelling) {
        return expected.toList().stream()
                .anyMatch(type -> dialect.spelling(type).equals(spelling));
    }

    boolean expectsName() {
        return expected.contains(dialect.name()) && !dialect.expectsExpression(expected);
    }

    boolean expectsText() {
        return dialect.expectsText(expected) && !dialect.expectsExpression(expected) && !expectsName();
    }

    boolean isWord(Token any) {
        return any.getType() == dialect.name() || dialect.isKeyword(any.getType());
    }

    boolean isName(Token any) {
        return any.getType() == dialect.name();
    }

    /** Whether a token begins with a digit: a number, a version, a duration, a size, a date. */
    static boolean isNumber(Token any) {
        return !any.getText().isEmpty() && Character.isDigit(any.getText().charAt(0));
    }

    /** From here to the end of the line, but for a block and for clauses that begin with one of some words. */
    Span rest(Token from, Set<String> clauses) {
        Token last = from;
        for (Optional<Token> more = next(from); more.isPresent(); more = next(more.get())) {
            String text = more.get().getText();
            if (text.equals("{") || text.equals("}") || clauses.contains(text)) {
                break;
            }
            last = more.get();
        }
        return Spans.of(from).to(Spans.of(last));
    }

    /** All characters from here up to a blank, a comma or something that closes. */
    Span unbroken(int start) {
        String text = file.text();
        int end = start;
        while (end < text.length()
                && !Character.isWhitespace(text.charAt(end))
                && ",;)]{}".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return new Span(start, end);
    }

    /** The text on one line, with its quotes, that begins with a token; empty if it has holes or escapes. */
    Optional<Span> quoted(Token opener) {
        int start = Math.max(0, opener.getStartIndex());
        String text = file.text();
        char quote = start < text.length() ? text.charAt(start) : ' ';
        if (quote != '"' && quote != '\''
                || text.startsWith(String.valueOf(quote).repeat(3), start)) {
            return Optional.empty();
        }
        for (int i = start + 1; i < text.length() && "\r\n\\".indexOf(text.charAt(i)) < 0; i++) {
            if (text.charAt(i) == quote) {
                Span span = new Span(start, i + 1);
                return file.text(span).contains("${") ? Optional.empty() : Optional.of(span);
            }
        }
        return Optional.empty();
    }

    String withoutQuotes(Span quoted) {
        return file.text(new Span(quoted.start() + 1, quoted.end() - 1));
    }

    Location here() {
        return file.at(Spans.of(token));
    }

    Location behindLast() {
        return file.at(Span.at(before().map(last -> last.getStopIndex() + 1).orElse(0)));
    }

    Location through(Token last) {
        return file.at(Spans.of(token).to(Spans.of(last)));
    }

    Location from(Token first) {
        return file.at(Spans.of(first).to(Spans.of(token)));
    }
}
