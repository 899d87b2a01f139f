package dev.rung.repl.view;

import java.util.ArrayList;
import java.util.List;

/** Breaks long sentences at blanks. */
final class Wrapped {
    private static final int NARROWEST = 40;

    private Wrapped() {}

    /** @param columns 0 for no limit; anything narrower than 40 counts as 40 */
    static List<String> lines(String text, int columns) {
        if (columns == 0) {
            return text.lines().toList();
        }
        int limit = Math.max(columns, NARROWEST);
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.lines().toList()) {
            wrap(paragraph, limit, lines);
        }
        return lines;
    }

    private static void wrap(String paragraph, int limit, List<String> lines) {
        StringBuilder line = new StringBuilder();
        for (String word : paragraph.split(" ")) {
            boolean fits = line.isEmpty() || Cells.of(line.toString()) + 1 + Cells.of(word) <= limit;
            if (!fits) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
    }

    /** The same with a beginning before the first line, and blanks of its width before the others. */
    static List<String> hanging(String beginning, String text, int columns) {
        int indent = Cells.of(beginning);
        List<String> lines = lines(text, columns == 0 ? 0 : columns - indent);
        List<String> result = new ArrayList<>();
        for (String line : lines) {
            result.add((result.isEmpty() ? beginning : " ".repeat(indent)) + line);
        }
        return result.isEmpty() ? List.of(beginning) : result;
    }
}
