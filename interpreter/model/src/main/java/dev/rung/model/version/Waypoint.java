package dev.rung.model.version;

import java.util.Optional;

/**
 * What every path that crosses it passes through.
 *
 * @param version a release, or a line for its newest one
 * @param why the publisher's reason, without a full stop; may be empty
 * @param when for which systems it is one; empty for all. Where nobody knows, it is one
 */
public record Waypoint(Version version, String why, Optional<Requirement> when) {
    /** One of all systems. */
    public Waypoint(Version version, String why) {
        this(version, why, Optional.empty());
    }

    /** As a release file writes it, without its reason. */
    @Override
    public String toString() {
        return "waypoint " + version
                + when.map(condition -> " when " + condition).orElse("");
    }
}
