package dev.rung.model.wayback;

import dev.rung.model.state.Layout;
import dev.rung.model.state.State;
import dev.rung.model.version.Version;
import java.util.Map;

/**
 * Where a way back leads.
 *
 * @param layout the parts of the hop
 * @param state how every part was at its start
 * @param versions the version of each system then
 */
public record Origin(Layout layout, State state, Map<String, Version> versions) {
    public Origin {
        versions = Map.copyOf(versions);
    }
}
