package dev.rung.engine.run;

import dev.rung.engine.driver.Trouble;
import dev.rung.engine.journal.Entry;
import dev.rung.engine.run.SequencedHops.Begun;
import dev.rung.model.plan.Item;
import dev.rung.model.state.Deed;
import dev.rung.model.state.Layout;
import dev.rung.model.state.State;
import dev.rung.model.version.Version;
import dev.rung.model.wayback.Origin;
import dev.rung.model.wayback.Retreat;
import dev.rung.model.wayback.Threshold;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a way back leads: to which start, and how everything is as it is seen from there. */
record Goals(Stretches stretches, Observer observer, RunLog log) {
    /** @param state as it is believed, seen from the start to which the way leads */
    record Goal(Stretch stretch, State state) {}

    /**
     * Where the way leads behind a failure: on where it was begun before a crash; else to the nearest start to which there is
     * one from within the hop under way; outside of hops to how everything was when the last one had landed.
     *
     * @param destination where it leads all the same, if that is not the nearest
     */
    Goal afterFailure(Destination destination) throws Trouble {
        boolean isOutside = log.hops().underWay().isEmpty() && log.homeLeg().isEmpty();
        return isOutside && destination instanceof Destination.Nearest
                ? new Goal(stretches.current(), log.believed())
                : asked(destination);
    }

    /** The same for somebody who asks for it: outside of hops that leads to the start of the first one. */
    Goal asked(Destination destination) throws Trouble {
        if (log.homeLeg().isPresent()) {
            return new Goal(begunAlready(log.homeLeg().get()), log.believed());
        }
        return switch (destination) {
            case Destination.Nearest ignored
            when log.hops().underWay().isPresent() ->
                nearest(log.hops().underWay().get());
            case Destination.Release(Version version) -> startAt(version);
            case Destination.Nearest ignored -> startOfRun();
            case Destination.Start ignored -> startOfRun();
        };
    }

    private Goal startOfRun() {
        return log.hops().first().map(this::start).orElseGet(() -> new Goal(stretches.current(), log.believed()));
    }

    /** Not to a still earlier one: who names a release does not want another. */
    private Goal startAt(Version version) throws Trouble {
        List<Begun> outer = log.hops().all().stream()
                .filter(begun -> begun.within().isEmpty())
                .toList();
        Begun begun = outer.stream()
                .filter(one -> stretches.hop(one.id()).from().equals(version))
                .findFirst()
                .orElseThrow(() -> new Trouble("this run was never at " + version, begunAt(outer)));
        Goal goal = start(begun);
        boolean isExact = goal.stretch().hop().map(Item.Hop::id).equals(Optional.of(begun.id()));
        if (!isExact) {
            throw new Trouble(
                    "nothing leads back to " + version + " alone: no backup of that hop covers what was changed since",
                    "without `--to` it goes back to where the run began");
        }
        return goal;
    }

    private static String begunAt(List<Begun> hops) {
        List<String> versions = hops.stream().map(hop -> hop.entry().from()).toList();
        return versions.isEmpty() ? "no hop of it has begun" : "its hops began at " + String.join(", ", versions);
    }

    /** What was changed since is put back on the first leg: on the further ones that is as it was when they were left. */
    private Stretch begunAlready(Entry.WayBackBegan leg) {
        Optional<Begun> first = log.hops().begun(log.homeBound().orElse(leg).hop());
        Optional<Begun> hop = log.hops().begun(leg.hop());
        if (hop.isPresent()) {
            return hop.equals(first) ? widened(hop.get()) : stretches.of(hop.get());
        }
        return first.map(stretches::run)
                .or(() -> stretches.since(leg.versions()).stream()
                        .findFirst()
                        .map(stretches::run)
                        .map(run -> wholeRun(run.origin())))
                .orElseGet(stretches::current);
    }

    private Goal nearest(Begun underWay) throws Trouble {
        Stretch here = stretches.of(underWay);
        State seen = observer.look(log.believed(), here);
        Retreat.Goal goal = Retreat.goal(here.origin(), seen, stretches.earlier(underWay));
        if (!goal.isEarlier()) {
            return new Goal(here, seen);
        }
        Stretch earlier =
                log.hops().begun(goal.origin().hop()).map(this::widened).orElseGet(() -> wholeRun(goal.origin()));
        return new Goal(earlier, goal.state());
    }

    /** A hop's stretch, with all code that has been changed since it began. */
    private Stretch widened(Begun begun) {
        Stretch own = stretches.of(begun);
        Origin wider = own.origin();
        Map<String, String> old = new LinkedHashMap<>(own.old());
        for (Begun later : stretches.goingBack(log.hops().after(begun.id()))) {
            wider = wider.widened(stretches.of(later).layout());
            later.entry().old().forEach(old::putIfAbsent);
        }
        return new Stretch(own.hop(), wider, old, own.fresh());
    }

    /** The run, as it was moved by the landings before this start, with all code that has been changed since. */
    private Stretch wholeRun(Origin run) {
        Origin wider = run;
        Map<String, String> old = new LinkedHashMap<>();
        for (Begun begun : stretches.goingBack(stretches.since(Stretch.written(run.versions())))) {
            wider = wider.widened(stretches.of(begun).layout());
            begun.entry().old().forEach(old::putIfAbsent);
        }
        return new Stretch(Optional.empty(), wider, old, Map.of());
    }

    /** That of the run where none leads to that of the hop. */
    private Goal start(Begun first) {
        Stretch start = widened(first);
        State seen = seenFrom(first, start.layout());
        Retreat.Goal goal = Retreat.goal(start.origin(), seen, stretches.earlier(first));
        return goal.isEarlier() ? new Goal(wholeRun(goal.origin()), goal.state()) : new Goal(start, seen);
    }

    /** From the landing of that hop on all that was done since is seen from its start, hops and what stands between them. */
    private State seenFrom(Begun goal, Layout layout) {
        Optional<State> landing = log.hops().landing(goal.id());
        State now = now();
        if (landing.isEmpty()) {
            return now;
        }
        State seen = landing.get();
        for (Begun later : log.hops().after(goal.id())) {
            if (!later.within().equals(goal.within())) {
                continue;
            }
            seen = Threshold.seenFrom(seen, layout, since(goal, later.around()));
            Optional<State> landed = log.hops().landing(later.id());
            if (landed.isEmpty()) {
                return Threshold.seenFrom(seen, layout, now);
            }
            seen = Threshold.seenFrom(seen, layout, landed.get());
        }
        return Threshold.seenFrom(seen, layout, since(goal, now));
    }

    /** What is believed now, as the outermost hop under way sees it, or the run where none is. */
    private State now() {
        State now = log.believed();
        Optional<Begun> inner = log.hops().underWay();
        while (inner.isPresent() && inner.get().within().isPresent()) {
            Begun outer = log.hops().begun(inner.get().within().get()).orElseThrow();
            now = Threshold.seenFrom(inner.get().around(), widened(outer).layout(), now);
            inner = Optional.of(outer);
        }
        return now;
    }

    /** What stood already when a hop began is a part of its start. */
    private static State since(Begun goal, State outside) {
        List<String> before = goal.around().deeds().stream().map(Deed::id).toList();
        return outside.withoutDeeds(deed -> before.contains(deed.id()));
    }

    /** What invariants are held to: to what they were where the first leg leads, since on the further ones data stay so. */
    Map<String, Map<String, String>> noted(Goal goal) {
        String hop = log.homeBound()
                .map(Entry.WayBackBegan::hop)
                .orElseGet(() -> goal.stretch().hop().map(Item.Hop::id).orElse(""));
        if (!hop.isEmpty()) {
            return log.notes().atStartOf(hop);
        }
        Map<String, String> versions = log.homeBound()
                .map(Entry.WayBackBegan::versions)
                .orElseGet(() -> Stretch.written(goal.stretch().origin().versions()));
        return stretches
                .lastBefore(versions)
                .map(landed -> log.notes().afterLandingOf(landed.id()))
                .orElseGet(log.notes()::atStart);
    }

    /** Where the way leads on from the start of a hop: to that of what stands around it; nowhere from that of the run. */
    Optional<Goal> beyond(Stretch start) {
        return start.hop()
                .map(Item.Hop::id)
                .flatMap(log.hops()::begun)
                .map(begun -> new Goal(
                        stretches.around(begun),
                        begun.around().withInFlight(log.believed().inFlight())));
    }
}
