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
    /** How many had been taken when each hop began. */
    private final Map<String, Integer> before = new LinkedHashMap<>();

    void take(Entry.Noted note) {
        taken.add(note);
    }

    void began(String hop) {
        before.put(hop, taken.size());
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

    /**
     * What held at the start of a hop: the first of each system that was noted in it or, where none was, the last before it.
     *
     * @param hop empty for the start of the run
     */
    Map<String, Map<String, String>> atStartOf(String hop) {
        int behind = before.getOrDefault(hop, 0);
        Map<String, Map<String, String>> then = new LinkedHashMap<>();
        taken.subList(0, behind).forEach(note -> then.put(note.system(), note.invariants()));
        Map<String, Map<String, String>> since = new LinkedHashMap<>();
        taken.subList(behind, taken.size()).forEach(note -> since.putIfAbsent(note.system(), note.invariants()));
        then.putAll(since);
        return then;
    }
}
