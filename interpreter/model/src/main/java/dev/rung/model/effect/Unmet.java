package dev.rung.model.effect;

import java.util.List;

/**
 * Why an effect must not begin.
 *
 * @param parts the parts that stand in the way
 * @param words one sentence without a full stop, as a sysadmin would say it
 */
public record Unmet(Need need, List<String> parts, String words) {
    public Unmet {
        parts = List.copyOf(parts);
    }

    /** The needs of the effects (one column of the table in the architecture page). */
    public enum Need {
        /** Nothing that somebody began earlier is still working. */
        NOTHING_IN_FLIGHT,
        /** The services that start from this code, or use these data, are down and nothing brings them up. */
        HELD,
        /** Every artifact of the system is of the same release. */
        WHOLE_GROUP,
        /** Data that old code would write are in the old form. */
        DATA_OLD,
        /** A backup that counts covers the data, with all that shares a writer. */
        COVER,
        /** What users have written through the old release is in that backup, or the runbook allows its loss. */
        NO_LOSS,
        /** A deed that is done through a running service says how it is taken back. */
        UNDO,
        /** What is done later is taken back earlier. */
        IN_ORDER,
        /** Old code neither uses these data now nor could come up and do so. */
        NO_OLD_CODE,
        /** The service through which a deed was done is up with the older release. */
        UP_WITH_OLD,
        /** All services of the system that the hop changes are up with new code. */
        UP_WITH_NEW,
        /** A backup lies outside of all that a way back replaces. */
        APART,
        /** What nobody can take back comes last, or behind a point of no return. */
        NO_RETURN
    }
}
