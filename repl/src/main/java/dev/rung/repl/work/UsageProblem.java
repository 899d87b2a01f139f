package dev.rung.repl.work;

/** A person asked for something that cannot be asked for in this way. Ends with exit code 2 and changes nothing. */
public final class UsageProblem extends Exception {
    private static final long serialVersionUID = 1L;

    private final String help;

    /**
     * @param words what is wrong: lower case, no full stop, code in backticks
     * @param help what to do instead, or empty
     */
    public UsageProblem(String words, String help) {
        super(words);
        this.help = help;
    }

    public String help() {
        return help;
    }
}
