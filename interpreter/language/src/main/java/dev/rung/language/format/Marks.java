package dev.rung.language.format;

/** What of a file is no word and stays all the same. @param start a byte order mark, or empty @param lineBreak its first */
record Marks(String start, String lineBreak) {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    static Marks of(String text) {
        int line = 0;
        while (line < text.length() && text.charAt(line) != '\n' && text.charAt(line) != '\r') {
            line++;
        }
        String lineBreak = line == text.length() || text.charAt(line) == '\n'
                ? "\n"
                : text.startsWith("\r\n", line) ? "\r\n" : "\r";
        return new Marks(text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "", lineBreak);
    }
}
