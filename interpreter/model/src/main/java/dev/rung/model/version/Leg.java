package dev.rung.model.version;

import java.util.List;

/**
 * One hop of a path.
 *
 * @param why the rule behind it, in words, without a full stop
 * @param requires what the release gone to asks of the system
 * @param accepted the names of what would have been refused about it
 */
public record Leg(Version from, Release to, String why, List<Requirement> requires, List<String> accepted) {
    public Leg {
        requires = List.copyOf(requires);
        accepted = List.copyOf(accepted);
    }

    /** The rule behind it, with what was accepted. */
    public String reason() {
        return accepted.isEmpty() ? why : why + "; accepted: " + String.join(", ", accepted);
    }

    @Override
    public String toString() {
        return from + " → " + to;
    }
}
