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

    /** A run was left between two changes. */
    public static final int RESUMABLE = 12;
    /** A run was left in the middle of a change. */
    public static final int NEEDS_PERSON = 13;

    public static final int BUG = 70;

    private ExitCode() {}
}
