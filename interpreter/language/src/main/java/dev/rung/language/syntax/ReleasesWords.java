package dev.rung.language.syntax;

import static dev.rung.language.syntax.Extents.at;

import dev.rung.grammar.ReleasesLexer;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;

/** Takes a release file to pieces as its grammar says: by hand, as {@link RunbookWords}, and held to it by the same test. */
final class ReleasesWords {
    private final String text;
    private final Pieces pieces;
    private int start;

    private ReleasesWords(String text, Characters characters) {
        this.text = text;
        this.pieces = new Pieces(characters, text);
    }

    static CommonTokenStream of(String name, String text) {
        ReleasesWords words = new ReleasesWords(text, new Characters(name, text));
        while (words.start < text.length()) {
            words.next(text.charAt(words.start));
        }
        return words.pieces.stream();
    }

    private void next(char first) {
        if (Extents.isLetter(first)) {
            name(first);
        } else if (Extents.isSpace(first)) {
            aside(ReleasesLexer.SPACE, ReleasesLexer.SPACES, Extents.spaces(text, start));
        } else if (Extents.isDigit(first)) {
            number();
        } else {
            mark(first);
        }
    }

    private void name(char first) {
        if ((first == 'v' || first == 'V') && Extents.isDigit(at(text, start + 1))) {
            int end = start + 2;
            while (Extents.isLetterOrDigit(at(text, end))
                    || at(text, end) == '-'
                    || at(text, end) == '.' && Extents.isLetterOrDigit(at(text, end + 1))) {
                end++;
            }
            add(ReleasesLexer.V_NUMBER, end);
        } else {
            int end = Extents.name(text, start);
            add(ReleasesDialect.typeOfName(text.substring(start, end)), end);
        }
    }

    private void number() {
        int digits = Extents.digits(text, start);
        int date = Extents.date(text, start, digits);
        int version = Extents.version(text, digits);
        int measure = Extents.measure(text, digits);
        if (date > digits) {
            add(ReleasesLexer.DATE, date);
        } else if (version > digits) {
            add(ReleasesLexer.VERSION, version);
        } else {
            add(measure > digits ? ReleasesLexer.MEASURE : ReleasesLexer.WHOLE, measure);
        }
    }

    private void mark(char first) {
        switch (first) {
            case '=' -> oneOrTwo('=', ReleasesLexer.UNKNOWN, ReleasesLexer.EQUAL);
            case '.' -> oneOrTwo('.', ReleasesLexer.UNKNOWN, ReleasesLexer.RANGE);
            case '>' -> oneOrTwo('=', ReleasesLexer.GREATER, ReleasesLexer.GREATER_OR_EQUAL);
            case '<' -> oneOrTwo('=', ReleasesLexer.LESS, ReleasesLexer.LESS_OR_EQUAL);
            case '!' -> oneOrTwo('=', ReleasesLexer.UNKNOWN, ReleasesLexer.NOT_EQUAL);
            case ',' -> add(ReleasesLexer.COMMA, start + 1);
            case '[' -> add(ReleasesLexer.LBRACKET, start + 1);
            case ']' -> add(ReleasesLexer.RBRACKET, start + 1);
            case '{' -> add(ReleasesLexer.LBRACE, start + 1);
            case '}' -> add(ReleasesLexer.RBRACE, start + 1);
            case '"' -> text();
            case '\'' -> rawText();
            case '#' ->
                aside(
                        at(text, start + 1) == '#' ? ReleasesLexer.DOCUMENTATION : ReleasesLexer.COMMENT,
                        ReleasesLexer.COMMENTS,
                        Extents.line(text, start));
            default -> add(ReleasesLexer.UNKNOWN, start + 1);
        }
    }

    private void oneOrTwo(char second, int one, int two) {
        boolean both = at(text, start + 1) == second;
        add(both ? two : one, both ? start + 2 : start + 1);
    }

    /** The longer one is taken: what may be closed behind an escaped quote may as well go on behind it. */
    private void text() {
        int closed = closedText();
        int unclosed = unclosedText();
        add(closed >= unclosed ? ReleasesLexer.TEXT : ReleasesLexer.TEXT_UNCLOSED, Math.max(closed, unclosed));
    }

    /** Behind the last quote that may close it; nothing if there is none. */
    private int closedText() {
        int closed = Extents.NOTHING;
        for (int i = start + 1; i < text.length() && !Extents.breaksLine(text.charAt(i)); i++) {
            if (text.charAt(i) == '"') {
                closed = i + 1;
                if (!isEscaped(i)) {
                    break;
                }
            }
        }
        return closed;
    }

    /** Before the first quote or brace that is neither escaped nor a brace of a hole. */
    private int unclosedText() {
        int end = start + 1;
        while (end < text.length() && !Extents.breaksLine(text.charAt(end))) {
            char next = text.charAt(end);
            if ((next == '"' || next == '{' || next == '}') && !isEscaped(end)) {
                return end;
            }
            end = next == '$' ? hole(end) : end + 1;
        }
        return end;
    }

    private boolean isEscaped(int offset) {
        return offset - 1 > start && text.charAt(offset - 1) == '\\';
    }

    /** Behind a hole that closes; behind its first letter, if it is none. */
    private int hole(int from) {
        int end = from + 2;
        while (end < text.length() && "\"{}\r\n".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return at(text, from + 1) == '{' && at(text, end) == '}' ? end + 1 : from + 1;
    }

    private void rawText() {
        int line = Extents.line(text, start);
        int quote = text.indexOf('\'', start + 1);
        if (quote >= 0 && quote < line) {
            add(ReleasesLexer.RAW, quote + 1);
            return;
        }
        int end = start + 1;
        while (end < line && text.charAt(end) != '{' && text.charAt(end) != '}') {
            end++;
        }
        add(ReleasesLexer.RAW_UNCLOSED, end);
    }

    private void add(int type, int end) {
        aside(type, Token.DEFAULT_CHANNEL, end);
    }

    private void aside(int type, int channel, int end) {
        pieces.add(type, channel, start, end);
        start = end;
    }
}
