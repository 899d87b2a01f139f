package dev.rung.engine.run;

import dev.rung.engine.journal.Entry;
import dev.rung.model.state.State;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** The hops of a run as its journal tells them, in the order in which they began. */
final class SequencedHops {
    private final SequencedMap<String, Entry.HopBegan> begun = new LinkedHashMap<>();
    private final Map<String, State> landings = new LinkedHashMap<>();

    void began(Entry.HopBegan hop) {
        begun.putLast(hop.hop(), hop);
    }

    void landed(Entry.HopLanded hop) {
        landings.put(hop.hop(), hop.state());
    }

    Optional<Entry.HopBegan> begun(String hop) {
        return Optional.ofNullable(begun.get(hop));
    }

    Optional<State> landing(String hop) {
        return Optional.ofNullable(landings.get(hop));
    }

    /** The hop that has begun and not landed. */
    Optional<Entry.HopBegan> underWay() {
        return begun.isEmpty() || landings.containsKey(begun.lastEntry().getKey())
                ? Optional.empty()
                : Optional.of(begun.lastEntry().getValue());
    }

    Optional<Entry.HopBegan> first() {
        return begun.isEmpty()
                ? Optional.empty()
                : Optional.of(begun.firstEntry().getValue());
    }

    boolean isEmpty() {
        return begun.isEmpty();
    }
}
