package dev.rung.engine.driver;

import java.time.Duration;

/** Whatever is on or off. */
public non-sealed interface Service extends Part {
    Look look() throws Trouble;

    /** Brings it down and sees to it that nothing brings it up by itself. Once more is harmless. */
    void hold(Duration within) throws Trouble;

    /** Takes the mark off, brings it up, and returns when it runs; whether it is well is not asked here. Once more is harmless. */
    void start(Duration within) throws Trouble;

    /** Takes the mark off and nothing else. */
    void release() throws Trouble;

    /**
     * What it has written to its log since its last start, the newest megabyte at most. Of one that was started by somebody
     * else nobody knows where that begins: all there is.
     */
    String log() throws Trouble;

    /**
     * @param up whether it runs
     * @param held whether the mark is on it
     * @param detail for people: {@code process 4711 since 22:14:03}
     */
    record Look(boolean up, boolean held, String detail) {}
}
