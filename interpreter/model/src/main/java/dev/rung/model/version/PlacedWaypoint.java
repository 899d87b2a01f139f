package dev.rung.model.version;

/** A waypoint of a system. @param isSure whether it is known to be one of this system */
record PlacedWaypoint(Waypoint waypoint, boolean isSure) {
    /** Why one stops there, for people. */
    String words() {
        String reason = waypoint.why().isEmpty() ? "" : ": " + waypoint.why();
        String note = waypoint.when()
                .filter(condition -> !isSure)
                .map(condition -> " (whether `" + condition + "` is not known, and counts as yes)")
                .orElse("");
        return "`" + waypoint + "`" + reason + note;
    }
}
