package dev.rung.engine.run;

import dev.rung.engine.journal.Entry;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What failed or was left out although the runbook has it, in the order of the journal. */
final class Waivers {
    private final Map<String, String> words = new LinkedHashMap<>();
    private final Set<String> skipped = new LinkedHashSet<>();

    void passedOver(Entry.Waived waived) {
        words.put(waived.step(), waived.words());
    }

    void skipped(Entry.Skipped is) {
        skipped.add(is.step());
        words.put(is.step(), "skipped by " + is.by() + ": " + is.reason());
    }

    /** It is ahead again. */
    void takenBack(String step) {
        words.remove(step);
        skipped.remove(step);
    }

    /** Each in a line, with its statement in front. */
    List<String> words() {
        return words.entrySet().stream()
                .map(waiver -> waiver.getKey() + ": " + waiver.getValue())
                .toList();
    }

    /** The statements that a person has left out. */
    Set<String> skipped() {
        return Set.copyOf(skipped);
    }
}
