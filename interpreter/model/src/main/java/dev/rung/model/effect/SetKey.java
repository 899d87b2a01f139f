package dev.rung.model.effect;

import dev.rung.model.expression.Expression;
import dev.rung.model.state.CodeForm;
import dev.rung.model.state.Layout;
import dev.rung.model.state.ServiceState;
import dev.rung.model.state.State;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Gives one key of a config its value for the new release, or takes it out. What a service is started from is its code: so a
 * key is a part of the code of its system, and goes back with it to what it was.
 *
 * @param value empty if it is taken out
 */
public record SetKey(String config, String key, Optional<Expression> value) implements Effect {
    /** What the key is called among the parts of the code. */
    public String part() {
        return config + " " + key;
    }

    @Override
    public List<Unmet> unmet(State state, Layout layout) {
        return Needs.of(state, layout).startersHeld(layout.groupOf(part())).unmet();
    }

    @Override
    public State does(State state, Layout layout) {
        return state.changedBeside(List.of(part())).withCode(part(), CodeForm.NEW);
    }

    @Override
    public Set<State> mayLeave(State state, Layout layout) {
        State mixed = state.withCode(part(), CodeForm.MIXED).afterRunning(layout);
        return Effect.eachOf(state, does(state, layout), mixed);
    }

    /** As with all code: what something may have come up with is not gone over. */
    @Override
    public boolean again(State seen, Layout layout) {
        return seen.code().get(part()) != CodeForm.MIXED
                || layout.servicesOf(layout.groupOf(part()).system()).stream()
                        .map(service -> seen.service(service.name()))
                        .allMatch(ServiceState::isHeld);
    }

    @Override
    public boolean mutates() {
        return true;
    }

    @Override
    public String words() {
        return value.isPresent() ? "set `" + part() + "`" : "unset `" + part() + "`";
    }
}
