package dev.rung.model.prove;

import dev.rung.model.effect.Unmet.Need;
import dev.rung.model.prove.Runner.End;
import dev.rung.model.prove.Runner.Ending;
import dev.rung.model.prove.Scenario.Fault;
import dev.rung.model.prove.Scenario.Kind;
import dev.rung.model.prove.Scenario.Unasked;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Carries out a hop again and again, each time something else goes wrong, and looks for an end that is bad. */
final class Trials {
    private static final int SMOOTH = 4;
    private static final int ROUNDS = 6;

    private final RandomHop hop;
    private final Unasked unasked;
    private final Random random;
    final Map<End, Integer> ends = new EnumMap<>(End.class);
    private final Set<Need> refusedFor = EnumSet.noneOf(Need.class);

    /** An end that is neither the origin nor the goal. */
    record Bad(Scenario scenario, List<String> wrong, List<String> trace, String believed) {
        /** The same for all that ends badly in the same way. */
        String shape() {
            return wrong.getFirst().replaceAll("`[^`]*`", "…").replaceAll("\\[.*", "");
        }

        @Override
        public String toString() {
            return scenario + "\n  " + wrong + "\n  " + String.join("\n  ", trace) + "\n  believed: " + believed;
        }
    }

    private Trials(RandomHop hop, Unasked unasked, long seed) {
        this.hop = hop;
        this.unasked = unasked;
        this.random = new Random(seed);
    }

    static Trials of(RandomHop hop, long seed) {
        return new Trials(hop, Unasked.NOTHING, seed);
    }

    /** What a refusal is good for. */
    sealed interface Worth {
        /** Without what was asked for it would end badly. @param unasked the need in question; more where several refuse it */
        record Witness(Bad bad, Set<Need> unasked) implements Worth {}

        /** It does not come to its goal, whatever is asked for. */
        record NeverLands() implements Worth {}

        record Nothing() implements Worth {}
    }

    static Worth worth(RandomHop hop, Gap gap, long seed) {
        if (gap instanceof NeverLands) {
            Trials trials = new Trials(hop, new Unasked(Set.of(), true), seed);
            Optional<Bad> found = trials.smoothly(60 * ROUNDS);
            return found.<Worth>map(bad -> new Worth.Witness(bad, Set.of()))
                    .orElseGet(
                            () -> trials.ends.containsKey(End.LANDED) ? new Worth.Nothing() : new Worth.NeverLands());
        }
        Set<Need> needs = EnumSet.noneOf(Need.class);
        needs.addAll(needs(gap));
        boolean cannotHold = hop.layout().services().stream().anyMatch(service -> !service.holds());
        while (true) {
            Trials trials = new Trials(hop, new Unasked(needs, false), seed);
            Optional<Bad> found = trials.smoothly(10 * SMOOTH);
            int rounds = cannotHold && needs.contains(Need.HELD) ? 10 * ROUNDS : ROUNDS;
            for (int i = 0; i < rounds && found.isEmpty(); i++) {
                found = trials.round(i > 0);
            }
            if (found.isPresent()) {
                return new Worth.Witness(found.get(), needs);
            }
            if (!needs.addAll(trials.refusedFor) && !(cannotHold && needs.add(Need.HELD))) {
                return trials.lands() ? new Worth.Nothing() : new Worth.NeverLands();
            }
        }
    }

    private static Set<Need> needs(Gap gap) {
        return switch (gap) {
            case NoWayBack none -> none.need().map(Set::of).orElse(Set.of());
            case NeverLands ignored -> Set.of();
        };
    }

    /** Without any cut, with every one, and with more of them: at once, and on the way back. */
    Optional<Bad> search() {
        return smoothly(SMOOTH).or(() -> round(true));
    }

    int runs() {
        return ends.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Whether it comes to its goal when nothing goes wrong, at least now and then. */
    boolean lands() {
        for (int i = 0; i < 5 * SMOOTH; i++) {
            Runner runner = new Runner(hop, Scenario.smooth(random.nextLong()), unasked);
            if (runner.run().end() == End.LANDED) {
                return true;
            }
        }
        return false;
    }

    private Optional<Bad> smoothly(int often) {
        Optional<Bad> found = Optional.empty();
        for (int i = 0; i < often && found.isEmpty(); i++) {
            Scenario scenario = Scenario.smooth(random.nextLong());
            found = judged(new Runner(hop, scenario, unasked), scenario);
        }
        return found;
    }

    private Optional<Bad> round(boolean more) {
        Runner smooth = new Runner(hop, Scenario.smooth(random.nextLong()), unasked);
        smooth.run();
        for (int at = 1; at <= smooth.pieces().size(); at++) {
            for (Kind kind : Kind.values()) {
                int points = kind == Kind.FALL
                        ? hop.layout().services().size() - 1
                        : smooth.pieces().get(at - 1);
                for (int point = 0; point <= points; point++) {
                    Optional<Bad> found = around(new Fault(at, kind, point), more);
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Bad> around(Fault first, boolean more) {
        for (boolean resumes : List.of(true, false)) {
            boolean named = hop.named().isPresent() && random.nextBoolean();
            Scenario once = new Scenario(random.nextLong(), List.of(first), resumes, named);
            Runner runner = new Runner(hop, once, unasked);
            Optional<Bad> found = judged(runner, once);
            if (found.isEmpty() && more) {
                found = again(once, runner, true).or(() -> again(once, runner, false));
            }
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** @param atOnce whether the next thing that is done is cut as well; else something later, and something after that */
    private Optional<Bad> again(Scenario once, Runner runner, boolean atOnce) {
        List<Fault> faults = new ArrayList<>(once.faults());
        int last = faults.getLast().at();
        if (runner.pieces().size() <= last) {
            return Optional.empty();
        }
        faults.add(fault(
                runner,
                atOnce ? last + 1 : last + 1 + random.nextInt(runner.pieces().size() - last)));
        if (!atOnce && faults.getLast().at() < runner.pieces().size()) {
            int rest = runner.pieces().size() - faults.getLast().at();
            faults.add(fault(runner, faults.getLast().at() + 1 + random.nextInt(rest)));
        }
        Scenario scenario = new Scenario(once.seed(), faults, once.resumes(), once.named());
        return judged(new Runner(hop, scenario, unasked), scenario);
    }

    private Fault fault(Runner runner, int at) {
        Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
        return new Fault(at, kind, random.nextInt(runner.pieces().get(at - 1) + 1));
    }

    private Optional<Bad> judged(Runner runner, Scenario scenario) {
        Ending ending = runner.run();
        ends.merge(ending.end(), 1, Integer::sum);
        refusedFor.addAll(runner.refusedFor);
        boolean isJudgedByDamage = ending.end() == End.STUCK && !unasked.equals(Unasked.NOTHING);
        List<String> wrong =
                isJudgedByDamage ? Judge.damage(runner.world) : Judge.of(runner.world, hop.found(), ending);
        return wrong.isEmpty()
                ? Optional.empty()
                : Optional.of(new Bad(scenario, wrong, runner.world.trace, runner.believed.toString()));
    }

    /** The same hop with as few statements as it can have and still be proved and end badly. */
    static RandomHop minimal(RandomHop hop, long seed) {
        for (int i = 0; i < hop.statements().size(); i++) {
            RandomHop fewer = hop.without(i);
            if (!fewer.isEmpty()
                    && fewer.gaps().isEmpty()
                    && of(fewer, seed).search().isPresent()) {
                return minimal(fewer, seed);
            }
        }
        return hop;
    }
}
