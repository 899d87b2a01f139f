package dev.rung.model.version;

import java.util.List;

/**
 * One hop of a path.
 *
 * @param why the rule behind it, in words, without a full stop
 * @param requires what the release gone to asks of the system
 */
public record Leg(Version from, Release to, String why, List<Requirement> requires) {
    public Leg {
        requires = List.copyOf(requires);
    }

    @Override
    public String toString() {
        return from + " → " + to;
    }
}
