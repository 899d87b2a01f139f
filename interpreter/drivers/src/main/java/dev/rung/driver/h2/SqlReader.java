package dev.rung.driver.h2;

import dev.rung.driver.h2.SqlElement.Kind;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes SQL apart where H2 does. Every character is a byte of the file: what SQL knows is ASCII, and the bytes of any
 * other character stay together and come out as they went in.
 */
final class SqlReader implements Closeable {
    private static final int NOTHING = -1;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private final StringBuilder taken = new StringBuilder();
    private int at;
    private int filled;
    private long read;

    SqlReader(InputStream in) {
        this.in = in;
    }

    /** Up to its semicolon, or up to the end of the file; empty where nothing is left. */
    List<SqlElement> statement() throws IOException {
        List<SqlElement> elements = new ArrayList<>();
        while (true) {
            String before = blanks();
            int first = peek();
            if (first == NOTHING) {
                if (!before.isEmpty()) {
                    elements.add(new SqlElement(Kind.END, before, ""));
                }
                return elements;
            }
            SqlElement element = element(before, first);
            elements.add(element);
            if (element.is(";")) {
                return elements;
            }
        }
    }

    long bytesRead() {
        return read - (filled - at);
    }

    private SqlElement element(String before, int first) throws IOException {
        if (first == '\'' || first == '"') {
            quoted(first);
            return new SqlElement(first == '"' ? Kind.NAME : Kind.TEXT, before, taken());
        }
        take();
        if (first == '$' && peek() == '$') {
            betweenDollars();
            return new SqlElement(Kind.TEXT, before, taken());
        }
        if (!inWord(first)) {
            return new SqlElement(Kind.SIGN, before, taken());
        }
        while (inWord(peek())) {
            take();
        }
        return new SqlElement(Kind.WORD, before, taken());
    }

    private static boolean inWord(int character) {
        return character >= 128
                || character >= 'a' && character <= 'z'
                || character >= 'A' && character <= 'Z'
                || character >= '0' && character <= '9'
                || character == '_'
                || character == '$';
    }

    /** The mark within is written twice, which looks like two of them side by side. */
    private void quoted(int mark) throws IOException {
        do {
            take();
            while (peek() != NOTHING && peek() != mark) {
                take();
            }
            if (peek() == mark) {
                take();
            }
        } while (peek() == mark);
    }

    private void betweenDollars() throws IOException {
        take();
        int last = 0;
        while (peek() != NOTHING) {
            int character = take();
            if (character == '$' && last == '$') {
                return;
            }
            last = character;
        }
    }

    private String blanks() throws IOException {
        while (true) {
            int next = peek();
            if (next >= 0 && next <= ' ') {
                take();
            } else if (next == '-' && second() == '-' || next == '/' && second() == '/') {
                while (peek() != NOTHING && peek() != '\n') {
                    take();
                }
            } else if (next == '/' && second() == '*') {
                take();
                take();
                int last = 0;
                while (peek() != NOTHING && !(last == '*' && peek() == '/')) {
                    last = take();
                }
                take();
            } else {
                return taken();
            }
        }
    }

    private String taken() {
        String text = taken.toString();
        taken.setLength(0);
        return text;
    }

    private int take() throws IOException {
        int next = peek();
        if (next != NOTHING) {
            taken.append((char) next);
            at++;
        }
        return next;
    }

    private int peek() throws IOException {
        return available(1) ? buffer[at] & 0xff : NOTHING;
    }

    private int second() throws IOException {
        return available(2) ? buffer[at + 1] & 0xff : NOTHING;
    }

    private boolean available(int count) throws IOException {
        while (filled - at < count) {
            System.arraycopy(buffer, at, buffer, 0, filled - at);
            filled -= at;
            at = 0;
            int more = in.read(buffer, filled, buffer.length - filled);
            if (more < 0) {
                return false;
            }
            filled += more;
            read += more;
        }
        return true;
    }

    /** The bytes that a text of this reader stands for. */
    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
