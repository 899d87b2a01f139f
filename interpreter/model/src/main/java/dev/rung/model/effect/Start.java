package dev.rung.model.effect;

import dev.rung.model.state.DataForm;
import dev.rung.model.state.Layout;
import dev.rung.model.state.ServiceState;
import dev.rung.model.state.ServiceState.Running;
import dev.rung.model.state.State;
import dev.rung.model.state.Trust;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Takes the mark off and brings a service up; which code starts is for the state to say. */
public record Start(String service) implements Effect {
    @Override
    public List<Unmet> unmet(State state, Layout layout) {
        Layout.Service shape = layout.service(service);
        Layout.CodeGroup group = layout.group(shape.system());
        Needs needs = Needs.of(state, layout).wholeGroup(group);
        return switch (state.startable(group, shape)) {
            case OLD -> {
                Set<String> used = new LinkedHashSet<>(shape.writes());
                used.addAll(shape.migrates());
                needs.dataOld(used);
                yield group.artifacts().isEmpty()
                        ? needs.unmet()
                        : needs.noDeedOn(used).unmet();
            }
            case NEW -> {
                Set<String> open = migrated(state, shape);
                if (group.artifacts().isEmpty()) {
                    needs.nothingLooseMigrates(shape.writes());
                }
                yield needs.cover(open)
                        .noOldCode(open)
                        .noneLeftBehind(open)
                        .noLoss(open)
                        .unmet();
            }
            case UNKNOWN, DOWN -> needs.unmet();
        };
    }

    /** What is already new, and was found so, needs no cover once more. */
    private static Set<String> migrated(State state, Layout.Service shape) {
        Set<String> open = new LinkedHashSet<>(shape.migrates());
        open.removeIf(part -> state.data().get(part) == DataForm.NEW);
        return open;
    }

    @Override
    public State does(State state, Layout layout) {
        Layout.Service shape = layout.service(service);
        Running code = state.startable(layout.group(shape.system()), shape);
        return state.withService(service, new ServiceState(code, false))
                .withTrust(shape.system(), Trust.NONE)
                .afterRunning(layout);
    }

    @Override
    public Set<State> mayLeave(State state, Layout layout) {
        State started = does(state, layout);
        return Effect.eachOf(
                state,
                started,
                started.withService(service, new ServiceState(Running.DOWN, false)),
                started.withService(service, ServiceState.HELD));
    }

    /** New code that is down again may have died in the middle of a migration: nobody knows what a second one does. */
    @Override
    public boolean again(State seen, Layout layout) {
        boolean halfMigrated = layout.service(service).migrates().stream()
                .anyMatch(part -> seen.data().get(part) == DataForm.TOUCHED);
        return seen.service(service).up() || !halfMigrated;
    }

    @Override
    public boolean mutates() {
        return true;
    }

    @Override
    public String words() {
        return "start `" + service + "`";
    }
}
