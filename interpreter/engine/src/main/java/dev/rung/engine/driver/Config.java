package dev.rung.engine.driver;

import dev.rung.model.expression.Value;
import java.util.List;
import java.util.Optional;

/**
 * A file of keys and values that a system is started from. Each key is code and is changed by itself: the rest of the file
 * stays byte for byte as it was. As a whole it is data: it is backed up and restored, a missing file as missing.
 *
 * <p>No message says a value: it may be a secret.
 */
public non-sealed interface Config extends Data {
    boolean isThere() throws Trouble;

    /** The keys whose values stay the same over every hop. */
    List<String> mustKeep();

    /**
     * What a key says.
     *
     * @return empty if there is no such key, or no file
     * @throws Trouble if the file cannot be read as what it is, or the key is no scalar
     */
    Optional<String> value(String key) throws Trouble;

    /** How a key is, so that it is known again and nothing of its value is told. */
    Look look(String key) throws Trouble;

    /**
     * Makes ready to give a key a value, or to take it out. Nothing is changed by that.
     *
     * @param value empty if it is taken out
     */
    Edit edit(String key, Optional<Value> value) throws Trouble;

    /**
     * Gives a key the bytes back that it had when it looked like this and was edited, or takes it out again. Once more is
     * harmless.
     */
    void putBack(String key, Look look) throws Trouble;

    /**
     * A keyed hash of a key's value and one of the bytes that say it; the file's own folder has the key to them.
     *
     * @param value equal for equal values
     * @param bytes equal for the same value in the same spelling
     */
    record Look(String value, String bytes) {
        private static final String NOT_THERE = "absent";

        public static final Look ABSENT = new Look(NOT_THERE, NOT_THERE);

        /** In one word, for a journal. */
        public String written() {
            return value + ":" + bytes;
        }

        /** What {@link #written} gave. */
        public static Look of(String written) {
            int colon = written.indexOf(':');
            return new Look(written.substring(0, Math.max(0, colon)), written.substring(colon + 1));
        }
    }

    /** One change of one key, made ready. */
    interface Edit {
        /** How the key will be. */
        Look look();

        /** Beside, made durable, renamed; the former bytes are kept. Once more is harmless. */
        void carryOut() throws Trouble;
    }
}
