package dev.rung.repl.view;

/**
 * The few signs beyond letters that Rung draws. Which set is used is decided by what the output's encoding can carry,
 * so that a cron job under {@code LC_ALL=C} gets no question marks.
 */
public enum Glyphs {
    UNICODE("→", "✔", "✘", "▸", "·", "…", "›", "—"),
    ASCII("->", "ok", "failed", ">", "-", "...", ">", "-");

    private final String arrow;
    private final String done;
    private final String failed;
    private final String next;
    private final String dot;
    private final String ellipsis;
    private final String prompt;
    private final String dash;

    Glyphs(
            String arrow,
            String done,
            String failed,
            String next,
            String dot,
            String ellipsis,
            String prompt,
            String dash) {
        this.arrow = arrow;
        this.done = done;
        this.failed = failed;
        this.next = next;
        this.dot = dot;
        this.ellipsis = ellipsis;
        this.prompt = prompt;
        this.dash = dash;
    }

    public String arrow() {
        return arrow;
    }

    public String done() {
        return done;
    }

    public String failed() {
        return failed;
    }

    public String next() {
        return next;
    }

    public String dot() {
        return dot;
    }

    public String ellipsis() {
        return ellipsis;
    }

    public String prompt() {
        return prompt;
    }

    /**
     * A text that came from elsewhere, made fit to be shown: nothing in it steers the terminal, and what the output
     * cannot carry is named by its number ({@code <U+00E9>}).
     */
    public String fit(String text) {
        if (text.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
            return text;
        }
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(point -> append(shown, point));
        return shown.toString();
    }

    private void append(StringBuilder shown, int point) {
        String own = this == ASCII ? ownSign(point) : "";
        if (!own.isEmpty()) {
            shown.append(own);
        } else if (point == '\n' || point == '\t' || !steers(point) && (point < 0x7f || this == UNICODE)) {
            shown.appendCodePoint(point);
        } else {
            shown.append(String.format("<U+%04X>", point));
        }
    }

    /** Our own messages use these signs too. */
    private static String ownSign(int point) {
        return switch (point) {
            case '→' -> ASCII.arrow;
            case '✔' -> ASCII.done;
            case '✘' -> ASCII.failed;
            case '▸' -> ASCII.next;
            case '·' -> ASCII.dot;
            case '…' -> ASCII.ellipsis;
            case '›' -> ASCII.prompt;
            case '—', '–' -> ASCII.dash;
            default -> "";
        };
    }

    private static boolean steers(int point) {
        boolean control = point < ' ' || point >= 0x7f && point < 0xa0;
        boolean turnsDirection = point >= 0x202a && point <= 0x202e || point >= 0x2066 && point <= 0x2069;
        return control || turnsDirection;
    }
}
