package dev.rung.language.syntax;

import dev.rung.language.syntax.ExpressionNode.Piece;
import dev.rung.language.syntax.TextBuilder.Part;
import java.util.ArrayList;
import java.util.List;

/** Takes the common indentation off a text over several lines, with the line break behind its opener and before its closer. */
final class Indentation {
    private Indentation() {}

    static List<Part> removed(List<Part> parts) {
        List<Part> lines = withUnixBreaks(parts);
        int common = common(lines);
        List<Part> result = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Part part = lines.get(i);
            if (part.layout() && part.piece() instanceof Piece.Fixed(String text)) {
                String kept = cut(text, common);
                if (i == 0 && text.startsWith("\n")) {
                    kept = kept.substring(1);
                }
                result.add(new Part(new Piece.Fixed(i == lines.size() - 1 ? withoutLastLine(kept) : kept), true));
            } else {
                result.add(part);
            }
        }
        return result;
    }

    /** A part of the lexer may end anywhere; here every run of the author's own text is one part again, with one kind of line break. */
    private static List<Part> withUnixBreaks(List<Part> parts) {
        List<Part> result = new ArrayList<>();
        for (Part part : parts) {
            if (part.layout() && part.piece() instanceof Piece.Fixed(String text)) {
                String more = text.replace("\r\n", "\n").replace('\r', '\n');
                if (!result.isEmpty()
                        && result.getLast().layout()
                        && result.getLast().piece() instanceof Piece.Fixed(String before)) {
                    result.set(result.size() - 1, new Part(new Piece.Fixed(before + more), true));
                } else {
                    result.add(new Part(new Piece.Fixed(more), true));
                }
            } else {
                result.add(part);
            }
        }
        return result;
    }

    private static int common(List<Part> parts) {
        int common = Integer.MAX_VALUE;
        for (int i = 0; i < parts.size(); i++) {
            if (!parts.get(i).layout() || !(parts.get(i).piece() instanceof Piece.Fixed(String text))) {
                continue;
            }
            String[] lines = text.split("\n", -1);
            for (int line = 1; line < lines.length; line++) {
                boolean goesOn = line == lines.length - 1 && i < parts.size() - 1;
                if (goesOn || !lines[line].isBlank()) {
                    common = Math.min(common, indentation(lines[line]));
                }
            }
        }
        return common == Integer.MAX_VALUE ? 0 : common;
    }

    private static int indentation(String line) {
        int width = 0;
        while (width < line.length() && (line.charAt(width) == ' ' || line.charAt(width) == '\t')) {
            width++;
        }
        return width;
    }

    private static String cut(String text, int common) {
        String[] lines = text.split("\n", -1);
        for (int i = 1; i < lines.length; i++) {
            lines[i] = lines[i].substring(Math.min(common, indentation(lines[i])));
        }
        return String.join("\n", lines);
    }

    private static String withoutLastLine(String text) {
        int end = text.lastIndexOf('\n');
        return end >= 0 && text.substring(end).isBlank() ? text.substring(0, end) : text;
    }
}
