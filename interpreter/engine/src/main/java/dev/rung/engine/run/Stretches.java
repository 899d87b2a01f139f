package dev.rung.engine.run;

import dev.rung.engine.driver.Artifact.Staged;
import dev.rung.engine.driver.Trouble;
import dev.rung.engine.journal.Entry;
import dev.rung.model.plan.Item;
import dev.rung.model.plan.Plan;
import dev.rung.model.state.DataForm;
import dev.rung.model.state.State;
import dev.rung.model.version.Version;
import dev.rung.model.wayback.Origin;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where in a run one is: makes stretches from plan and journal. */
final class Stretches {
    private final Plan plan;
    private final RunLog log;
    private final World world;
    private final Observer observer;

    Stretches(Plan plan, RunLog log, World world, Observer observer) {
        this.plan = plan;
        this.log = log;
        this.world = world;
        this.observer = observer;
    }

    /** The hop that is under way, or what is outside of hops. */
    Stretch current() {
        return log.hops().underWay().map(this::of).orElseGet(this::outside);
    }

    /** All that is outside of hops: what goes back is what services were at the run's start; versions are those landed at. */
    Stretch outside() {
        return outside(versions());
    }

    /** After a way back to a hop's start. */
    Stretch outsideAt(Stretch goal) {
        return outside(goal.origin().versions());
    }

    private Stretch outside(Map<String, Version> versions) {
        State atStart = State.origin(plan.layout(), log.began().state().services());
        return new Stretch(Optional.empty(), new Origin(plan.layout(), atStart, versions), Map.of(), Map.of());
    }

    /** Every service as it is found; code and data are those of a landing. */
    State outsideNow() throws Trouble {
        return observer.origin(plan.layout());
    }

    private Map<String, Version> versions() {
        Map<String, Version> versions = new LinkedHashMap<>(plan.installed());
        hops().filter(hop -> log.hops().landing(hop.id()).isPresent())
                .forEach(hop -> versions.put(hop.system(), hop.to().version()));
        return versions;
    }

    private java.util.stream.Stream<Item.Hop> hops() {
        return plan.ladders().flatMap(ladder -> ladder.hops().stream());
    }

    private Item.Hop hop(String id) {
        return hops().filter(hop -> hop.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the plan has no hop " + id + ", and the journal has"));
    }

    /** Notes how everything is at the start of a hop. */
    Stretch begin(Item.Hop hop) throws Trouble {
        State origin = observer.origin(hop.layout());
        Map<String, String> old = new LinkedHashMap<>();
        for (String artifact : origin.code().keySet()) {
            world.artifact(artifact).inPlace().ifPresent(digest -> old.put(artifact, digest));
        }
        log.append(new Entry.HopBegan(
                hop.id(), hop.system(), hop.from().written(), hop.to().version().written(), origin, old));
        return current();
    }

    private Stretch of(Entry.HopBegan begun) {
        Item.Hop hop = hop(begun.hop());
        Map<String, Set<String>> fresh = new LinkedHashMap<>();
        for (String artifact : begun.state().code().keySet()) {
            Set<String> digests = new LinkedHashSet<>(log.changedCode(hop.id(), artifact));
            log.staged(artifact, hop.to().version()).map(Staged::digest).ifPresent(digests::add);
            fresh.put(artifact, digests);
        }
        Map<String, Version> versions = new LinkedHashMap<>(versions());
        versions.put(hop.system(), hop.from());
        Origin origin = new Origin(hop.layout(), begun.state(), versions);
        return new Stretch(Optional.of(hop), origin, begun.old(), fresh);
    }

    /**
     * Where a way back leads: where one leads that was begun before a crash; else to the start of the hop under way, to
     * that of the first one if asked, or if all have landed.
     */
    Stretch goal(boolean toStart) {
        if (log.homeBound().isPresent()) {
            return homeBound(log.homeBound().get());
        }
        Optional<Entry.HopBegan> underWay =
                toStart ? Optional.empty() : log.hops().underWay();
        return underWay.or(() -> log.hops().first()).map(this::of).orElseGet(this::outside);
    }

    private Stretch homeBound(Entry.WayBackBegan begun) {
        return log.hops().begun(begun.hop()).map(this::of).orElseGet(this::outside);
    }

    /** What is believed now, seen from the goal. A hop that has landed is seen from its landing, and from what came after it. */
    State believedFrom(Stretch goal) {
        State now = log.believed();
        Optional<State> landing = goal.hop().flatMap(hop -> log.hops().landing(hop.id()));
        boolean seenFromGoal = landing.isEmpty() || log.homeBound().isPresent();
        if (seenFromGoal) {
            return goal.hop().isPresent() ? now : now.withSets(List.of());
        }
        State then = landing.get();
        State since = then.withInFlight(now.inFlight());
        for (Map.Entry<String, DataForm> data : now.data().entrySet()) {
            if (data.getValue() == DataForm.TOUCHED) {
                since = since.withData(List.of(data.getKey()), form -> DataForm.TOUCHED);
            }
        }
        return since;
    }

    /** The version that the run has come to. */
    String reached() {
        return plan.ladders()
                .reduce((first, second) -> second)
                .map(ladder -> ladder.to().written())
                .orElseGet(() -> plan.installed().values().stream()
                        .findFirst()
                        .map(Version::written)
                        .orElse("its goal"));
    }
}
