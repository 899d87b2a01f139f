package dev.rung.repl.view;

import dev.rung.model.diagnostic.Label;
import dev.rung.model.text.Location;
import dev.rung.model.text.SourceFile;
import dev.rung.repl.view.Theme.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** The lines of one file that a finding speaks of, with marks under them. */
final class Excerpt {
    private static final int LINES_BEFORE = 2;
    private static final String TAB = "    ";

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
            lines.add(source(line, gutter));
            marks.stream()
                    .filter(mark -> mark.line() == line)
                    .sorted(Comparator.comparing((Mark mark) -> mark.sign() == '^' ? 0 : 1))
                    .forEach(mark -> lines.add(blank + paint(Role.GUTTER, "|") + " " + underline(mark)));
            before = line;
        }
        return lines;
    }

    /** The marked lines, those between two marks that are close, and some before the main one. */
    private TreeSet<Integer> shown() {
        TreeSet<Integer> shown = new TreeSet<>();
        marks.forEach(mark -> shown.add(mark.line()));
        if (isMain) {
            int line = first.start().line();
            int from = Math.max(1, line - LINES_BEFORE);
            while (from < line && first.file().line(from).isBlank()) {
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

    private String source(int line, int gutter) {
        String number = String.format("%" + gutter + "d", line);
        String text = drawn(first.file().line(line)).stripTrailing();
        return paint(Role.GUTTER, number + " |") + (text.isEmpty() ? "" : " " + text);
    }

    private String underline(Mark mark) {
        SourceFile file = mark.at().file();
        String line = file.line(mark.line());
        int lineStart = file.lineStart(mark.line());
        int from = Math.min(mark.at().span().start() - lineStart, line.length());
        int to = Math.min(mark.at().span().end() - lineStart, line.length());
        int indent = Cells.of(drawn(line.substring(0, from)));
        int width = Math.max(1, Cells.of(drawn(line.substring(0, Math.max(from, to)))) - indent);
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
