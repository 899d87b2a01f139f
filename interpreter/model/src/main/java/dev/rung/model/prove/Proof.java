package dev.rung.model.prove;

import dev.rung.model.plan.Plan;
import dev.rung.model.plan.PossibleRuns;
import dev.rung.model.state.ServiceState;
import dev.rung.model.version.Version;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was shown of a runbook before anything runs: of every hop that its release files and bounds allow, of every
 * statement in it and of every cut, whether there is a way back.
 *
 * @param starts how many releases it lets one begin from
 * @param outside the statements outside of hops, up to the one that breaks them
 * @param gapOutside what breaks those
 * @param classes hops that look the same to all effects are walked through once
 */
public record Proof(
        int starts,
        List<Exposure> outside,
        Optional<Gap> gapOutside,
        List<HopClass> classes,
        List<PossibleRuns.DeadEnd> deadEnds) {
    public Proof {
        outside = List.copyOf(outside);
        classes = List.copyOf(classes);
        deadEnds = List.copyOf(deadEnds);
    }

    /**
     * Hops that look the same.
     *
     * @param hops in the words of a plan, at least one
     * @param statements up to the one that breaks it
     * @param gap what breaks it
     */
    public record HopClass(String system, List<String> hops, List<Exposure> statements, Optional<Gap> gap) {
        public HopClass {
            hops = List.copyOf(hops);
            statements = List.copyOf(statements);
        }
    }

    /** Hops of the same shape are walked through once from each landing before them, in whatever ladder they stand. */
    public static Proof of(PossibleRuns runs) {
        return of(new Walks(runs, false, true), runs, Map.of(), Map.of());
    }

    /**
     * In a small part of the time, what breaks a runbook although nothing fails: what must not begin where it stands, and
     * what is never done. What only a failure brings to light is not found.
     */
    public static List<Gap> gapsOfSmoothRuns(PossibleRuns runs) {
        return of(new Walks(runs, false, false), runs, Map.of(), Map.of()).gaps();
    }

    /**
     * Of one run alone, each of its hops for itself.
     *
     * @param services as they were found, by name; the others are taken to run
     */
    public static Proof of(Plan plan, Map<String, ServiceState> services) {
        PossibleRuns run = PossibleRuns.of(plan);
        return of(new Walks(run, true, true), run, plan.installed(), services);
    }

    private static Proof of(
            Walks walks, PossibleRuns runs, Map<String, Version> versions, Map<String, ServiceState> services) {
        runs.courses().forEach(course -> walks.through(course, versions, services));
        List<HopClass> classes = walks.classes().stream()
                .map(hops -> new HopClass(
                        hops.system(),
                        hops.report().hops(),
                        hops.report().exposures(),
                        hops.report().gap()))
                .toList();
        return new Proof(
                runs.starts(), walks.outside().exposures(), walks.outside().gap(), classes, runs.deadEnds());
    }

    /** Every statement of every hop that may be gone has a way back, and there are some. */
    public boolean holds() {
        return gaps().isEmpty() && !leadsNowhere();
    }

    /** From none of the releases that it lets one begin from a path leads on: then nothing was walked through. */
    public boolean leadsNowhere() {
        return classes.isEmpty() && !deadEnds.isEmpty();
    }

    /** One for each cause. */
    public List<Gap> gaps() {
        List<Gap> gaps = new ArrayList<>();
        Stream.concat(gapOutside.stream(), classes.stream().flatMap(hops -> hops.gap().stream()))
                .filter(one -> gaps.stream().noneMatch(other -> other.at().equals(one.at())))
                .forEach(gaps::add);
        return gaps;
    }

    /** Of each statement that was walked through, by its id. */
    public Map<String, Exposure> exposures() {
        Map<String, Exposure> all = new HashMap<>();
        Stream.concat(outside.stream(), classes.stream().flatMap(hops -> hops.statements().stream()))
                .forEach(exposure -> all.put(exposure.step().id(), exposure));
        return all;
    }

    public int hops() {
        return classes.stream().mapToInt(each -> each.hops().size()).sum();
    }
}
