package dev.rung.model.prove;

import dev.rung.model.plan.Item;
import dev.rung.model.plan.PossibleHops;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was shown of a runbook before anything runs: of every hop that its release files and bounds allow, of every
 * statement in it and of every cut, whether there is a way back.
 *
 * @param starts how many releases it lets one begin from
 * @param classes hops that look the same to all effects are walked through once
 */
public record Proof(int starts, List<HopClass> classes, List<PossibleHops.DeadEnd> deadEnds) {
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

    public static Proof of(PossibleHops possibleHops) {
        Map<List<String>, List<Item.Hop>> alike = new LinkedHashMap<>();
        possibleHops
                .hops()
                .forEach(hop -> alike.computeIfAbsent(Shape.of(hop), shape -> new ArrayList<>())
                        .add(hop));
        List<HopClass> classes = new ArrayList<>();
        for (List<Item.Hop> hops : alike.values()) {
            List<String> words = hops.stream().map(Proof::words).toList();
            HopWalk walk = HopWalk.through(hops.getFirst(), words);
            classes.add(new HopClass(hops.getFirst().system(), words, walk.exposures(), walk.gap()));
        }
        return new Proof(possibleHops.starts(), classes, possibleHops.deadEnds());
    }

    static String words(Item.Hop hop) {
        return hop.from() + " → " + hop.to();
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
