package dev.rung.model.text;

import java.util.Arrays;

/**
 * Where a text has characters that take two UTF-16 units. Counted once, so that a column far out on a long line costs no more
 * than one at its beginning.
 */
final class Pairs {
    private static final int STRETCH = 256;
    private static final Pairs NONE = new Pairs("", new int[0]);

    private final String text;
    /** How many end before each stretch of the text; empty if there are none at all. */
    private final int[] beforeStretch;

    private Pairs(String text, int[] beforeStretch) {
        this.text = text;
        this.beforeStretch = beforeStretch;
    }

    static Pairs in(String text) {
        if (text.codePointCount(0, text.length()) == text.length()) {
            return NONE;
        }
        int[] before = new int[text.length() / STRETCH + 1];
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            if (i % STRETCH == 0) {
                before[i / STRETCH] = count;
            }
            count += endsAt(text, i) ? 1 : 0;
        }
        Arrays.fill(before, (text.length() + STRETCH - 1) / STRETCH, before.length, count);
        return new Pairs(text, before);
    }

    /** How many end before an offset. */
    int before(int offset) {
        if (beforeStretch.length == 0) {
            return 0;
        }
        int stretch = offset / STRETCH;
        int count = beforeStretch[stretch];
        for (int i = stretch * STRETCH; i < offset; i++) {
            count += endsAt(text, i) ? 1 : 0;
        }
        return count;
    }

    private static boolean endsAt(String text, int index) {
        return index > 0 && Character.isSurrogatePair(text.charAt(index - 1), text.charAt(index));
    }
}
