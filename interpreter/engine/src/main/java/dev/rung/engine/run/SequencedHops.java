package dev.rung.engine.run;

import dev.rung.engine.journal.Entry;
import dev.rung.model.state.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The hops of a run as its journal tells them, in the order in which they began. */
final class SequencedHops {
    private final List<Begun> begun = new ArrayList<>();
    private final Map<String, State> landings = new HashMap<>();

    /**
     * A hop that has begun.
     *
     * @param around what stood around it then: the run, or the hop of an outer ladder
     * @param within that hop; empty if it was the run
     */
    record Begun(Entry.HopBegan entry, State around, Optional<String> within) {
        String id() {
            return entry.hop();
        }
    }

    /** @param around what was believed until then */
    void began(Entry.HopBegan hop, State around) {
        Optional<String> within = underWay().map(Begun::id);
        begun.removeIf(earlier -> earlier.id().equals(hop.hop()));
        begun.add(new Begun(hop, around, within));
    }

    void landed(Entry.HopLanded hop) {
        landings.put(hop.hop(), hop.state());
    }

    /** All that have begun. */
    List<Begun> all() {
        return List.copyOf(begun);
    }

    /** Those that have begun after this one, whatever ladder they are of. */
    List<Begun> after(String hop) {
        List<String> ids = begun.stream().map(Begun::id).toList();
        return List.copyOf(begun.subList(ids.indexOf(hop) + 1, begun.size()));
    }

    Optional<Begun> begun(String hop) {
        return begun.stream().filter(one -> one.id().equals(hop)).findFirst();
    }

    Optional<State> landing(String hop) {
        return Optional.ofNullable(landings.get(hop));
    }

    /** The innermost hop that has begun and not landed. */
    Optional<Begun> underWay() {
        return begun.reversed().stream()
                .filter(one -> !landings.containsKey(one.id()))
                .findFirst();
    }

    Optional<Begun> first() {
        return begun.stream().findFirst();
    }
}
