package dev.rung.repl.work;

/** The exit codes that no ending of a run carries by itself; those are in {@code Ending}. */
public final class ExitCode {
    public static final int DONE = 0;
    public static final int FINDINGS = 1;
    public static final int USAGE = 2;
    /** The runbook is not valid, or no plan can be made of it. */
    public static final int INVALID = 3;
    /** Refused by a guard or a person; nothing was changed. */
    public static final int REFUSED = 4;

    public static final int BUG = 70;
    /** Left at a person's second interrupt, as shells count signals. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}
}
