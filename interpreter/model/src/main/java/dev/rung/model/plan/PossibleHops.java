package dev.rung.model.plan;

import dev.rung.model.version.Version;
import java.util.List;

/**
 * All that a runbook may have to do, whatever is installed.
 *
 * @param starts how many listed releases its bounds let it begin from
 * @param hops every hop that lies on the way of one of them, each once
 * @param deadEnds where it lets one begin and finds no path
 */
public record PossibleHops(int starts, List<Item.Hop> hops, List<DeadEnd> deadEnds) {
    public PossibleHops {
        hops = List.copyOf(hops);
        deadEnds = List.copyOf(deadEnds);
    }

    /** @param why one sentence without a full stop */
    public record DeadEnd(String system, Version version, String why) {}
}
