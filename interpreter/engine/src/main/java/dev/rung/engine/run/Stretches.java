package dev.rung.engine.run;

import dev.rung.engine.driver.Artifact.Staged;
import dev.rung.engine.driver.Trouble;
import dev.rung.engine.journal.Entry;
import dev.rung.engine.run.SequencedHops.Begun;
import dev.rung.model.plan.Item;
import dev.rung.model.plan.Plan;
import dev.rung.model.state.Layout;
import dev.rung.model.state.ServiceState;
import dev.rung.model.state.State;
import dev.rung.model.version.Version;
import dev.rung.model.wayback.Origin;
import dev.rung.model.wayback.Retreat;
import dev.rung.model.wayback.Threshold;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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

    /** The innermost hop that is under way, or the run around all hops. */
    Stretch current() {
        return log.hops()
                .underWay()
                .map(this::of)
                .orElseGet(() -> run(versions(log.hops().all())));
    }

    /** What stands around a hop: the hop of an outer ladder, or the run. Versions are those of the hop's start. */
    Stretch around(Begun begun) {
        return begun.within().flatMap(log.hops()::begun).map(this::of).orElseGet(() -> run(begun));
    }

    /** The run, with the versions of a hop's start. */
    Stretch run(Begun begun) {
        return run(of(begun).origin().versions());
    }

    /** All that is outside of hops: what goes back is what is done there, and what services were at the run's start. */
    private Stretch run(Map<String, Version> versions) {
        State atStart = State.origin(plan.layout(), log.began().state().services());
        return new Stretch(Optional.empty(), new Origin(plan.layout(), atStart, versions), Map.of(), Map.of());
    }

    /** The hops that have begun since the systems were of these versions. */
    List<Begun> since(Map<String, String> written) {
        List<Begun> all = log.hops().all();
        return all.subList(landedBy(written), all.size());
    }

    /** The last hop that had landed when the systems were of these versions. */
    Optional<Begun> lastBefore(Map<String, String> written) {
        return log.hops().all().stream().limit(landedBy(written)).reduce((first, second) -> second);
    }

    /** How many hops had landed then; none, if a journal does not say when that was. */
    private int landedBy(Map<String, String> written) {
        List<Begun> all = log.hops().all();
        return IntStream.rangeClosed(0, all.size())
                .filter(many -> Stretch.written(versions(all.subList(0, many))).equals(written))
                .findFirst()
                .orElse(0);
    }

    /** As they are once these have landed. */
    private Map<String, Version> versions(List<Begun> hops) {
        Map<String, Version> versions = new LinkedHashMap<>(plan.installed());
        hops.stream()
                .filter(begun -> log.hops().landing(begun.id()).isPresent())
                .map(begun -> hop(begun.id()))
                .forEach(hop -> versions.put(hop.system(), hop.to().version()));
        return versions;
    }

    Item.Hop hop(String id) {
        return plan.hop(id)
                .orElseThrow(() -> new IllegalStateException("the plan has no hop " + id + ", and the journal has"));
    }

    /** Notes how everything is at the start of a hop. */
    Stretch begin(Item.Hop hop, Stretch around) throws Trouble {
        State outside = withFallen(observer.look(log.believed(), around), log.believed(), hop.layout());
        Optional<String> within = around.hop().map(Item.Hop::id);
        Optional<Retreat> earlier = earlier(hop, outside, within, log.hops().all());
        State origin = Threshold.entered(outside, hop.layout(), earlier);
        Map<String, String> old = new LinkedHashMap<>(MustKeep.note(world));
        CodeParts code = new CodeParts(world);
        for (String artifact : origin.code().keySet()) {
            code.inPlace(artifact).ifPresent(digest -> old.put(artifact, digest));
        }
        log.append(new Entry.HopBegan(
                hop.id(), hop.system(), hop.from().written(), hop.to().version().written(), origin, old));
        return current();
    }

    MustKeep mustKeep() {
        return new MustKeep(world, log, this);
    }

    /** What stands around a hop once it has landed. */
    State behind(Item.Hop hop, State before, State landed) {
        if (ladder(hop.id()).stays()) {
            return Threshold.landed(before, landed, hop.layout());
        }
        Layout around = around(log.hops().begun(hop.id()).orElseThrow()).layout();
        return Threshold.seenFrom(before, around, landed);
    }

    /** Who ran until now and has fallen over by itself is found up: what the hop leaves, and a way back, has it run again. */
    private static State withFallen(State seen, State believed, Layout layout) {
        State found = seen;
        for (Layout.Service service : layout.services()) {
            ServiceState before = believed.service(service.name());
            boolean hasFallen = before.up() && seen.service(service.name()).isLoose();
            found = hasFallen ? found.withService(service.name(), new ServiceState(before.running(), false)) : found;
        }
        return found;
    }

    Stretch of(Begun begun) {
        Item.Hop hop = hop(begun.id());
        Map<String, Set<String>> fresh = new LinkedHashMap<>();
        for (String artifact : begun.entry().state().code().keySet()) {
            Set<String> digests = fresh(hop, artifact);
            brought(hop).forEach(inner -> digests.addAll(fresh(inner, artifact)));
            fresh.put(artifact, digests);
        }
        List<Begun> all = log.hops().all();
        Map<String, Version> versions = new LinkedHashMap<>(versions(all.subList(0, all.indexOf(begun))));
        versions.put(hop.system(), hop.from());
        all.stream()
                .filter(inner -> inner.within().equals(Optional.of(begun.id())) && hasLandedToStay(inner))
                .map(inner -> hop(inner.id()))
                .forEach(inner -> versions.put(inner.system(), inner.to().version()));
        Origin origin = new Origin(hop.id(), hop.layout(), begun.entry().state(), versions);
        return new Stretch(Optional.of(hop), origin, begun.entry().old(), fresh);
    }

    /** What a ladder within a hop has landed with stays as it is when that hop goes back. */
    private boolean hasLandedToStay(Begun begun) {
        return begun.within().isPresent()
                && log.hops().landing(begun.id()).isPresent()
                && ladder(begun.id()).stays();
    }

    /** Those of these that have changed what goes back to the start of what stands around them. */
    List<Begun> goingBack(List<Begun> hops) {
        return hops.stream().filter(begun -> !hasLandedToStay(begun)).toList();
    }

    private Set<String> fresh(Item.Hop hop, String artifact) {
        Set<String> digests = new LinkedHashSet<>(log.changedCode(hop.id(), artifact));
        log.staged(artifact, hop.to().version()).map(Staged::digest).ifPresent(digests::add);
        return digests;
    }

    /** The hops within this one that go back together with it. */
    private static Stream<Item.Hop> brought(Item.Hop hop) {
        return hop.body().stream()
                .flatMap(item ->
                        item instanceof Item.Ladder ladder && !ladder.stays() ? ladder.hops().stream() : Stream.of());
    }

    /** Where a way back leads that cannot lead to the start of this hop. */
    Optional<Retreat> earlier(Begun begun) {
        List<Begun> all = log.hops().all();
        return earlier(hop(begun.id()), begun.around(), begun.within(), all.subList(0, all.indexOf(begun)));
    }

    /** @param before the hops that began before this one */
    private Optional<Retreat> earlier(Item.Hop hop, State outside, Optional<String> within, List<Begun> before) {
        Retreat around = retreat(outside, within, before);
        List<Begun> sameLadder = before.stream()
                .filter(begun -> begun.within().equals(within)
                        && ladder(begun.id()).id().equals(ladder(hop.id()).id()))
                .toList();
        if (sameLadder.isEmpty()) {
            return Optional.of(around);
        }
        Begun previous = sameLadder.getLast();
        List<Begun> beforeThat = before.subList(0, before.indexOf(previous));
        return log.hops()
                .landing(previous.id())
                .map(landing -> Retreat.afterLanding(
                        of(previous).origin(),
                        landing,
                        earlier(previous),
                        Optional.of(retreat(previous.around(), previous.within(), beforeThat)),
                        Optional.of(around)))
                .orElse(Optional.of(around));
    }

    private Retreat retreat(State outside, Optional<String> within, List<Begun> before) {
        Optional<Begun> outer = within.flatMap(log.hops()::begun);
        return outer.map(begun -> new Retreat(of(begun).origin(), outside, earlier(begun)))
                .orElseGet(() -> new Retreat(run(versions(before)).origin(), outside, Optional.empty()));
    }

    private Item.Ladder ladder(String hop) {
        return plan.allLadders()
                .filter(ladder ->
                        ladder.hops().stream().anyMatch(one -> one.id().equals(hop)))
                .findFirst()
                .orElseThrow();
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
