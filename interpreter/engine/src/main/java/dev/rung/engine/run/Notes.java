package dev.rung.engine.run;

import dev.rung.engine.journal.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a run has noted of invariants, in the order of its journal: forward the last counts, on a way back the one of its goal. */
final class Notes {
    private final List<Entry.Noted> taken = new ArrayList<>();
    /** How many had been taken when each hop began, and when it had landed. */
    private final Map<String, Integer> began = new LinkedHashMap<>();

    private final Map<String, Integer> landed = new LinkedHashMap<>();

    void take(Entry.Noted note) {
        taken.add(note);
    }

    void began(String hop) {
        began.put(hop, taken.size());
    }

    void landed(String hop) {
        landed.put(hop, taken.size());
    }

    /** The last of each system. */
    Map<String, Map<String, String>> latest() {
        Map<String, Map<String, String>> latest = new LinkedHashMap<>();
        taken.forEach(note -> latest.put(note.system(), note.invariants()));
        return latest;
    }

    Optional<Map<String, String>> latest(String system) {
        return Optional.ofNullable(latest().get(system));
    }

    /** What held at the start of a hop. */
    Map<String, Map<String, String>> atStartOf(String hop) {
        return since(began.getOrDefault(hop, 0));
    }

    /** What held after a hop, where a run went on outside of hops. */
    Map<String, Map<String, String>> afterLandingOf(String hop) {
        return since(landed.getOrDefault(hop, 0));
    }

    /** What held at the start of the run. */
    Map<String, Map<String, String>> atStart() {
        return since(0);
    }

    /** Of each system the first that was noted behind so many or, where none was, the last before. */
    private Map<String, Map<String, String>> since(int many) {
        Map<String, Map<String, String>> then = new LinkedHashMap<>();
        taken.subList(0, many).forEach(note -> then.put(note.system(), note.invariants()));
        Map<String, Map<String, String>> first = new LinkedHashMap<>();
        taken.subList(many, taken.size()).forEach(note -> first.putIfAbsent(note.system(), note.invariants()));
        then.putAll(first);
        return then;
    }
}
