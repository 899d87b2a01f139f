package dev.rung.repl.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How two texts differ, line by line, in the form that {@code patch} reads. */
public final class Difference {
    private static final int CONTEXT = 3;

    /** Where more lines differ in one stretch, all of it counts as different: to look further costs its square. */
    private static final int FAR = 2_000;

    private final List<String> before;
    private final List<String> after;
    private final List<Line> lines = new ArrayList<>();

    /** @param mark a blank, {@code -} or {@code +} @param number how many lines of each text come before it */
    private record Line(char mark, String text, int before, int after) {}

    private Difference(String before, String after) {
        this.before = lines(before);
        this.after = lines(after);
    }

    /** Without the last one, if it is empty: each line with its break. */
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        for (int from = 0; from < text.length(); ) {
            int end = text.indexOf('\n', from);
            int next = end < 0 ? text.length() : end + 1;
            lines.add(text.substring(from, next));
            from = next;
        }
        return lines;
    }

    /** Empty if they are the same. */
    public static String of(String name, String before, String after) {
        Difference difference = new Difference(before, after);
        difference.compare();
        return difference.shown(name);
    }

    private void compare() {
        int start = 0;
        while (start < before.size()
                && start < after.size()
                && before.get(start).equals(after.get(start))) {
            add(' ', start, start);
            start++;
        }
        int end = 0;
        while (end < before.size() - start
                && end < after.size() - start
                && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
            end++;
        }
        middle(start, before.size() - end, after.size() - end);
        for (; end > 0; end--) {
            add(' ', before.size() - end, after.size() - end);
        }
    }

    private void add(char mark, int atBefore, int atAfter) {
        lines.add(new Line(mark, mark == '+' ? after.get(atAfter) : before.get(atBefore), atBefore, atAfter));
    }

    /** The longest lines of what they have in common, by the algorithm of Myers. */
    private void middle(int start, int endBefore, int endAfter) {
        int most = Math.min(FAR, endBefore - start + endAfter - start);
        int[] reach = new int[2 * most + 3];
        List<int[]> steps = new ArrayList<>();
        for (int cost = 0; cost <= most; cost++) {
            steps.add(Arrays.copyOf(reach, reach.length));
            for (int diagonal = -cost; diagonal <= cost; diagonal += 2) {
                int at = diagonal + most + 1;
                boolean down = diagonal == -cost || diagonal != cost && reach[at - 1] < reach[at + 1];
                int x = down ? reach[at + 1] : reach[at - 1] + 1;
                int y = x - diagonal;
                while (x < endBefore - start
                        && y < endAfter - start
                        && before.get(start + x).equals(after.get(start + y))) {
                    x++;
                    y++;
                }
                reach[at] = x;
                if (x >= endBefore - start && y >= endAfter - start) {
                    walk(steps, most, start, endBefore, endAfter);
                    return;
                }
            }
        }
        for (int i = start; i < endBefore; i++) {
            add('-', i, start);
        }
        for (int i = start; i < endAfter; i++) {
            add('+', endBefore, i);
        }
    }

    /** Goes the way that was found backwards. */
    private void walk(List<int[]> steps, int most, int start, int endBefore, int endAfter) {
        List<Line> backwards = new ArrayList<>();
        int x = endBefore - start;
        int y = endAfter - start;
        for (int cost = steps.size() - 1; cost >= 0; cost--) {
            int[] reach = steps.get(cost);
            int diagonal = x - y;
            int at = diagonal + most + 1;
            boolean down = diagonal == -cost || diagonal != cost && reach[at - 1] < reach[at + 1];
            int fromX = cost == 0 ? 0 : down ? reach[at + 1] : reach[at - 1];
            int fromY = cost == 0 ? 0 : fromX - (down ? diagonal + 1 : diagonal - 1);
            while (x > fromX && y > fromY) {
                x--;
                y--;
                backwards.add(new Line(' ', before.get(start + x), start + x, start + y));
            }
            if (x > fromX) {
                x--;
                backwards.add(new Line('-', before.get(start + x), start + x, start + y));
            } else if (y > fromY) {
                y--;
                backwards.add(new Line('+', after.get(start + y), start + x, start + y));
            }
        }
        lines.addAll(backwards.reversed());
    }

    private String shown(String name) {
        StringBuilder shown = new StringBuilder();
        int next = 0;
        while (next < lines.size()) {
            int first = next;
            while (first < lines.size() && lines.get(first).mark() == ' ') {
                first++;
            }
            if (first == lines.size()) {
                break;
            }
            int end = endOfHunk(first);
            shown.append(shown.isEmpty() ? "--- " + name + "\n+++ " + name + "\n" : "");
            hunk(lines.subList(Math.max(next, first - CONTEXT), end), shown);
            next = end;
        }
        return shown.toString();
    }

    private int endOfHunk(int first) {
        int last = first;
        for (int i = first; i < lines.size() && i - last <= 2 * CONTEXT; i++) {
            last = lines.get(i).mark() == ' ' ? last : i;
        }
        return Math.min(lines.size(), last + 1 + CONTEXT);
    }

    private static void hunk(List<Line> hunk, StringBuilder shown) {
        long ofBefore = hunk.stream().filter(line -> line.mark() != '+').count();
        long ofAfter = hunk.stream().filter(line -> line.mark() != '-').count();
        Line first = hunk.getFirst();
        shown.append("@@ -%s +%s @@\n".formatted(range(first.before(), ofBefore), range(first.after(), ofAfter)));
        for (Line line : hunk) {
            shown.append(line.mark()).append(line.text());
            if (!line.text().endsWith("\n")) {
                shown.append("\n\\ No newline at end of file\n");
            }
        }
    }

    private static String range(int before, long count) {
        return (count == 0 ? before : before + 1) + (count == 1 ? "" : "," + count);
    }
}
