package dev.rung.model.prove;

import dev.rung.model.effect.Stop;
import dev.rung.model.plan.Item;
import dev.rung.model.plan.PossibleRuns;
import dev.rung.model.plan.PossibleRuns.HopClass;
import dev.rung.model.plan.Shape;
import dev.rung.model.state.CodeForm;
import dev.rung.model.state.DataForm;
import dev.rung.model.state.Layout;
import dev.rung.model.state.ServiceState;
import dev.rung.model.state.ServiceState.Running;
import dev.rung.model.state.State;
import dev.rung.model.state.Trust;
import dev.rung.model.version.Version;
import dev.rung.model.wayback.Landing;
import dev.rung.model.wayback.Origin;
import dev.rung.model.wayback.Retreat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Stream;

/** All walks through one runbook. What one of them has found out the others need not find out again. */
final class Walks {
    private final Map<Origin, Homecoming> homecomings = new HashMap<>();
    private final boolean apart;
    private final boolean failing;
    private final SequencedMap<Kind, Hops> classes = new LinkedHashMap<>();
    private final Map<Passage, Landings> passages = new HashMap<>();
    private final Report outside = new Report(List.of());

    /**
     * @param apart whether hops of the same shape are told apart all the same
     * @param failing whether what a failure may leave is followed, and not only the way on which nothing fails
     */
    Walks(PossibleRuns runs, boolean apart, boolean failing) {
        this.apart = apart;
        this.failing = failing;
        SequencedMap<Kind, SequencedSet<String>> words = new LinkedHashMap<>();
        Map<Kind, String> systems = new HashMap<>();
        for (PossibleRuns.Course course : runs.courses()) {
            for (PossibleRuns.Section section : course.sections()) {
                if (section instanceof PossibleRuns.Climb climb) {
                    climb.classes().forEach(hops -> {
                        Kind kind = kind(hops);
                        systems.putIfAbsent(kind, climb.system());
                        words.computeIfAbsent(kind, is -> new LinkedHashSet<>()).addAll(hops.hops());
                    });
                }
            }
        }
        words.forEach((kind, hops) -> classes.put(kind, new Hops(systems.get(kind), new Report(List.copyOf(hops)))));
    }

    /** @param id empty where hops of the same shape are taken together */
    private record Kind(Shape shape, String id) {}

    private Kind kind(HopClass hops) {
        return new Kind(Shape.of(hops.like()), apart ? hops.like().id() : "");
    }

    /** Hops that look the same, and what was found out about them. */
    record Hops(String system, Report report) {}

    /** One way to come to a hop. */
    private record Passage(Report report, State start, Optional<Retreat> earlier, boolean isSmooth) {}

    /**
     * Where hops of one class end.
     *
     * @param last the statement behind which they do
     * @param isSupposed whether that is only what they were to come to, since something breaks them
     */
    record Landings(Reached reached, Optional<Item.Step> last, boolean isSupposed) {}

    /**
     * A run whose targets are all installed already does nothing at all: so one of its ladders is the first that is climbed.
     *
     * @param known the versions that are known; of what changes the others are taken from its first hop
     */
    void through(PossibleRuns.Course course, Map<String, Version> known, Map<String, ServiceState> found) {
        Origin start = start(course, known, found);
        List<PossibleRuns.Section> sections = course.sections();
        outside.over(
                sections.stream()
                        .flatMap(section ->
                                section instanceof PossibleRuns.Outside(List<Item> items) ? items.stream() : null)
                        .toList(),
                List.of());
        outside.around(sections.stream()
                .flatMap(section -> section instanceof PossibleRuns.Climb climb ? Stream.of(Climbed.of(climb)) : null)
                .toList());
        boolean climbs = false;
        boolean isReachable = true;
        for (int first = 0; first < sections.size() && isReachable; first++) {
            if (sections.get(first) instanceof PossibleRuns.Climb climb) {
                climbs = true;
                through(sections, start, first);
                isReachable = climb.mayBeSkipped();
            }
        }
        if (!climbs) {
            through(sections, start, sections.size());
        }
    }

    /** @param first the ladder that is climbed first; those before it are skipped */
    private void through(List<PossibleRuns.Section> sections, Origin start, int first) {
        BodyWalk walk = begin(start);
        List<Item.Step> before = new ArrayList<>();
        for (int i = 0; i < sections.size(); i++) {
            if (walk.isBroken() && before.stream().anyMatch(Walks::stopsSome)) {
                return;
            }
            walk = walk.isBroken() ? begin(start) : walk;
            switch (sections.get(i)) {
                case PossibleRuns.Outside(List<Item> items) -> {
                    walk.items(items);
                    before.addAll(Scene.Body.of(items).steps());
                }
                case PossibleRuns.Climb climb -> {
                    if (i >= first) {
                        climb.classes().forEach(hops -> hops(hops).report().after(before));
                        walk.climb(i == first ? climb.notSkipped() : climb);
                    }
                }
            }
        }
        land(walk, start, outside);
    }

    /** What follows counts on it that they are down: walked from the start it would be told what is not so. */
    private static boolean stopsSome(Item.Step step) {
        return step.effects().stream().anyMatch(Stop.class::isInstance);
    }

    private BodyWalk begin(Origin start) {
        return new BodyWalk(
                this, start, Optional.empty(), outside, Optional.empty(), new Reached(Set.of(start.state()), Set.of()));
    }

    /** One of a ladder within a hop comes in when its hop does. */
    private Hops hops(HopClass hops) {
        return classes.computeIfAbsent(kind(hops), kind -> new Hops(hops.like().system(), new Report(hops.hops())));
    }

    private static Origin start(
            PossibleRuns.Course course, Map<String, Version> known, Map<String, ServiceState> found) {
        Map<String, Version> versions = new HashMap<>();
        course.layout().systems().forEach(group -> versions.put(group.system(), Version.of("0")));
        course.sections().reversed().forEach(section -> {
            if (section instanceof PossibleRuns.Climb climb) {
                climb.classes().stream()
                        .findFirst()
                        .ifPresent(
                                hops -> versions.put(climb.system(), hops.like().from()));
            }
        });
        versions.putAll(known);
        Origin running = Origin.running(course.layout(), versions);
        State state = running.state();
        for (Map.Entry<String, ServiceState> service : found.entrySet()) {
            state = state.withService(service.getKey(), service.getValue());
        }
        return new Origin(course.layout(), state, versions);
    }

    boolean isFailing() {
        return failing;
    }

    Homecoming homecoming(Origin origin) {
        return homecomings.computeIfAbsent(origin, Homecoming::new);
    }

    /** From one start through the hops of one class. */
    Landings through(HopClass hops, Origin origin, Optional<Retreat> earlier, boolean isSmooth) {
        Report report = hops(hops).report();
        Passage passage = new Passage(report, origin.state(), earlier, isSmooth);
        Landings known = passages.get(passage);
        if (known != null) {
            return known;
        }
        Set<State> start = Set.of(origin.state());
        Reached from = isSmooth ? new Reached(start, Set.of()) : new Reached(Set.of(), start);
        BodyWalk walk = new BodyWalk(
                this,
                origin,
                earlier,
                report,
                Optional.of(
                        new BodyWalk.Goal(hops.like().system(), hops.like().to().version())),
                from);
        report.over(hops.like().body(), hops.like().rollbacks());
        walk.items(hops.like().body());
        if (isSmooth) {
            mustComeToItsEnd(walk, origin, report);
        }
        land(walk, origin, report);
        Reached reached = report.gap().isPresent()
                ? new Reached(Set.of(supposed(walk, origin)), Set.of())
                : new Reached(walk.reached().smooth(), landed(walk.reached().others(), origin));
        Landings landings =
                new Landings(reached, last(hops.like().body()), report.gap().isPresent());
        passages.put(passage, landings);
        return landings;
    }

    private static void land(BodyWalk walk, Origin origin, Report report) {
        List<Exposure> exposures = report.exposures();
        if (walk.isBroken() || report.gap().isPresent() || exposures.isEmpty()) {
            return;
        }
        walk.reached().smooth().stream()
                .filter(state -> Landing.missing(state, origin).isPresent())
                .findFirst()
                .ifPresent(state -> report.add(Arrivals.neverLands(
                        report.scene(exposures.getLast().step(), origin),
                        state,
                        Landing.missing(state, origin).orElseThrow())));
    }

    private static void mustComeToItsEnd(BodyWalk walk, Origin origin, Report report) {
        boolean ends = walk.isBroken() || !walk.reached().smooth().isEmpty();
        if (!ends && report.gap().isEmpty() && !report.exposures().isEmpty()) {
            report.add(Arrivals.alwaysFails(
                    report.scene(report.exposures().getLast().step(), origin)));
        }
    }

    /** A ladder is climbed hop by hop so that each release does its part. */
    void mustHaveRun(HopClass hops, Origin origin, State landed) {
        Report report = hops(hops).report();
        Set<String> parts = Landing.neverMigrated(landed, origin);
        if (!parts.isEmpty() && report.gap().isEmpty() && !report.exposures().isEmpty()) {
            Scene scene = report.scene(report.exposures().getLast().step(), origin);
            report.add(Arrivals.neverRan(scene, landed, hops.like().system(), parts));
        }
    }

    private static Set<State> landed(Set<State> reached, Origin origin) {
        Set<State> landed = new LinkedHashSet<>(reached);
        landed.removeIf(state -> Landing.missing(state, origin).isPresent());
        return landed;
    }

    private static Optional<Item.Step> last(List<Item> body) {
        return body.reversed().stream()
                .flatMap(item -> item instanceof Item.Step step ? Stream.of(step) : Stream.empty())
                .findFirst();
    }

    /** What a hop that breaks was to come to: what comes behind it is no part of its mistake. */
    private static State supposed(BodyWalk walk, Origin origin) {
        Layout layout = origin.layout();
        State landed = walk.reached().smooth().stream()
                .findFirst()
                .orElse(origin.state())
                .settled();
        for (Layout.CodeGroup group : layout.systems()) {
            for (String artifact : group.artifacts()) {
                landed = landed.withCode(artifact, CodeForm.NEW);
            }
            landed = landed.withTrust(group.system(), Trust.PROVEN);
        }
        for (Layout.Service service : layout.services()) {
            boolean changed = !layout.group(service.system()).artifacts().isEmpty();
            boolean runs = changed || origin.state().service(service.name()).up();
            landed = changed ? landed.withData(service.migrates(), form -> DataForm.NEW) : landed;
            landed = runs
                    ? landed.withService(service.name(), new ServiceState(changed ? Running.NEW : Running.OLD, false))
                    : landed;
        }
        return landed.withDeeds(List.of());
    }

    Report outside() {
        return outside;
    }

    /** In the order of the runbook. */
    List<Hops> classes() {
        return List.copyOf(classes.values());
    }
}
