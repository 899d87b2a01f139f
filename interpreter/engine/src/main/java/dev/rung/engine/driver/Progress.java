package dev.rung.engine.driver;

/** Hears how far something long has come. */
@FunctionalInterface
public interface Progress {
    Progress NONE = (what, done, total) -> {};

    /**
     * @param done in bytes
     * @param total in bytes; negative if nobody knows
     */
    void at(String what, long done, long total);
}
