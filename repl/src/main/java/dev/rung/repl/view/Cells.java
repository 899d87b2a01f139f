package dev.rung.repl.view;

import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** How many cells of a terminal a text takes: wide characters two, combining ones none. */
final class Cells {
    private static final int ZERO_WIDTH_JOINER = 0x200d;
    private static final int EMOJI_PRESENTATION = 0xfe0f;

    /** Every wide range, ascending, in hexadecimal code points (Unicode's East Asian Width W and F). */
    private static final String WIDE = """
        1100-115f 231a-231b 2329-232a 23e9-23ec 23f0 23f3 25fd-25fe 2614-2615 2648-2653 267f 2693 26a1
        26aa-26ab 26bd-26be 26c4-26c5 26ce 26d4 26ea 26f2-26f3 26f5 26fa 26fd 2705 270a-270b 2728 274c 274e
        2753-2755 2757 2795-2797 27b0 27bf 2b1b-2b1c 2b50 2b55 2e80-303e 3041-33ff 3400-4dbf 4e00-9fff
        a000-a4cf a960-a97f ac00-d7a3 f900-faff fe30-fe6f ff00-ff60 ffe0-ffe6 16fe0-18cff 1aff0-1b2fb 1f004
        1f0cf 1f18e 1f191-1f19a 1f200-1f320 1f32d-1f335 1f337-1f37c 1f37e-1f393 1f3a0-1f3ca 1f3cf-1f3d3
        1f3e0-1f3f0 1f3f4 1f3f8-1f43e 1f440 1f442-1f4fc 1f4ff-1f53d 1f54b-1f54e 1f550-1f567 1f57a 1f595-1f596
        1f5a4 1f5fb-1f64f 1f680-1f6c5 1f6cc 1f6d0-1f6d2 1f6d5-1f6d7 1f6dc-1f6df 1f6eb-1f6ec 1f6f4-1f6fc
        1f7e0-1f7eb 1f7f0 1f90c-1f93a 1f93c-1f945 1f947-1f9ff 1fa70-1faff 20000-2fffd 30000-3fffd
        """;

    private static final NavigableMap<Integer, Integer> LAST_BY_FIRST = ranges();

    private Cells() {}

    static int of(String text) {
        int cells = 0;
        int before = 0;
        int last = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(last)) {
            int point = text.codePointAt(i);
            boolean joined = last == ZERO_WIDTH_JOINER && before != 0;
            int width = joined ? 0 : of(point);
            if (point == EMOJI_PRESENTATION && last != 0 && of(last) == 1) {
                width = 1;
            }
            cells += width;
            before = last;
            last = point;
        }
        return cells;
    }

    private static int of(int point) {
        if (point < 0x300) {
            return 1;
        }
        int kind = Character.getType(point);
        boolean takesNone = kind == Character.NON_SPACING_MARK
                || kind == Character.ENCLOSING_MARK
                || kind == Character.FORMAT
                || point >= 0x1f3fb && point <= 0x1f3ff;
        return takesNone ? 0 : isWide(point) ? 2 : 1;
    }

    private static boolean isWide(int point) {
        Map.Entry<Integer, Integer> range = LAST_BY_FIRST.floorEntry(point);
        return range != null && point <= range.getValue();
    }

    private static NavigableMap<Integer, Integer> ranges() {
        NavigableMap<Integer, Integer> ranges = new TreeMap<>();
        for (String range : WIDE.split("\\s+")) {
            int dash = range.indexOf('-');
            int first = Integer.parseInt(dash < 0 ? range : range.substring(0, dash), 16);
            ranges.put(first, dash < 0 ? first : Integer.parseInt(range.substring(dash + 1), 16));
        }
        return Collections.unmodifiableNavigableMap(ranges);
    }

    static String padded(String text, int cells) {
        int missing = cells - of(text);
        return missing > 0 ? text + " ".repeat(missing) : text;
    }

    /** The text cut so that it fits into a number of cells. */
    static String cut(String text, int cells, String ellipsis) {
        if (of(text) <= cells) {
            return text;
        }
        int room = Math.max(0, cells - of(ellipsis));
        int end = 0;
        while (end < text.length()) {
            int next = text.offsetByCodePoints(end, 1);
            if (of(text.substring(0, next)) > room) {
                break;
            }
            end = next;
        }
        return text.substring(0, end) + ellipsis;
    }
}
