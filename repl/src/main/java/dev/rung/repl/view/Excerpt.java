package dev.rung.repl.view;

import dev.rung.model.diagnostic.Label;
import dev.rung.model.text.Location;
import dev.rung.model.text.SourceFile;
import dev.rung.repl.view.Theme.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The lines of one file that a finding speaks of, with marks under them. */
final class Excerpt {
    private static final int LINES_BEFORE = 2;
    private static final String TAB = "    ";

    /** What is shown of a line: a text of a million letters on one line is not shown a million times. */
    private static final int LONGEST = 200;

    /** How much of a longer line is shown in front of what is marked. */
    private static final int BEFORE_MARK = 60;

    private final Location first;
    private final boolean isMain;
    private final Console.Drawing drawing;
    private final List<Mark> marks = new ArrayList<>();

    private record Mark(Location at, String text, char sign, Role role) {
        int line() {
            return at.start().line();
        }
    }

    /** Of the file that the finding is about. */
    Excerpt(Location main, String label, Role role, Console.Drawing drawing) {
        this.first = main;
        this.isMain = true;
        this.drawing = drawing;
        marks.add(new Mark(main, label, '^', role));
    }

    /** Of a further file. */
    Excerpt(Location first, Console.Drawing drawing) {
        this.first = first;
        this.isMain = false;
        this.drawing = drawing;
    }

    void add(Label label) {
        marks.add(new Mark(label.at(), label.text(), '-', Role.LABEL));
    }

    /** How many cells the largest number of a line takes. */
    int gutter() {
        return Integer.toString(marks.stream().mapToInt(Mark::line).max().orElse(1))
                .length();
    }

    List<String> lines(int gutter) {
        List<String> lines = new ArrayList<>();
        String blank = " ".repeat(gutter + 1);
        String pointer = isMain ? "--> " : "::: ";
        lines.add(" ".repeat(gutter)
                + paint(Role.GUTTER, pointer)
                + drawing.glyphs().fit(first.toString()));
        lines.add(blank + paint(Role.GUTTER, "|"));
        int before = 0;
        for (int line : shown()) {
            if (before != 0 && line > before + 1) {
                lines.add(paint(Role.GUTTER, "..."));
            }
            List<Mark> marked = marks.stream()
                    .filter(mark -> mark.line() == line)
                    .sorted(Excerpt::mainFirst)
                    .toList();
            Window shown = new Window(line, 0);
            if (shown.isWhole() || marked.isEmpty()) {
                lines.add(source(shown, gutter));
            }
            for (Mark mark : marked) {
                if (!shown.isWhole()) {
                    shown = new Window(line, mark.at().span().start() - BEFORE_MARK);
                    lines.add(source(shown, gutter));
                }
                lines.add(blank + paint(Role.GUTTER, "|") + " " + underline(mark, shown));
            }
            before = line;
        }
        return lines;
    }

    private static int mainFirst(Mark one, Mark other) {
        return Boolean.compare(other.sign() == '^', one.sign() == '^');
    }

    /** As much of a line as is shown. */
    private final class Window {
        private final int line;
        private final int from;
        private final int to;
        private final boolean cutBefore;
        private final boolean cutBehind;

        /** @param from the offset that it begins with at the earliest */
        private Window(int line, int from) {
            SourceFile file = first.file();
            int start = file.lineStart(line);
            int end = file.lineEnd(line);
            this.line = line;
            this.from = inOnePiece(Math.max(start, Math.min(from, end - LONGEST)));
            this.to = inOnePiece(Math.min(end, this.from + LONGEST));
            this.cutBefore = this.from > start;
            this.cutBehind = this.to < end;
        }

        /** No character of two halves is cut in its middle. */
        private int inOnePiece(int offset) {
            String text = first.file().text();
            boolean between = offset > 0
                    && offset < text.length()
                    && Character.isSurrogatePair(text.charAt(offset - 1), text.charAt(offset));
            return between ? offset - 1 : offset;
        }

        private boolean isWhole() {
            return !cutBefore && !cutBehind;
        }

        /** Up to an offset. */
        private String text(int end) {
            int last = Math.clamp(end, from, to);
            return (cutBefore ? drawing.glyphs().ellipsis() : "")
                    + drawn(first.file().text().substring(from, last));
        }

        private String text() {
            return text(to).stripTrailing() + (cutBehind ? drawing.glyphs().ellipsis() : "");
        }
    }

    /** The marked lines, those between two marks that are close, and some before the main one. */
    private TreeSet<Integer> shown() {
        TreeSet<Integer> shown = new TreeSet<>();
        marks.forEach(mark -> shown.add(mark.line()));
        if (isMain) {
            int line = first.start().line();
            int from = Math.max(1, line - LINES_BEFORE);
            while (from < line && new Window(from, 0).text().isBlank()) {
                from++;
            }
            for (int i = from; i < line; i++) {
                shown.add(i);
            }
        }
        for (int line : List.copyOf(shown)) {
            if (shown.contains(line + 2)) {
                shown.add(line + 1);
            }
        }
        return shown;
    }

    private String source(Window shown, int gutter) {
        String number = String.format("%" + gutter + "d", shown.line);
        String text = shown.text();
        return paint(Role.GUTTER, number + " |") + (text.isEmpty() ? "" : " " + text);
    }

    private String underline(Mark mark, Window shown) {
        int indent = Cells.of(shown.text(mark.at().span().start()));
        int width = Math.max(1, Cells.of(shown.text(mark.at().span().end())) - indent);
        String signs = Character.toString(mark.sign()).repeat(width);
        String text = mark.text().isEmpty() ? "" : " " + drawing.glyphs().fit(mark.text());
        return " ".repeat(indent) + paint(mark.role(), signs + text);
    }

    private String drawn(String text) {
        return drawing.glyphs().fit(text.replace("\t", TAB));
    }

    private String paint(Role role, String text) {
        return drawing.theme().paint(role, text);
    }
}
