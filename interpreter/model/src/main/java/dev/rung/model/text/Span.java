package dev.rung.model.text;

/**
 * A half-open range of characters in a source text. Line and column are computed late, by
 * {@link SourceFile#position}.
 *
 * @param start offset of the first UTF-16 unit
 * @param end offset behind the last UTF-16 unit; equal to {@code start} for a place between two characters
 */
public record Span(int start, int end) {
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("not a span: " + start + ".." + end);
        }
    }

    public static Span at(int offset) {
        return new Span(offset, offset);
    }

    public Span to(Span last) {
        return new Span(Math.min(start, last.start), Math.max(end, last.end));
    }

    public boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }
}
