package dev.rung.model.effect;

import dev.rung.model.state.CodeForm;
import dev.rung.model.state.Layout;
import dev.rung.model.state.ServiceState;
import dev.rung.model.state.ServiceState.Running;
import dev.rung.model.state.State;
import dev.rung.model.state.Trust;
import dev.rung.model.version.Version;
import java.util.List;
import java.util.Set;

/**
 * Puts the staged release in the artifact's place, the former one aside. Under a running service only where the driver
 * says that it can; the service then counts as restarted with the new release right there.
 */
public record ChangeOver(String artifact, Version version) implements Effect {
    @Override
    public List<Unmet> unmet(State state, Layout layout) {
        Layout.CodeGroup group = layout.groupOf(artifact);
        Needs needs = Needs.of(state, layout);
        return group.changesUnderRunning()
                ? needs.wholeChange(group).coverOfRestart(group).unmet()
                : needs.startersHeld(group).unmet();
    }

    @Override
    public State does(State state, Layout layout) {
        Layout.CodeGroup group = layout.groupOf(artifact);
        State changed = state.changedBeside(List.of(artifact)).withCode(artifact, CodeForm.NEW);
        return group.changesUnderRunning() ? restarted(changed, group, layout) : changed;
    }

    private static State restarted(State changed, Layout.CodeGroup group, Layout layout) {
        State result = changed;
        for (Layout.Service service : layout.servicesOf(group.system())) {
            if (result.service(service.name()).up()) {
                result = result.withService(service.name(), new ServiceState(Running.NEW, false))
                        .withTrust(service.system(), Trust.NONE);
            }
        }
        return result.afterRunning(layout);
    }

    @Override
    public Set<State> mayLeave(State state, Layout layout) {
        State mixed = state.withCode(artifact, CodeForm.MIXED).afterRunning(layout);
        return Effect.eachOf(state, does(state, layout), mixed);
    }

    /** A mixture that something may have come up with has run: what it did to the data nobody knows. */
    @Override
    public boolean again(State seen, Layout layout) {
        return seen.code().get(artifact) != CodeForm.MIXED
                || layout.servicesOf(layout.groupOf(artifact).system()).stream()
                        .allMatch(service -> seen.service(service.name()).isHeld());
    }

    @Override
    public boolean mutates() {
        return true;
    }

    @Override
    public String words() {
        return "change `" + artifact + "` over to " + version;
    }
}
