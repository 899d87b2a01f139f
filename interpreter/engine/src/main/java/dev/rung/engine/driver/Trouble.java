package dev.rung.engine.driver;

/**
 * The world did not do what it was asked: a file is missing, a disk is full, a program failed. Never a bug of ours, so it
 * carries words for a sysadmin and is told without a stack trace.
 */
public class Trouble extends Exception {
    private static final long serialVersionUID = 1L;

    private final String help;

    /** @param words what was asked and what came back: a sentence without a full stop */
    public Trouble(String words) {
        this(words, "");
    }

    /** @param help what a person can do about it, or empty */
    public Trouble(String words, String help) {
        this(words, help, null);
    }

    public Trouble(String words, String help, Throwable cause) {
        super(words, cause);
        this.help = help;
    }

    public String words() {
        return getMessage();
    }

    public String help() {
        return help;
    }
}
