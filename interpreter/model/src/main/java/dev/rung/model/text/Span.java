package dev.rung.model.text;

/**
 * A half-open range of characters in a source text. Line and column are computed late, by
 * {@link SourceFile#position}.
 *
 * @param file which text of a {@link SourceMap}; 0 where there is one text only
 * @param start offset of the first UTF-16 unit
 * @param end offset behind the last UTF-16 unit; equal to {@code start} for a place between two characters
 */
public record Span(int file, int start, int end) {
    public Span {
        if (file < 0 || start < 0 || end < start) {
            throw new IllegalArgumentException("not a span: " + start + ".." + end);
        }
    }

    /** In the one text that there is. */
    public Span(int start, int end) {
        this(0, start, end);
    }

    public static Span at(int offset) {
        return new Span(offset, offset);
    }

    /** @param last in the same text */
    public Span to(Span last) {
        return new Span(file, Math.min(start, last.start), Math.max(end, last.end));
    }

    /** Its first characters. */
    public Span first(int length) {
        return new Span(file, start, start + length);
    }

    public boolean contains(Span other) {
        return file == other.file && start <= other.start && other.end <= end;
    }
}
