package dev.rung.model.wayback;

import dev.rung.model.state.CodeForm;
import dev.rung.model.state.Layout;
import dev.rung.model.state.ServiceState;
import dev.rung.model.state.ServiceState.Running;
import dev.rung.model.state.State;
import dev.rung.model.version.Version;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where a way back leads.
 *
 * @param hop the id of the hop whose start it is; empty if it is that of the run
 * @param layout the parts of the hop
 * @param state how every part was at its start
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
}
