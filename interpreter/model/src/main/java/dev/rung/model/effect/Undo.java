package dev.rung.model.effect;

import dev.rung.model.effect.Unmet.Need;
import dev.rung.model.state.CodeForm;
import dev.rung.model.state.DataForm;
import dev.rung.model.state.Deed;
import dev.rung.model.state.Layout;
import dev.rung.model.state.ServiceState.Running;
import dev.rung.model.state.State;
import dev.rung.model.text.Lists;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes a deed back, in the way that its author has written down. Begun again it does no harm, which is the author's word
 * as well.
 *
 * @param deed the id of the statement that did it
 * @param title what it did
 */
public record Undo(String deed, String title) implements Effect {
    @Override
    public List<Unmet> unmet(State state, Layout layout) {
        Needs needs = Needs.of(state, layout);
        Optional<Deed> standing = state.deed(deed);
        if (standing.isEmpty()) {
            return needs.unmet();
        }
        Deed done = standing.get();
        return switch (done.moment()) {
            case HELD -> {
                List<Unmet> unmet = new ArrayList<>(needs.usersHeld(done.data()).unmet());
                migrated(state, done).ifPresent(unmet::add);
                yield unmet;
            }
            case THROUGH_SERVICE -> {
                List<Unmet> unmet = new ArrayList<>(needs.unmet());
                if (!isUpWithOld(state, layout, done)) {
                    String words = "`" + title + "` was done through the old release, which has to run to take it back";
                    unmet.add(new Unmet(Need.UP_WITH_OLD, List.copyOf(done.data()), words));
                }
                yield unmet;
            }
            case WITH_CODE -> needs.heldWherePossible(done.data(), done.code()).unmet();
        };
    }

    private Optional<Unmet> migrated(State state, Deed done) {
        List<String> other = done.data().stream()
                .filter(part -> state.data().get(part) != DataForm.OLD)
                .sorted()
                .toList();
        return other.isEmpty()
                ? Optional.empty()
                : Optional.of(new Unmet(
                        Need.DATA_OLD,
                        other,
                        "something has changed " + Lists.quoted(other) + " since `" + title
                                + "`, so that it cannot be taken back"));
    }

    private static boolean isUpWithOld(State state, Layout layout, Deed done) {
        List<Running> up = layout.usersOf(done.data()).stream()
                .map(service -> state.service(service.name()).running())
                .filter(running -> running != Running.DOWN)
                .distinct()
                .toList();
        return up.equals(List.of(Running.OLD));
    }

    @Override
    public State does(State state, Layout layout) {
        return state.deed(deed).map(done -> Changes.undone(done, state, layout)).orElse(state);
    }

    @Override
    public Set<State> mayLeave(State state, Layout layout) {
        Optional<Deed> withCode = state.deed(deed)
                .filter(done ->
                        done.moment() == Deed.Moment.WITH_CODE && !done.code().isEmpty());
        return withCode.map(done -> half(done, state))
                .map(half -> Effect.eachOf(state, does(state, layout), half, half.withInFlight(words())))
                .orElseGet(() -> Effect.eachOf(state, does(state, layout), state.withInFlight(words())));
    }

    /** One artifact is back, another not; and whatever newer code has made of the data meanwhile was worked on as well. */
    private static State half(Deed done, State state) {
        State half = state.withData(state.data().keySet(), form -> form == DataForm.NEW ? DataForm.TOUCHED : form);
        for (String artifact : done.code()) {
            half = half.withCode(artifact, CodeForm.MIXED);
        }
        return half;
    }

    @Override
    public boolean mutates() {
        return true;
    }

    @Override
    public String words() {
        return "take back: " + title;
    }
}
