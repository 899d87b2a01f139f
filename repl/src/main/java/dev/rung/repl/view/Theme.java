package dev.rung.repl.view;

/**
 * Every colour that Rung shows, by what it means and never by how it looks.
 *
 * @param colour whether there is a terminal that wants colours
 */
public record Theme(boolean colour) {
    private static final String RESET = "\u001b[0m";

    /** What a piece of output is. */
    public enum Role {
        ERROR("1;31"),
        WARNING("1;33"),
        NOTE("1;36"),
        HELP("1;32"),
        GUTTER("34"),
        LABEL("36"),
        TITLE("1"),
        QUIET("2"),
        GOOD("32"),
        BAD("31"),
        CODE("36");

        private final String codes;

        Role(String codes) {
            this.codes = codes;
        }
    }

    public String paint(Role role, String text) {
        return colour && !text.isEmpty() ? "\u001b[" + role.codes + "m" + text + RESET : text;
    }
}
