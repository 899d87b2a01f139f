package dev.rung.engine.history;

/** The history could not be opened, read or written. What it holds is in the journals all the same. */
public final class HistoryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final String help;

    /** Why a history is of no use now. */
    public enum Kind {
        /** Another process has it open. */
        IN_USE,
        /** Its file is damaged, or was made by something else than this Rung: a rebuild sets it aside. */
        UNUSABLE,
        /** The disk, the rights or the connection do not let it be read or written. */
        OUT_OF_REACH
    }

    HistoryException(Kind kind, String words, String help, Throwable cause) {
        super(words, cause);
        this.kind = kind;
        this.help = help;
    }

    public Kind kind() {
        return kind;
    }

    /** What a person can do about it. */
    public String help() {
        return help;
    }
}
