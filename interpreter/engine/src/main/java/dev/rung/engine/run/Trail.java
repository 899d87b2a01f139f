package dev.rung.engine.run;

import dev.rung.model.state.State;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** The statements of the hop under way, or of what is outside of hops, in the order in which they were begun. */
final class Trail {
    private static final Set<String> NOT_STATEMENTS =
            Set.of(RunLog.WAY_BACK, RunLog.SETTLING, RunLog.LANDING, RunLog.ABANDONING);

    private final SequencedMap<String, State> begun = new LinkedHashMap<>();
    private String whyItEnds = "nothing has been carried out yet";

    /** @param before what was believed right before the statement */
    record Begun(String step, State before) {}

    void began(String step, Optional<State> before) {
        if (!NOT_STATEMENTS.contains(step)) {
            before.ifPresent(state -> begun.putIfAbsent(step, state));
        }
    }

    /** What was begun until now cannot be taken back for itself any more. @param why of the next one */
    void ends(String why) {
        begun.clear();
        whyItEnds = why;
    }

    void takenBack(String step) {
        begun.remove(step);
    }

    Optional<Begun> last() {
        return Optional.ofNullable(begun.lastEntry()).map(last -> new Begun(last.getKey(), last.getValue()));
    }

    Optional<State> before(String step) {
        return Optional.ofNullable(begun.get(step));
    }

    /** Why there is no last one. */
    String whyItEnds() {
        return whyItEnds;
    }
}
