package dev.rung.model.prove;

import dev.rung.model.plan.Item;
import dev.rung.model.plan.PossibleRuns;
import dev.rung.model.plan.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What was shown of a runbook before anything runs: of every hop that its release files and bounds allow, of every
 * statement in it and of every cut, whether there is a way back.
 *
 * @param starts how many releases it lets one begin from
 * @param classes hops that look the same to all effects are walked through once
 */
public record Proof(int starts, List<HopClass> classes, List<PossibleRuns.DeadEnd> deadEnds) {
    public Proof {
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

    /** Hops of the same shape are walked through once, in whatever ladder and course they stand. */
    public static Proof of(PossibleRuns runs) {
        Map<Shape, Item.Hop> likes = new LinkedHashMap<>();
        Map<Shape, Set<String>> alike = new HashMap<>();
        runs.courses().stream()
                .flatMap(course -> course.sections().stream())
                .<PossibleRuns.HopClass>mapMulti(Proof::classes)
                .forEach(each -> {
                    Shape shape = Shape.of(each.like());
                    likes.putIfAbsent(shape, each.like());
                    alike.computeIfAbsent(shape, is -> new LinkedHashSet<>()).addAll(each.hops());
                });
        List<HopClass> classes = new ArrayList<>();
        likes.forEach((shape, like) -> {
            List<String> hops = List.copyOf(alike.get(shape));
            HopWalk walk = HopWalk.through(like, hops);
            classes.add(new HopClass(like.system(), hops, walk.exposures(), walk.gap()));
        });
        return new Proof(runs.starts(), classes, runs.deadEnds());
    }

    private static void classes(PossibleRuns.Section section, Consumer<PossibleRuns.HopClass> next) {
        if (section instanceof PossibleRuns.Climb climb) {
            climb.classes().forEach(next);
        }
    }

    /** Every statement of every hop that may be gone has a way back. */
    public boolean holds() {
        return gaps().isEmpty();
    }

    /** One for each cause. */
    public List<Gap> gaps() {
        List<Gap> gaps = new ArrayList<>();
        classes.stream()
                .flatMap(hops -> hops.gap().stream())
                .filter(one -> gaps.stream().noneMatch(other -> other.at().equals(one.at())))
                .forEach(gaps::add);
        return gaps;
    }

    public int hops() {
        return classes.stream().mapToInt(each -> each.hops().size()).sum();
    }
}
