package dev.rung.model.wayback;

import dev.rung.model.state.BackupSet;
import dev.rung.model.state.CodeForm;
import dev.rung.model.state.DataForm;
import dev.rung.model.state.Layout;
import dev.rung.model.state.ServiceState;
import dev.rung.model.state.ServiceState.Running;
import dev.rung.model.state.State;
import dev.rung.model.version.Version;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Where a way back leads: the start of a run or of a hop, where everything was old; or a moment within a hop.
 *
 * @param hop the id of the hop whose start it is; empty if it is that of the run
 * @param layout the parts of the hop
 * @param state how every part was then
 * @param versions the version of each system then
 */
public record Origin(String hop, Layout layout, State state, Map<String, Version> versions) {
    public Origin {
        versions = Map.copyOf(versions);
    }

    /** The start of a run. */
    public Origin(Layout layout, State state, Map<String, Version> versions) {
        this("", layout, state, versions);
    }

    /** As long as nobody has looked: everything old, and every service up with it. */
    public static Origin running(Layout layout, Map<String, Version> versions) {
        Map<String, ServiceState> up = new TreeMap<>();
        layout.services().forEach(service -> up.put(service.name(), new ServiceState(Running.OLD, false)));
        return new Origin(layout, State.origin(layout, up), versions);
    }

    /** The same start, for a hop that changes other code, too: that was old then like all the rest. */
    public Origin widened(Layout other) {
        Layout wider = layout.widened(other);
        State same = state;
        for (Layout.CodeGroup group : wider.systems()) {
            for (String artifact : group.artifacts()) {
                same = same.withCode(artifact, state.code().getOrDefault(artifact, CodeForm.OLD));
            }
        }
        return new Origin(hop, wider, same, versions);
    }

    boolean hadOtherData(String part, State now) {
        return now.data().get(part) != dataThen(part);
    }

    private DataForm dataThen(String part) {
        return state.data().getOrDefault(part, DataForm.OLD);
    }

    boolean hadOtherCode(String artifact, State now) {
        return now.code().get(artifact) != codeThen(artifact);
    }

    private CodeForm codeThen(String artifact) {
        return state.code().getOrDefault(artifact, CodeForm.OLD);
    }

    /** Code that had been changed already at a moment within a hop, and is other now: only the hop's start is kept of it. */
    Optional<String> lostCode(State now) {
        return now.code().keySet().stream()
                .filter(artifact -> codeThen(artifact) != CodeForm.OLD && hadOtherCode(artifact, now))
                .findFirst();
    }

    /** A backup holds the start of the hop; of a moment within it only what had not been changed until then. */
    Optional<BackupSet> cover(Set<String> parts, State now) {
        boolean asAtTheStart = parts.stream().allMatch(part -> dataThen(part) == DataForm.OLD);
        return now.cover(parts).filter(set -> asAtTheStart && set.contains().containsAll(state.deedsOn(parts)));
    }

    /** Of the newer one nothing was proven yet at a moment within a hop, so there is nothing to be held to. */
    boolean ranTheOlderRelease(Layout.Service service) {
        ServiceState then = state.service(service.name());
        return then.up() && then.running() != Running.NEW;
    }
}
