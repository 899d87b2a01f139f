package dev.rung.language.syntax;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.misc.Interval;

/** A text as a stream of UTF-16 units, so that a token's offsets are offsets in the source file. */
final class Characters implements CharStream {
    private final String name;
    private final String text;
    private final int number;
    private int index;

    Characters(String name, String text) {
        this(name, text, 0);
    }

    /** @param number which text of a source map it is */
    Characters(String name, String text, int number) {
        this.name = name;
        this.text = text;
        this.number = number;
    }

    int number() {
        return number;
    }

    @Override
    public void consume() {
        if (index >= text.length()) {
            throw new IllegalStateException("cannot consume EOF");
        }
        index++;
    }

    @Override
    public int LA(int ahead) {
        int at = ahead > 0 ? index + ahead - 1 : index + ahead;
        return ahead == 0 || at < 0 || at >= text.length() ? (ahead == 0 ? 0 : IntStream.EOF) : text.charAt(at);
    }

    @Override
    public int mark() {
        return -1;
    }

    @Override
    public void release(int marker) {
        // the whole text is in memory, so there is nothing to let go
    }

    @Override
    public int index() {
        return index;
    }

    @Override
    public void seek(int to) {
        index = Math.min(to, text.length());
    }

    @Override
    public int size() {
        return text.length();
    }

    @Override
    public String getSourceName() {
        return name;
    }

    @Override
    public String getText(Interval interval) {
        int end = Math.min(interval.b + 1, text.length());
        return interval.a >= end ? "" : text.substring(interval.a, end);
    }
}
