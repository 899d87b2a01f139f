package dev.rung.driver.config;

import dev.rung.model.expression.Value;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** How one kind of file says keys and values. It works on the text and moves nothing that it does not change. */
public interface Format {
    /** @param text without a byte order mark; empty for a file that is not there */
    Document read(String text) throws Malformed;

    /** The keys that a text has. */
    interface Keys {
        /** @throws Malformed if the key stands twice, or is no scalar */
        Optional<Found> find(String key) throws Malformed;

        /** What all scalars say, by their keys: what an edit must not change. */
        SortedMap<String, List<String>> all();
    }

    /** A text as it was read. */
    interface Document {
        Keys keys();

        /** The text in which the key has this value. */
        String with(String key, Value value) throws Malformed;

        /** The text without the key, which is there. */
        String without(String key) throws Malformed;
    }

    /**
     * A key that is there.
     *
     * @param from where the bytes of its value begin, as they are spelt
     * @param to where they end
     */
    record Found(String value, int from, int to) {}
}
