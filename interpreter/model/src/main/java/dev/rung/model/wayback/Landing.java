package dev.rung.model.wayback;

import dev.rung.model.state.CodeForm;
import dev.rung.model.state.DataForm;
import dev.rung.model.state.Layout;
import dev.rung.model.state.ServiceState;
import dev.rung.model.state.State;
import dev.rung.model.state.Trust;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whether a hop has landed: every part is in its goal state, and what was up is up again. */
public final class Landing {
    private Landing() {}

    /** What is missing, in words; empty if the hop has landed. */
    public static Optional<String> missing(State seen, Origin origin) {
        Layout layout = origin.layout();
        for (Layout.CodeGroup group : layout.systems()) {
            if (!seen.all(CodeForm.NEW, group)) {
                return Optional.of("not all code of `" + group.system() + "` is of the new release");
            }
        }
        for (Layout.Service service : layout.services()) {
            ServiceState before = origin.state().service(service.name());
            boolean wasUp = before.up();
            if (wasUp && !seen.service(service.name()).up()) {
                return Optional.of("`" + service.name() + "` ran before it and does not run now");
            }
            if (before.isLoose() && seen.service(service.name()).held()) {
                return Optional.of("nothing kept `" + service.name() + "` down before it, and now it is held");
            }
            if (!before.isLoose() && seen.service(service.name()).isLoose()) {
                return Optional.of("`" + service.name() + "` was kept down before it, and is down now but not kept so");
            }
            if (wasUp && isOpen(seen, layout, service) && seen.trust().get(service.system()) != Trust.PROVEN) {
                return Optional.of("nobody has asked `" + service.system()
                        + "` since its start whether it is healthy and of the new version");
            }
        }
        return layout.dataNames().stream()
                .filter(part -> seen.data().get(part) == DataForm.TOUCHED)
                .findFirst()
                .map(part -> "nobody has asked whether the migration of `" + part + "` is complete");
    }

    /**
     * The data that a release was to migrate which has never run: the next one would find them as the one before has left
     * them. At the end of a ladder somebody may want it so.
     */
    public static Set<String> neverMigrated(State landed, Origin origin) {
        Layout layout = origin.layout();
        Set<String> parts = new TreeSet<>();
        for (Layout.Service service : layout.services()) {
            boolean isChanged = !layout.group(service.system()).artifacts().isEmpty();
            if (isChanged && landed.service(service.name()).isHeld()) {
                service.migrates().stream()
                        .filter(part -> landed.data().get(part) == DataForm.OLD)
                        .forEach(parts::add);
            }
        }
        return parts;
    }

    /** What runs the same code over the same data as before needs nobody's word for it. */
    private static boolean isOpen(State seen, Layout layout, Layout.Service service) {
        return !layout.group(service.system()).artifacts().isEmpty()
                || layout.dataNames().stream()
                        .anyMatch(part ->
                                service.uses(List.of(part)) && seen.data().get(part) != DataForm.OLD);
    }
}
