package dev.rung.driver.config;

/** Line ends as a file has them. */
public final class Lines {
    private Lines() {}

    /** That of Windows where there is one, since a value may have others in it; that of Unix where there is none. */
    public static String end(String text) {
        return text.contains("\r\n") ? "\r\n" : text.contains("\n") || !text.contains("\r") ? "\n" : "\r";
    }

    public static boolean endsLine(String text) {
        return text.isEmpty() || text.endsWith("\n") || text.endsWith("\r");
    }

    /** Behind the line end at or behind a position; the end of the text where there is none. */
    public static int next(String text, int position) {
        int at = position;
        while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
        return at == text.length() ? at : at + (text.startsWith("\r\n", at) ? 2 : 1);
    }

    /** Where the line of a position begins. */
    public static int start(String text, int position) {
        int at = position;
        while (at > 0 && text.charAt(at - 1) != '\n' && text.charAt(at - 1) != '\r') {
            at--;
        }
        return at;
    }

    /** A text with one line more at its end; whether its last line has an end stays so. */
    public static String appended(String text, String line) {
        String end = end(text);
        return text.isEmpty() || endsLine(text) ? text + line + end : text + end + line;
    }

    /** A text without these lines; whether its last line has an end stays so. */
    public static String without(String text, int from, int to) {
        String before = text.substring(0, from);
        boolean last = to == text.length() && !endsLine(text);
        if (last && before.endsWith("\r\n")) {
            before = before.substring(0, before.length() - 2);
        } else if (last && !before.isEmpty()) {
            before = before.substring(0, before.length() - 1);
        }
        return before + text.substring(to);
    }
}
