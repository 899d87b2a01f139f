package dev.rung.language.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Lines as they are written, one after the other. */
final class Sheet {
    /** Comments behind lines stand in one column, unless one line is so much longer than the next shorter one. */
    private static final int FAR = 30;

    private static final int BLANKS_BEFORE_A_COMMENT = 2;

    private final List<Line> lines = new ArrayList<>();

    /** A line of words, or one of a comment alone. */
    private static final class Line {
        private final boolean blankBefore;
        private final int indent;
        private final StringBuilder text = new StringBuilder();
        private Optional<String> comment = Optional.empty();
        private int first = -1;
        private int last = -1;
        private int column;
        private int widest;

        private Line(int indent, boolean blankBefore) {
            this.indent = indent;
            this.blankBefore = blankBefore;
            this.column = indent;
        }

        private int width() {
            return column;
        }
    }

    /** @param blankBefore whether a blank line stands in front of it */
    void line(int indent, boolean blankBefore) {
        lines.add(new Line(indent, blankBefore && !lines.isEmpty()));
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    /** Writes on in the last line. @param number the word's */
    void word(int number, int blanks, String text) {
        Line line = lines.getLast();
        int before = line.text.isEmpty() ? 0 : blanks;
        line.text.repeat(' ', before).append(text);
        line.column += before;
        line.widest = Math.max(line.widest, line.column + Width.ofFirstLine(text));
        line.column = Width.hasLines(text) ? Width.ofLastLine(text) : line.column + Width.of(text);
        line.first = line.first < 0 ? number : line.first;
        line.last = number;
    }

    int column() {
        return lines.getLast().column;
    }

    /** A comment behind what stands in the last line. */
    void comment(String text) {
        lines.getLast().comment = Optional.of(text);
    }

    /** A comment on a line of its own. */
    void comment(int indent, boolean blankBefore, String text) {
        line(indent, blankBefore);
        lines.getLast().text.append(text);
    }

    interface Range {
        void words(int first, int last);
    }

    /** The lines that are longer than a line should be. */
    void tooLong(Range range) {
        for (Line line : lines) {
            if (line.widest > Width.OF_A_LINE) {
                range.words(line.first, line.last);
            }
        }
    }

    String text(Marks marks) {
        StringBuilder all = new StringBuilder(marks.start());
        for (int i = 0; i < lines.size(); i++) {
            int end = i;
            while (end < lines.size()
                    && lines.get(end).comment.isPresent()
                    && (end == i || !lines.get(end).blankBefore)) {
                end++;
            }
            int last = Math.max(end, i + 1);
            TreeSet<Integer> widths = new TreeSet<>();
            lines.subList(i, last).forEach(line -> widths.add(line.width()));
            for (; i < last; i++) {
                write(lines.get(i), widths, marks, all);
            }
            i--;
        }
        return all.toString();
    }

    private static void write(Line line, TreeSet<Integer> widths, Marks marks, StringBuilder all) {
        if (line.blankBefore) {
            all.append(marks.lineBreak());
        }
        if (!line.text.isEmpty()) {
            all.repeat(' ', line.indent).append(line.text);
        }
        line.comment.ifPresent(comment -> {
            int column = Columns.among(widths, line.width(), FAR) + BLANKS_BEFORE_A_COMMENT;
            all.repeat(' ', column - line.width()).append(comment);
        });
        all.append(marks.lineBreak());
    }
}
