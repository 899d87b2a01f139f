package dev.rung.model.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.model.effect.Check;
import dev.rung.model.effect.Condition;
import dev.rung.model.effect.Effect;
import dev.rung.model.effect.Run;
import dev.rung.model.effect.Start;
import dev.rung.model.effect.Stop;
import dev.rung.model.effect.Unmet.Need;
import dev.rung.model.prove.Trials.Bad;
import dev.rung.model.prove.Trials.Worth;
import dev.rung.model.state.Layout;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The proof against a world that knows the truth: what it lets pass ends well wherever it is cut, and what it refuses has
 * a cut that ends badly once nobody asks for the need in question.
 */
class DifferentialTest {
    private static final int HOPS = Integer.getInteger("rung.differential", 30);
    private static final long SEED = Long.getLong("rung.differential.seed", 20250901L);
    private static final int SHOWN = Integer.getInteger("rung.differential.shown", 3);

    /** From so many on each reason to refuse has come up often enough. */
    private static final int MANY = 300;

    /** How often each rule is aimed at, broken; a third of it as it should be. */
    private static final int AIMED = HOPS >= MANY ? 33 : 1;

    private static final String UNEXPLAINED = "without a witness, UNEXPLAINED";

    private final Map<String, Integer> counts = new TreeMap<>();
    private final Map<String, Integer> refusals = new TreeMap<>();
    private final List<String> notAsAimed = new ArrayList<>();
    private final Map<String, List<String>> shapes = new TreeMap<>();
    private final List<String> bad = new ArrayList<>();
    private final List<String> inVain = new ArrayList<>();

    @Test
    void whatIsProvedEndsWellAndWhatIsRefusedMayNot() {
        RandomHops hops = new RandomHops(SEED);
        for (int i = 0; i < HOPS; i++) {
            hop(hops.next(), SEED + i);
        }
        for (Aim aim : Aim.all()) {
            for (int i = 0; i < AIMED; i++) {
                aimed(aim, SEED + i);
            }
        }
        report();
        assertThat(bad).isEmpty();
        assertThat(notAsAimed).isEmpty();
        assertThat(inVain).isEmpty();
        assertThat(counts.get("proved") * 5).isGreaterThan(counts.get("generated"));
        assertThat(counts.get("refused") * 5).isGreaterThan(counts.get("generated"));
        assertThat(counts.getOrDefault(UNEXPLAINED, 0) * 100).isLessThanOrEqualTo(counts.get("refused"));
        if (HOPS >= MANY) {
            assertThat(refusals)
                    .allSatisfy((why, many) -> assertThat(many).as(why).isGreaterThanOrEqualTo(30));
        }
    }

    private void aimed(Aim aim, long seed) {
        if ((seed - SEED) % 3 == 0) {
            sensible(aim, seed);
        }
        aim.flawed(seed).ifPresent(flawed -> {
            if (hop(flawed, seed).isEmpty()) {
                notAsAimed.add(aim + " is not refused\n" + flawed.describe());
            }
        });
    }

    private void sensible(Aim aim, long seed) {
        RandomHop sensible = aim.sensible(seed);
        List<Gap> gaps = hop(sensible, seed);
        if (!gaps.isEmpty()) {
            notAsAimed.add(aim + " is not proved: " + gaps.getFirst().summary() + "\n" + sensible.describe());
        }
    }

    private List<Gap> hop(RandomHop hop, long seed) {
        List<Gap> gaps = hop.gaps();
        count("generated");
        if (gaps.isEmpty()) {
            count("proved");
            proved(hop, seed);
        } else {
            count("refused");
            refused(hop, seed, gaps.getFirst());
        }
        return gaps;
    }

    private void report() {
        counts.forEach((what, many) -> System.out.println("differential: " + what + ": " + many));
        refusals.forEach((why, many) -> System.out.println("differential: refused, " + why + ": " + many));
        shapes.forEach(
                (shape, cases) -> cases.stream().limit(SHOWN).forEach(each -> System.out.println(shape + "\n" + each)));
    }

    private void proved(RandomHop hop, long seed) {
        Trials trials = Trials.of(hop, seed);
        if (!trials.lands()) {
            boolean explained = asksWhoIsDown(hop);
            count("proved, but does not land" + (explained ? ": what only runs later is asked its version" : ""));
            if (!explained) {
                inVain.add(hop.describe());
            }
        }
        Optional<Bad> found = trials.search();
        trials.ends.forEach((end, many) -> counts.merge("ends of what is proved: " + end, many, Integer::sum));
        counts.merge("runs of what is proved", trials.runs(), Integer::sum);
        if (found.isPresent()) {
            count("BAD ENDINGS");
            count("bad: " + found.get().shape());
            RandomHop least = Trials.minimal(hop, seed);
            Bad worst = Trials.of(least, seed).search().orElse(found.get());
            bad.add("\n" + least.describe() + "  " + worst);
        }
    }

    private void refused(RandomHop hop, long seed, Gap gap) {
        String need = gap instanceof NoWayBack noWayBack
                ? noWayBack.need().map(Need::toString).orElse("the way back does not arrive")
                : "never lands";
        refusals.merge(need, 1, Integer::sum);
        switch (Trials.worth(hop, gap, seed)) {
            case Worth.Witness(Bad ignored, Set<Need> unasked) ->
                count("witnesses: " + (unasked.size() < 2 ? "of that need alone" : "together with other needs"));
            case Worth.NeverLands() -> count("witnesses: it does not land, whatever is asked for");
            case Worth.Nothing() -> {
                Optional<String> explained = explained(hop, gap);
                count(explained.map(why -> "without a witness: " + why).orElse(UNEXPLAINED));
                if (explained.isEmpty()) {
                    shapes.computeIfAbsent("no witness, " + need, shape -> new ArrayList<>())
                            .add(hop.describe() + "  at: " + gap.step().text() + "\n  why: " + gap.why());
                }
            }
        }
    }

    /** What the proof is stricter about than this world, and means to be. */
    private static Optional<String> explained(RandomHop hop, Gap gap) {
        Optional<Need> need = gap instanceof NoWayBack none ? none.need() : Optional.empty();
        boolean byHand = hop.statements().stream()
                .flatMap(statement -> statement.effects().stream())
                .anyMatch(effect -> effect instanceof Run run
                        && !run.changes().code().isEmpty()
                        && run.changes().undoable());
        boolean cannotHold = hop.layout().services().stream().anyMatch(service -> !service.holds());
        if (byHand && need.equals(Optional.of(Need.COVER))) {
            return Optional.of("what takes code back by hand is no backup of what newer code migrates");
        }
        if (byHand && cannotHold && gap instanceof NoWayBack && need.isEmpty()) {
            return Optional.of("who cannot be held may run on with newer code while older is put back by hand");
        }
        if (need.equals(Optional.of(Need.HELD)) && cannotHold) {
            return Optional.of("whether who cannot be held writes while something is restored under it is luck");
        }
        if (need.equals(Optional.of(Need.NO_OLD_CODE))
                && hop.layout().systems().stream().anyMatch(DifferentialTest::isLeftAlone)) {
            return Optional.of(
                    "whether a system that is left alone can live with what is changed under it nobody knows");
        }
        return gap instanceof NeverLands && sharesDataBetweenSystems(hop.layout())
                ? Optional.of("whoever waits for one system over the same data has waited for the other")
                : Optional.empty();
    }

    /**
     * In this world only who runs says a version. What a runbook's {@code installed} reads may be there before that, so the
     * proof asks for nobody.
     */
    private static boolean asksWhoIsDown(RandomHop hop) {
        Set<String> down = new HashSet<>(hop.found().keySet());
        for (Statement statement : hop.statements()) {
            for (Effect effect : statement.effects()) {
                switch (effect) {
                    case Stop stop -> down.add(stop.service());
                    case Start start -> down.remove(start.service());
                    case Check(Condition.InstalledIs is, String ignored)
                    when hop.layout().servicesOf(is.system()).stream().allMatch(each -> down.contains(each.name())) -> {
                        return true;
                    }
                    default -> {
                        // tells nothing of who is down
                    }
                }
            }
        }
        return false;
    }

    private static boolean isLeftAlone(Layout.CodeGroup group) {
        return group.artifacts().isEmpty();
    }

    private static boolean sharesDataBetweenSystems(Layout layout) {
        return layout.dataNames().stream()
                .anyMatch(part -> layout.usersOf(Set.of(part)).stream()
                                .map(Layout.Service::system)
                                .distinct()
                                .count()
                        > 1);
    }

    private void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }
}
