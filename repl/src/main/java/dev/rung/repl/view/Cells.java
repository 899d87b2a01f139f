package dev.rung.repl.view;

/** How many cells of a terminal a text takes: wide characters two, combining ones none. */
final class Cells {
    private static final int ZERO_WIDTH_JOINER = 0x200d;
    private static final int EMOJI_PRESENTATION = 0xfe0f;

    /** First and last code point of every wide range, ascending (Unicode's East Asian Width W and F). */
    private static final int[] WIDE = {
        0x1100, 0x115f, 0x231a, 0x231b, 0x2329, 0x232a, 0x23e9, 0x23ec, 0x23f0, 0x23f0, 0x23f3, 0x23f3, 0x25fd, 0x25fe,
        0x2614, 0x2615, 0x2648, 0x2653, 0x267f, 0x267f, 0x2693, 0x2693, 0x26a1, 0x26a1, 0x26aa, 0x26ab, 0x26bd, 0x26be,
        0x26c4, 0x26c5, 0x26ce, 0x26ce, 0x26d4, 0x26d4, 0x26ea, 0x26ea, 0x26f2, 0x26f3, 0x26f5, 0x26f5, 0x26fa, 0x26fa,
        0x26fd, 0x26fd, 0x2705, 0x2705, 0x270a, 0x270b, 0x2728, 0x2728, 0x274c, 0x274c, 0x274e, 0x274e, 0x2753, 0x2755,
        0x2757, 0x2757, 0x2795, 0x2797, 0x27b0, 0x27b0, 0x27bf, 0x27bf, 0x2b1b, 0x2b1c, 0x2b50, 0x2b50, 0x2b55, 0x2b55,
        0x2e80, 0x303e, 0x3041, 0x33ff, 0x3400, 0x4dbf, 0x4e00, 0x9fff, 0xa000, 0xa4cf, 0xa960, 0xa97f, 0xac00, 0xd7a3,
        0xf900, 0xfaff, 0xfe30, 0xfe6f, 0xff00, 0xff60, 0xffe0, 0xffe6, 0x16fe0, 0x18cff, 0x1aff0, 0x1b2fb, 0x1f004,
        0x1f004, 0x1f0cf, 0x1f0cf, 0x1f18e, 0x1f18e, 0x1f191, 0x1f19a, 0x1f200, 0x1f320, 0x1f32d, 0x1f335, 0x1f337,
        0x1f37c, 0x1f37e, 0x1f393, 0x1f3a0, 0x1f3ca, 0x1f3cf, 0x1f3d3, 0x1f3e0, 0x1f3f0, 0x1f3f4, 0x1f3f4, 0x1f3f8,
        0x1f43e, 0x1f440, 0x1f440, 0x1f442, 0x1f4fc, 0x1f4ff, 0x1f53d, 0x1f54b, 0x1f54e, 0x1f550, 0x1f567, 0x1f57a,
        0x1f57a, 0x1f595, 0x1f596, 0x1f5a4, 0x1f5a4, 0x1f5fb, 0x1f64f, 0x1f680, 0x1f6c5, 0x1f6cc, 0x1f6cc, 0x1f6d0,
        0x1f6d2, 0x1f6d5, 0x1f6d7, 0x1f6dc, 0x1f6df, 0x1f6eb, 0x1f6ec, 0x1f6f4, 0x1f6fc, 0x1f7e0, 0x1f7eb, 0x1f7f0,
        0x1f7f0, 0x1f90c, 0x1f93a, 0x1f93c, 0x1f945, 0x1f947, 0x1f9ff, 0x1fa70, 0x1faff, 0x20000, 0x2fffd, 0x30000,
        0x3fffd
    };

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
        int low = 0;
        int high = WIDE.length / 2 - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (point < WIDE[2 * middle]) {
                high = middle - 1;
            } else if (point > WIDE[2 * middle + 1]) {
                low = middle + 1;
            } else {
                return true;
            }
        }
        return false;
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
