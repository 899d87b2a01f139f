package dev.rung.model.prove;

import dev.rung.model.effect.Effect;
import dev.rung.model.effect.Unmet;
import dev.rung.model.effect.Unmet.Need;
import dev.rung.model.state.CodeForm;
import dev.rung.model.state.DataForm;
import dev.rung.model.state.Layout;
import dev.rung.model.state.ServiceState;
import dev.rung.model.state.ServiceState.Running;
import dev.rung.model.state.State;
import dev.rung.model.wayback.Origin;
import dev.rung.model.wayback.Route;
import dev.rung.model.wayback.Wayback;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether the way back from a state arrives at the origin, whatever cuts it off on its way: each of its effects may be
 * carried out, may leave anything that it may leave, and is begun anew from there, as the engine does it.
 */
final class Homecoming {
    private final Origin origin;
    private final Layout layout;
    private final Map<State, Optional<Astray>> known = new HashMap<>();
    /** From where the way back, if nothing cuts it off, does not go round in a circle. */
    private final Set<State> straight = new HashSet<>();

    Homecoming(Origin origin) {
        this.origin = origin;
        this.layout = origin.layout();
    }

    /**
     * A state from which the way back does not arrive.
     *
     * @param effect of the way back that cannot be carried out; empty if there is no way back from there
     * @param parts what it is that nothing brings back, if it is that
     * @param why one sentence without a full stop
     */
    record Astray(State state, Optional<Effect> effect, Optional<Need> need, List<String> parts, String why) {
        Astray(State state, Optional<Effect> effect, Optional<Need> need, String why) {
            this(state, effect, need, List.of(), why);
        }
    }

    /** Why the way back from here may not arrive; empty if it always does. */
    Optional<Astray> astray(State from) {
        Optional<Astray> answer = known.get(from);
        if (answer != null) {
            return answer;
        }
        Set<State> reached = new LinkedHashSet<>();
        Optional<Astray> found = explore(from, reached);
        if (found.isEmpty()) {
            reached.forEach(state -> known.put(state, Optional.empty()));
        } else {
            known.put(from, found);
        }
        return found;
    }

    private Optional<Astray> explore(State from, Set<State> reached) {
        Deque<State> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            State state = open.poll();
            Optional<Astray> answer = known.get(state);
            if (answer != null && answer.isPresent()) {
                return answer;
            }
            if (answer != null || !reached.add(state)) {
                continue;
            }
            Optional<Astray> found = stepFrom(state, open);
            if (found.isPresent()) {
                return found;
            }
            found = roundabout(state);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Astray> stepFrom(State state, Deque<State> open) {
        return switch (Wayback.from(state, origin)) {
            case Route.None(List<String> parts, String why) ->
                Optional.of(new Astray(state, Optional.empty(), Optional.of(missing(parts)), parts, why));
            case Route.Forward ignored -> Optional.empty();
            case Route.Back back
            when back.arrived() ->
                difference(state).map(why -> new Astray(state, Optional.empty(), Optional.empty(), why));
            case Route.Back(List<Effect> effects) -> {
                Effect first = effects.getFirst();
                State seen = state.afterRunning(layout);
                List<Unmet> unmet = first.unmet(seen, layout);
                if (!unmet.isEmpty()) {
                    Unmet one = unmet.getFirst();
                    yield Optional.of(new Astray(state, Optional.of(first), Optional.of(one.need()), one.words()));
                }
                open.addAll(Cuts.after(first, seen, layout));
                yield Optional.empty();
            }
        };
    }

    /** Either nothing brings data back, or nothing keeps a service down meanwhile. */
    private Need missing(List<String> parts) {
        return layout.services().stream().anyMatch(service -> parts.contains(service.name())) ? Need.HELD : Need.COVER;
    }

    /** Carried out without any cut, it has to come to an end. */
    private Optional<Astray> roundabout(State from) {
        Set<State> seen = new HashSet<>();
        State state = from;
        while (!straight.contains(state)
                && Wayback.from(state, origin) instanceof Route.Back(List<Effect> effects)
                && !effects.isEmpty()) {
            if (!seen.add(state)) {
                return Optional.of(new Astray(
                        from,
                        Optional.of(effects.getFirst()),
                        Optional.empty(),
                        "the way back would not come to an end"));
            }
            Effect first = effects.getFirst();
            State now = state.afterRunning(layout);
            if (!first.unmet(now, layout).isEmpty()) {
                break;
            }
            state = first.does(now, layout);
        }
        straight.addAll(seen);
        return Optional.empty();
    }

    /** What is not as it was at the origin, although nothing is left to do. */
    Optional<String> difference(State state) {
        for (Map.Entry<String, CodeForm> code : state.code().entrySet()) {
            if (code.getValue() != CodeForm.OLD) {
                return Optional.of("`" + code.getKey() + "` would not be of the former release");
            }
        }
        for (Map.Entry<String, DataForm> data : state.data().entrySet()) {
            if (data.getValue() != DataForm.OLD) {
                return Optional.of("`" + data.getKey() + "` would not be as it was");
            }
        }
        if (!state.deeds().isEmpty()) {
            return Optional.of("`" + state.deeds().getFirst().words() + "` would not be taken back");
        }
        for (Map.Entry<String, ServiceState> service : state.services().entrySet()) {
            ServiceState before = origin.state().service(service.getKey());
            ServiceState is = service.getValue();
            if (before.up() && (is.running() != Running.OLD || is.held()) && !isUnchangedUp(service.getKey(), is)) {
                return Optional.of("`" + service.getKey() + "` ran before, and would not");
            }
            if (!before.up() && is.held() != before.held()) {
                return Optional.of("`" + service.getKey() + "` was not kept down before, and would be");
            }
        }
        return Optional.empty();
    }

    /** Where a hop changes nothing of a system, what runs there is of both releases. */
    private boolean isUnchangedUp(String service, ServiceState is) {
        String system = layout.service(service).system();
        return is.up() && !is.held() && layout.group(system).artifacts().isEmpty();
    }
}
