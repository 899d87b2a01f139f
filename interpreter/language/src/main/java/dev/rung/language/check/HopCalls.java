package dev.rung.language.check;

/** Calls that are decided when the plan is made: they ask the hop, not the world. */
public final class HopCalls {
    /** {@code crosses(2.38)}: current < 2.38 <= next. */
    public static final String CROSSES = "crosses";

    private HopCalls() {}
}
