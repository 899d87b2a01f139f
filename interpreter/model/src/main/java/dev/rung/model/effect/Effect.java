package dev.rung.model.effect;

import dev.rung.model.state.Layout;
import dev.rung.model.state.State;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the engine can do to the world: the closed vocabulary that front end and back end share. Lowering makes effects,
 * the proof reasons about them, the journal writes them down, drivers carry them out.
 *
 * <p>Each says what it needs to begin, what it does when it succeeds, and what it may leave when it fails or is cut
 * anywhere: by an error, by the death of the interpreter or by that of the machine. Which of these it left is for the
 * driver to look. "Once more" is harmless from whatever an effect may leave, unless {@link #again} says otherwise.
 */
public sealed interface Effect
        permits Acknowledge,
                Ask,
                BackUp,
                Call,
                ChangeOver,
                Check,
                Download,
                Import,
                NoReturn,
                NoteInvariants,
                Notify,
                PutBack,
                ReleaseHold,
                Remember,
                Restore,
                Revert,
                Run,
                Send,
                SetKey,
                Settle,
                Sql,
                Stage,
                Start,
                Stop,
                Tell,
                Undo,
                Wait {
    /** What stands in the way of beginning; empty if nothing does. */
    default List<Unmet> unmet(State state, Layout layout) {
        return Needs.of(state, layout).unmet();
    }

    /** The state after success. */
    default State does(State state, Layout layout) {
        return state;
    }

    /** Every state in which a failure or a cut may leave the parts, the one before and the one after among them. */
    default Set<State> mayLeave(State state, Layout layout) {
        return eachOf(state, does(state, layout));
    }

    /**
     * Whether carrying it out once more does no harm, after it was cut in its middle.
     *
     * @param seen what the cut has left
     */
    default boolean again(State seen, Layout layout) {
        return true;
    }

    /** Whether it may leave any part in another state than before: then the intention is journaled ahead of it. */
    default boolean mutates() {
        return false;
    }

    /** In the words of a plan: a verb and what it acts on. */
    String words();

    /** These states, each once, in this order. */
    static Set<State> eachOf(State... states) {
        return new LinkedHashSet<>(List.of(states).stream().distinct().toList());
    }
}
