package dev.rung.language.syntax;

import static dev.rung.language.syntax.Extents.at;

import dev.rung.grammar.RunbookLexer;
import java.util.ArrayDeque;
import java.util.Deque;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;

/**
 * Takes a runbook to pieces as its grammar says, and with what a grammar cannot say: a text and its holes end with their
 * line, and a stray brace ends nothing. By hand, because ANTLR works each character out anew in each process, which for a
 * short file is most of the work; a test holds it to the grammar.
 */
final class RunbookWords {
    /** What is being read. */
    private enum Mode {
        STATEMENTS,
        TEXT,
        BLOCK,
        RAW_BLOCK
    }

    private final String text;
    private final Pieces pieces;
    private final Deque<Mode> around = new ArrayDeque<>();
    private Mode mode = Mode.STATEMENTS;
    private int start;

    private RunbookWords(String text, Characters characters) {
        this.text = text;
        this.pieces = new Pieces(characters, text);
    }

    /** @param number which text of a source map it is */
    static CommonTokenStream of(String name, String text, int number) {
        RunbookWords words = new RunbookWords(text, new Characters(name, text, number));
        while (words.start < text.length()) {
            words.next();
        }
        words.endOfFile();
        return words.pieces.stream();
    }

    private void next() {
        switch (mode) {
            case STATEMENTS -> statements(text.charAt(start));
            case TEXT -> text(text.charAt(start));
            case BLOCK -> block(text.charAt(start));
            case RAW_BLOCK -> rawBlock();
        }
    }

    private void statements(char first) {
        if (Extents.isLetter(first)) {
            int end = Extents.name(text, start);
            add(RunbookDialect.typeOfName(text.substring(start, end)), end);
        } else if (Extents.isSpace(first)) {
            space(Extents.spaces(text, start));
        } else if (Extents.isDigit(first)) {
            number();
        } else {
            mark(first);
        }
    }

    private void number() {
        int digits = Extents.digits(text, start);
        int date = Extents.date(text, start, digits);
        int version = Extents.version(text, digits);
        int measure = Extents.measure(text, digits);
        if (at(text, digits) == '%') {
            add(RunbookLexer.PERCENT, digits + 1);
        } else if (date > digits) {
            add(RunbookLexer.DATE, date);
        } else if (version > digits) {
            add(RunbookLexer.VERSION, version);
        } else {
            add(measure > digits ? RunbookLexer.MEASURE : RunbookLexer.WHOLE, measure);
        }
    }

    private void mark(char first) {
        switch (first) {
            case '=' -> oneOrTwo('=', RunbookLexer.ASSIGN, RunbookLexer.EQUAL);
            case '.' -> oneOrTwo('.', RunbookLexer.DOT, RunbookLexer.RANGE);
            case '>' -> oneOrTwo('=', RunbookLexer.GREATER, RunbookLexer.GREATER_OR_EQUAL);
            case '<' -> oneOrTwo('=', RunbookLexer.LESS, RunbookLexer.LESS_OR_EQUAL);
            case '!' -> oneOrTwo('=', RunbookLexer.UNKNOWN, RunbookLexer.NOT_EQUAL);
            case ':' -> add(RunbookLexer.COLON, start + 1);
            case ',' -> add(RunbookLexer.COMMA, start + 1);
            case '/' -> add(RunbookLexer.DIVIDED, start + 1);
            case '+' -> add(RunbookLexer.PLUS, start + 1);
            case '*' -> add(RunbookLexer.TIMES, start + 1);
            case '(' -> add(RunbookLexer.LPAREN, start + 1);
            case ')' -> add(RunbookLexer.RPAREN, start + 1);
            case '[' -> add(RunbookLexer.LBRACKET, start + 1);
            case ']' -> add(RunbookLexer.RBRACKET, start + 1);
            case '{' -> add(RunbookLexer.LBRACE, start + 1);
            case '}' -> closingBrace();
            case '"' -> openText();
            case '\'' -> openRawText();
            case '#' ->
                aside(
                        at(text, start + 1) == '#' ? RunbookLexer.DOCUMENTATION : RunbookLexer.COMMENT,
                        RunbookLexer.COMMENTS,
                        Extents.line(text, start));
            default -> add(RunbookLexer.UNKNOWN, start + 1);
        }
    }

    private void oneOrTwo(char second, int one, int two) {
        boolean both = at(text, start + 1) == second;
        add(both ? two : one, both ? start + 2 : start + 1);
    }

    private void closingBrace() {
        add(around.isEmpty() ? RunbookLexer.RBRACE : RunbookLexer.HOLE_CLOSE, start + 1);
        leave();
    }

    private void openText() {
        boolean block = text.startsWith("\"\"\"", start);
        add(block ? RunbookLexer.BLOCK_OPEN : RunbookLexer.TEXT_OPEN, block ? start + 3 : start + 1);
        enter(block ? Mode.BLOCK : Mode.TEXT);
    }

    private void openRawText() {
        if (text.startsWith("'''", start)) {
            add(RunbookLexer.RAW_BLOCK_OPEN, start + 3);
            enter(Mode.RAW_BLOCK);
            return;
        }
        int end = start + 1;
        while (end < text.length() && text.charAt(end) != '\'' && !Extents.breaksLine(text.charAt(end))) {
            end++;
        }
        boolean closed = at(text, end) == '\'';
        add(closed ? RunbookLexer.RAW : RunbookLexer.RAW_UNCLOSED, closed ? end + 1 : end);
    }

    private void text(char first) {
        if (first == '"') {
            add(RunbookLexer.TEXT_CLOSE, start + 1);
            leave();
        } else if (Extents.breaksLine(first)) {
            int end = start;
            while (Extents.breaksLine(at(text, end))) {
                end++;
            }
            space(end);
        } else {
            piece(first, true);
        }
    }

    private void block(char first) {
        if (text.startsWith("\"\"\"", start)) {
            add(RunbookLexer.BLOCK_CLOSE, start + 3);
            leave();
        } else if (first == '"') {
            add(RunbookLexer.PART, start + 1);
        } else {
            piece(first, false);
        }
    }

    /** What stands in a text, save what ends it. */
    private void piece(char first, boolean endsWithLine) {
        int next = at(text, start + 1);
        if (first == '$' && next == '{') {
            add(RunbookLexer.HOLE_OPEN, start + 2);
            enter(Mode.STATEMENTS);
        } else if (first == '\\' && next != Extents.NOTHING && !Extents.breaksLine(next)) {
            add(RunbookLexer.ESCAPE, start + 2);
        } else if (first == '$' || first == '\\') {
            add(RunbookLexer.PART, start + 1);
        } else {
            int end = start;
            while (end < text.length() && isPlain(text.charAt(end), endsWithLine)) {
                end++;
            }
            add(RunbookLexer.PART, end);
        }
    }

    private static boolean isPlain(char character, boolean endsWithLine) {
        return switch (character) {
            case '"', '\\', '$' -> false;
            case '\n', '\r' -> !endsWithLine;
            default -> true;
        };
    }

    private void rawBlock() {
        if (text.startsWith("'''", start)) {
            add(RunbookLexer.RAW_BLOCK_CLOSE, start + 3);
            leave();
            return;
        }
        int quote = text.indexOf('\'', start);
        int end = quote < 0 ? text.length() : Math.max(quote, start + 1);
        add(RunbookLexer.RAW_BLOCK_PART, end);
    }

    private void space(int end) {
        for (int i = start; i < end && !around.isEmpty(); i++) {
            if (Extents.breaksLine(text.charAt(i))) {
                closeLine();
            }
        }
        aside(RunbookLexer.SPACE, RunbookLexer.SPACES, end);
    }

    /** Back to the statement, or to the block text in which the hole stands. */
    private void closeLine() {
        while (!around.isEmpty() && mode != Mode.BLOCK) {
            close();
        }
    }

    private void endOfFile() {
        while (!around.isEmpty()) {
            close();
        }
    }

    /** An empty word says that what is being read is not closed. */
    private void close() {
        add(
                switch (mode) {
                    case TEXT -> RunbookLexer.TEXT_UNCLOSED;
                    case BLOCK -> RunbookLexer.BLOCK_UNCLOSED;
                    case RAW_BLOCK -> RunbookLexer.RAW_BLOCK_UNCLOSED;
                    case STATEMENTS -> RunbookLexer.HOLE_UNCLOSED;
                },
                start);
        leave();
    }

    private void enter(Mode inner) {
        around.push(mode);
        mode = inner;
    }

    private void leave() {
        mode = around.isEmpty() ? mode : around.pop();
    }

    private void add(int type, int end) {
        pieces.add(type, Token.DEFAULT_CHANNEL, start, end);
        start = end;
    }

    private void aside(int type, int channel, int end) {
        pieces.add(type, channel, start, end);
        start = end;
    }
}
