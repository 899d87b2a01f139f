package dev.rung.model.prove;

import dev.rung.model.plan.Plan;
import java.util.ArrayList;
import java.util.List;

/** Walks through every hop of a plan ahead of its run. Versions that this plan does not go through are not looked at. */
public final class Foresight {
    private Foresight() {}

    /** The first break of each hop; hops that break at the same statement are told once. */
    public static List<Gap> find(Plan plan) {
        List<Gap> found = new ArrayList<>();
        plan.ladders()
                .flatMap(ladder -> ladder.hops().stream())
                .flatMap(hop -> HopWalk.through(hop, List.of(hop.words())).gap().stream())
                .filter(one -> found.stream().noneMatch(other -> other.at().equals(one.at())))
                .forEach(found::add);
        return found;
    }
}
