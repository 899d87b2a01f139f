package dev.rung.model.effect;

import dev.rung.model.state.Layout;
import dev.rung.model.state.State;
import java.util.List;
import java.util.Set;

/**
 * Tells the outside world something that nobody can take back: a mail, a report to an authority, an order. It begins a point
 * of no return, so it comes last, or stands behind one that the runbook has named.
 *
 * @param title as a plan says it
 * @param last whether nothing follows it within its hop, or behind the last hop within the run
 */
public record Send(String title, Request request, boolean last) implements Effect {
    /** What a person answers to who knows that it has arrived. @param step the id of the statement */
    public static String arrived(String step) {
        return "sent-" + step.substring(step.lastIndexOf('/') + 1);
    }

    /** What a person answers to who wants it to be sent once more. @param step the id of the statement */
    public static String onceMore(String step) {
        return "send-again-" + step.substring(step.lastIndexOf('/') + 1);
    }

    @Override
    public List<Unmet> unmet(State state, Layout layout) {
        Needs needs = Needs.of(state, layout);
        if (state.forward().isPresent()) {
            return needs.unmet();
        }
        return needs.and(last ? OneWay.notDone(state, layout, title) : OneWay.tooEarly(title))
                .unmet();
    }

    @Override
    public State does(State state, Layout layout) {
        return state.beyondReturn("`" + title + "` cannot be taken back");
    }

    /**
     * {@inheritDoc} Whoever takes the run up is asked first whether it was sent: that nobody can see, and twice may be once
     * too often.
     */
    @Override
    public boolean again(State seen, Layout layout) {
        return true;
    }

    @Override
    public Set<State> mayLeave(State state, Layout layout) {
        return Effect.eachOf(state, does(state, layout));
    }

    @Override
    public boolean mutates() {
        return true;
    }

    @Override
    public String words() {
        return "send `" + title + "`";
    }
}
