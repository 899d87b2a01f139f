package dev.rung.model.version;

/**
 * What every path that crosses it passes through.
 *
 * @param version a release, or a line for its newest one
 * @param why the publisher's reason, without a full stop; may be empty
 */
public record Waypoint(Version version, String why) {}
