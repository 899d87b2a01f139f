package dev.rung.model.prove;

import dev.rung.model.plan.Plan;
import dev.rung.model.state.ServiceState;
import java.util.List;
import java.util.Map;

/** Walks through a plan ahead of its run. Versions that this plan does not go through are not looked at. */
public final class Foresight {
    private Foresight() {}

    /** What breaks it, one for each cause; services are taken to run. */
    public static List<Gap> find(Plan plan) {
        return find(plan, Map.of());
    }

    /** @param services as they were found, by name; the others are taken to run */
    public static List<Gap> find(Plan plan, Map<String, ServiceState> services) {
        return Proof.of(plan, services).gaps();
    }
}
