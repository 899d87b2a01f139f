package dev.rung.model.state;

/** In which form data are, seen from a hop that goes from {@code u} to {@code v}. */
public enum DataForm {
    /** In the form of {@code u}. */
    OLD,
    /** May be migrated, half or whole. */
    TOUCHED,
    /** Migrated; health and version check said so after the last touch. */
    NEW
}
