package dev.rung.language.format;

/** How wide a text is, in code points. */
final class Width {
    /** What a line holds. */
    static final int OF_A_LINE = 120;

    private Width() {}

    static int of(String text) {
        return text.codePointCount(0, text.length());
    }

    static boolean hasLines(String text) {
        return text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
    }

    static int ofFirstLine(String text) {
        int end = 0;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return text.codePointCount(0, end);
    }

    static int ofLastLine(String text) {
        return of(text.substring(Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1));
    }
}
