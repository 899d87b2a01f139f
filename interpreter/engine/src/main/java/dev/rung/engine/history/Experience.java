package dev.rung.engine.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How long the statements of a runbook took in its earlier runs, and the effects of its ways back. */
public final class Experience {
    /** Stands for a statement where the engine went back. */
    static final String WAY_BACK = "way-back";

    /** Runs of a year ago say less of tonight than the last ones. */
    private static final int NEWEST = 10;

    private final Map<String, List<Duration>> statements = new HashMap<>();
    private final Map<String, List<Duration>> effects = new HashMap<>();

    /**
     * @param usual the median of the newest times
     * @param longest of them
     * @param times how many they are
     */
    public record Expected(Duration usual, Duration longest, int times) {}

    /** @param effect its words on a way back, else empty @param worked all effects of the statement together */
    record Took(String step, String effect, Duration worked) {}

    private Experience() {}

    /** None at all. */
    public static Experience none() {
        return new Experience();
    }

    /** @param took the newest first */
    static Experience of(List<Took> took) {
        Experience experience = new Experience();
        for (Took one : took) {
            Map<String, List<Duration>> kind = one.step().equals(WAY_BACK) ? experience.effects : experience.statements;
            String key = one.step().equals(WAY_BACK) ? one.effect() : one.step();
            kind.computeIfAbsent(key, any -> new ArrayList<>()).add(one.worked());
        }
        return experience;
    }

    public boolean isNone() {
        return statements.isEmpty();
    }

    /** Of the statement itself. */
    public Optional<Expected> ofStatement(String id) {
        return expected(statements.getOrDefault(id, List.of()));
    }

    /**
     * Of a statement in a hop: of the same one in other hops, where this hop was never taken.
     *
     * @param hop the id of the hop, which ends with the version that it goes to: {@code upgrade/2.0.1}
     * @param id {@code upgrade/2.0.1/swap-jar}
     */
    public Optional<Expected> ofStatement(String id, String hop) {
        Optional<Expected> same = ofStatement(id);
        if (same.isPresent() || !id.startsWith(hop + "/")) {
            return same;
        }
        String ladder = hop.substring(0, hop.lastIndexOf('/') + 1);
        String inHop = id.substring(hop.length());
        List<Duration> others = statements.entrySet().stream()
                .filter(other -> isOfHop(other.getKey(), ladder, inHop))
                .flatMap(other -> other.getValue().stream())
                .toList();
        return expected(others);
    }

    private static boolean isOfHop(String id, String ladder, String inHop) {
        if (!id.startsWith(ladder) || !id.endsWith(inHop) || id.length() <= ladder.length() + inHop.length()) {
            return false;
        }
        return id.substring(ladder.length(), id.length() - inHop.length()).indexOf('/') < 0;
    }

    /** Of an effect of a way back. @param words as a journal has them */
    public Optional<Expected> ofWayBack(String words) {
        return expected(effects.getOrDefault(words, List.of()));
    }

    private static Optional<Expected> expected(List<Duration> all) {
        List<Duration> newest = all.stream().limit(NEWEST).sorted().toList();
        return newest.isEmpty()
                ? Optional.empty()
                : Optional.of(new Expected(newest.get(newest.size() / 2), newest.getLast(), newest.size()));
    }
}
