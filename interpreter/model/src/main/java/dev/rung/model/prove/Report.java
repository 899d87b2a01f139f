package dev.rung.model.prove;

import dev.rung.model.plan.Item;
import dev.rung.model.state.Layout;
import dev.rung.model.wayback.Origin;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was found out about the statements of one hop, or of all that stands outside of hops, by all walks through them. */
final class Report {
    private final List<String> hops;
    private final Map<String, Exposure> exposures = new LinkedHashMap<>();
    private Scene.Body body = Scene.Body.of(List.of());
    private List<Item.Step> earlier = List.of();
    private List<String> rollbacks = List.of();
    private List<Climbed> ladders = List.of();
    private Optional<Gap> gap = Optional.empty();

    /** @param hops that it is about, in the words of a plan; none if it is about what stands outside of them */
    Report(List<String> hops) {
        this.hops = List.copyOf(hops);
    }

    List<String> hops() {
        return hops;
    }

    /** All that the walks go through, for the words of what breaks them. */
    void over(List<Item> all, List<Item.Rollback> offered) {
        body = Scene.Body.of(all);
        rollbacks = offered.stream().map(Item.Rollback::name).toList();
    }

    /** What stands before the ladder that its hops are of, for the words of what breaks them. */
    void after(List<Item.Step> steps) {
        earlier = List.copyOf(steps);
    }

    /** The ladders of the run whose outside it is about, for the words of what breaks that. */
    void around(List<Climbed> all) {
        ladders = List.copyOf(all);
    }

    /** A statement among those around it. */
    Scene scene(Item.Step step, Origin origin) {
        return new Scene(hops, earlier, body.steps(), body.sometimes(), rollbacks, ladders, origin, step);
    }

    /** What the first walk has found is enough to show: the others differ in what came before. */
    void add(Item.Step step, Layout layout, Optional<Cut> done, Collection<Cut> cuts) {
        exposures.putIfAbsent(step.id(), new Exposure(step, done, List.copyOf(cuts), OnWord.in(step, layout)));
    }

    void add(Gap found) {
        gap = gap.or(() -> Optional.of(found));
    }

    Optional<Gap> gap() {
        return gap;
    }

    List<Exposure> exposures() {
        return new ArrayList<>(exposures.values());
    }
}
