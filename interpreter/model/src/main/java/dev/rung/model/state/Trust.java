package dev.rung.model.state;

/** What is known of a system since something last started or changed its data. */
public enum Trust {
    NONE,
    /** Its {@code healthy} has held since. */
    HEALTHY,
    /** Healthy, and {@code installed} answered the version that it should have: the migration is complete. */
    PROVEN
}
