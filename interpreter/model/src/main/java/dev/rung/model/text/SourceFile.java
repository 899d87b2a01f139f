package dev.rung.model.text;

import java.util.Arrays;
import java.util.Objects;

/** A named source text with its table of lines. Two files are equal when name and text are. */
public final class SourceFile {
    private final String name;
    private final String text;
    private final int[] lineStarts;
    private final Pairs pairs;

    /** @param name as the person gave it, for messages; {@code "-"} for standard input */
    public SourceFile(String name, String text) {
        this.name = Objects.requireNonNull(name);
        this.text = Objects.requireNonNull(text);
        this.lineStarts = startsOfLines(text);
        this.pairs = Pairs.in(text);
    }

    private static int[] startsOfLines(String text) {
        int[] starts = new int[16];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean lineEnds = c == '\n' || c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n');
            if (lineEnds) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }

    public String name() {
        return name;
    }

    public String text() {
        return text;
    }

    public String text(Span span) {
        return text.substring(span.start(), span.end());
    }

    public int lineCount() {
        return lineStarts.length;
    }

    /** The text of a line without its line break. @param line from 1 */
    public String line(int line) {
        return text.substring(lineStart(line), lineEnd(line));
    }

    /** Offset of the first character of a line. @param line from 1 */
    public int lineStart(int line) {
        return lineStarts[line - 1];
    }

    /** Offset behind the last character of a line, without its line break. @param line from 1 */
    public int lineEnd(int line) {
        int start = lineStarts[line - 1];
        int end = line < lineStarts.length ? lineStarts[line] : text.length();
        while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return end;
    }

    public Position position(int offset) {
        int index = Arrays.binarySearch(lineStarts, offset);
        int line = index >= 0 ? index : -index - 2;
        int start = lineStarts[line];
        return new Position(line + 1, offset - start - (pairs.before(offset) - pairs.before(start)) + 1);
    }

    /** A location says its file by itself, so its span does not have to. */
    public Location at(Span span) {
        return new Location(this, span.file() == 0 ? span : new Span(span.start(), span.end()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SourceFile that && name.equals(that.name) && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, text);
    }

    @Override
    public String toString() {
        return name;
    }
}
