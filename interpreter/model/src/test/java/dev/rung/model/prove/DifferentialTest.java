package dev.rung.model.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.model.prove.Runner.End;
import dev.rung.model.prove.Runner.Ending;
import dev.rung.model.prove.Scenario.Fault;
import dev.rung.model.prove.Scenario.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The proof against a world that knows the truth: what it lets pass ends well wherever it is cut, and what it refuses has
 * a cut that ends badly once nobody asks for needs.
 */
class DifferentialTest {
    private static final int HOPS = Integer.getInteger("rung.differential", 30);
    private static final long SEED = Long.getLong("rung.differential.seed", 20250901L);
    private static final int SHOWN = Integer.getInteger("rung.differential.shown", 3);

    /** Also what {@link KnownBreaksTest} shows to break. */
    private static final boolean SEVERE = Boolean.getBoolean("rung.differential.all");

    private final Map<String, Integer> counts = new TreeMap<>();
    private final Map<String, List<String>> shapes = new TreeMap<>();
    private final List<String> bad = new ArrayList<>();

    private record Bad(Scenario scenario, List<String> wrong, List<String> trace, String believed) {}

    @Test
    void whatIsProvedEndsWellAndWhatIsRefusedMayNot() {
        RandomHops hops = new RandomHops(SEED, !SEVERE);
        for (int i = 0; i < HOPS; i++) {
            RandomHop hop = hops.next();
            List<Gap> breaks = Foresight.find(hop.plan());
            count("generated");
            if (breaks.isEmpty()) {
                count("proved");
                proved(hop, SEED + i);
            } else {
                count("refused");
                refused(hop, SEED + i, breaks.getFirst());
            }
        }
        counts.forEach((what, many) -> System.out.println("differential: " + what + ": " + many));
        shapes.forEach(
                (shape, cases) -> cases.stream().limit(SHOWN).forEach(each -> System.out.println(shape + "\n" + each)));
        assertThat(bad).isEmpty();
        assertThat(counts.get("proved")).isPositive();
        assertThat(counts.get("refused")).isPositive();
    }

    private void proved(RandomHop hop, long seed) {
        if (new Runner(hop, new Scenario(seed, List.of(), false, false, SEVERE), true)
                        .run()
                        .end()
                != End.LANDED) {
            count("proved, but does not land");
        }
        Optional<Bad> found = search(hop, seed, true, true);
        if (found.isPresent()) {
            count("BAD ENDINGS");
            count("bad: "
                    + found.get().wrong().getFirst().replaceAll("`[^`]*`", "…").replaceAll("\\[.*", ""));
            RandomHop least = minimal(hop, seed);
            Bad worst = search(least, seed, true, false)
                    .or(() -> search(least, seed, true, true))
                    .orElseThrow();
            bad.add("\n" + least.describe() + "  " + worst.scenario() + "\n  " + worst.wrong() + "\n  "
                    + String.join("\n  ", worst.trace()) + "\n  believed: " + worst.believed());
        }
    }

    /** With as few statements as it can have and still be proved and end badly. */
    private RandomHop minimal(RandomHop hop, long seed) {
        for (int i = 0; i < hop.statements().size(); i++) {
            RandomHop fewer = hop.without(i);
            if (fewer.effects().isEmpty() || !Foresight.find(fewer.plan()).isEmpty()) {
                continue;
            }
            if (search(fewer, seed, true, false).isPresent()) {
                return minimal(fewer, seed);
            }
        }
        return hop;
    }

    private void refused(RandomHop hop, long seed, Gap first) {
        String words = first.why()
                .replaceAll("`[^`]*`(, `[^`]*`)*( and `[^`]*`)?", "…")
                .replaceAll("deed\\d+(-form)?", "…");
        Optional<Bad> found = Optional.empty();
        for (int i = 0; i < 4 && found.isEmpty(); i++) {
            found = search(hop, seed + 1000L * i, false, i > 0);
        }
        boolean lands = new Runner(hop, new Scenario(seed, List.of(), false, false, SEVERE), false)
                        .run()
                        .end()
                == End.LANDED;
        String witness =
                found.isPresent() ? "with a witness" : lands ? "WITHOUT a witness" : "it would not land anyway";
        count("refused, " + witness + ": " + words);
        if (found.isEmpty() && lands) {
            shapes.computeIfAbsent("no witness: " + words, shape -> new ArrayList<>())
                    .add(hop.describe() + "  at: " + first.step().text() + "\n  why: " + first.why());
        }
    }

    /** One way to end badly: without any cut, with each single one, and with some second ones. */
    private Optional<Bad> search(RandomHop hop, long seed, boolean heedsNeeds, boolean twice) {
        Random random = new Random(seed);
        Runner smooth = new Runner(hop, new Scenario(random.nextLong(), List.of(), false, false, SEVERE), heedsNeeds);
        Optional<Bad> found = tried(smooth, new Scenario(seed, List.of(), false, false, SEVERE), heedsNeeds);
        for (int at = 1; at <= smooth.pieces.size() && found.isEmpty(); at++) {
            for (Kind kind : Kind.values()) {
                int points = kind == Kind.FALL ? hop.layout().services().size() - 1 : smooth.pieces.get(at - 1);
                for (int point = 0; point <= points && found.isEmpty(); point++) {
                    found = around(hop, new Fault(at, kind, point), random, heedsNeeds, twice);
                }
            }
        }
        return found;
    }

    private Optional<Bad> around(RandomHop hop, Fault first, Random random, boolean heedsNeeds, boolean twice) {
        for (boolean resumes : List.of(true, false)) {
            Scenario once = new Scenario(
                    random.nextLong(),
                    List.of(first),
                    resumes,
                    hop.named().isPresent() && random.nextBoolean(),
                    SEVERE);
            Runner runner = new Runner(hop, once, heedsNeeds);
            Optional<Bad> found = tried(runner, once, heedsNeeds);
            int after = runner.pieces.size() - first.at();
            if (found.isEmpty() && twice && after > 0) {
                int at = first.at() + 1 + random.nextInt(after);
                Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
                int point = random.nextInt(runner.pieces.get(at - 1) + 1);
                Scenario second = new Scenario(
                        once.seed(), List.of(first, new Fault(at, kind, point)), resumes, once.named(), SEVERE);
                found = tried(new Runner(hop, second, heedsNeeds), second, heedsNeeds);
            }
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Bad> tried(Runner runner, Scenario scenario, boolean heedsNeeds) {
        Ending ending = runner.run();
        if (heedsNeeds) {
            count("runs of what is proved");
            count("ends of what is proved: " + ending.end());
        }
        boolean stuck = ending.end() == End.STUCK;
        List<String> wrong = heedsNeeds || !stuck ? Judge.of(runner.world, ending) : Judge.damage(runner.world);
        return wrong.isEmpty()
                ? Optional.empty()
                : Optional.of(new Bad(scenario, wrong, runner.world.trace, runner.believed.toString()));
    }

    private void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }
}
