package dev.rung.language.lower;

import java.util.HashMap;
import java.util.Map;

/** Tells choices and repetitions of one body from others that are written like them; the further ones are numbered. */
final class Ids {
    private final Map<String, Integer> given = new HashMap<>();

    String unique(String id) {
        int times = given.merge(id, 1, Integer::sum);
        return times == 1 ? id : id + "-" + times;
    }
}
