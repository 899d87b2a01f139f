package dev.rung.model.prove;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/** Finds out by what a broken model is caught. Loaded anew with each, beside the model that it is to catch. */
final class Catcher {
    private static final List<String> WORKED = List.of(
            "state.StateTest",
            "effect.NeedsTest",
            "wayback.LandingTest",
            "wayback.RetreatTest",
            "wayback.ThresholdTest",
            "wayback.WaybackTest",
            "wayback.DeedsTest",
            "prove.BodyWalkTest",
            "prove.CutsTest",
            "prove.HomecomingTest",
            "prove.KnownBreaksTest",
            "prove.LandingsTest",
            "prove.SketchesTest");

    /** An aim leaves some of its hop to luck. */
    private static final int SEEDS = 3;

    private final long seed;
    private final List<Attempt> attempts = new ArrayList<>();

    /** @param succeeds whether the model is caught */
    private record Attempt(String by, BooleanSupplier succeeds) {}

    private Catcher(long seed) {
        this.seed = seed;
    }

    /** By what it is caught; empty if by nothing. @param first what is tried before all others, whatever it would cost */
    static String caughtBy(long seed, int randomHops, String first) {
        Catcher catcher = new Catcher(seed);
        catcher.byProofs();
        catcher.byFlawed();
        catcher.byWorkedCases();
        catcher.byProved();
        catcher.bySensible();
        catcher.byRandomHops(randomHops);
        return catcher.attempts.stream()
                .sorted(Comparator.comparing(attempt -> !attempt.by().equals(first)))
                .filter(attempt -> attempt.succeeds().getAsBoolean())
                .map(Attempt::by)
                .findFirst()
                .orElse("");
    }

    /** Without any run: what should be proved is not. */
    private void byProofs() {
        for (Aim aim : Aim.all()) {
            attempt("`" + aim + "` is refused", () -> {
                for (int i = 0; i < SEEDS; i++) {
                    if (!aim.sensible(seed + i).gaps().isEmpty()) {
                        return true;
                    }
                }
                return false;
            });
        }
    }

    /** What it should not have proved ends badly. */
    private void byFlawed() {
        for (Aim aim : Aim.all()) {
            attempt("`" + aim + "`, the flawed one, is proved and ends badly", () -> {
                for (int i = 0; i < SEEDS; i++) {
                    RandomHop hop = aim.flawed(seed + i).orElse(null);
                    if (hop != null && hop.gaps().isEmpty() && endsBadly(hop, 2)) {
                        return true;
                    }
                }
                return false;
            });
        }
    }

    /** It does not end badly, since who carries it out asks for the same; but that was to be said before. */
    private void byProved() {
        for (Aim aim : Aim.all()) {
            attempt(
                    "`" + aim + "`, the flawed one, is proved",
                    () -> aim.flawed(seed)
                            .filter(flawed -> flawed.gaps().isEmpty())
                            .isPresent());
        }
    }

    /** What it rightly has proved ends badly. */
    private void bySensible() {
        for (Aim aim : Aim.all()) {
            attempt("`" + aim + "` ends badly", () -> endsBadly(aim.sensible(seed), 1));
        }
    }

    private boolean endsBadly(RandomHop hop, int times) {
        for (int i = 0; i < times; i++) {
            if (Trials.of(hop, seed + i).search().isPresent()) {
                return true;
            }
        }
        return false;
    }

    private void byRandomHops(int many) {
        RandomHops hops = new RandomHops(seed);
        for (int i = 0; i < many; i++) {
            RandomHop hop = hops.next();
            attempt("a random hop ends badly", () -> hop.gaps().isEmpty() && endsBadly(hop, 1));
        }
    }

    /** What throws is caught as well. */
    private void attempt(String by, BooleanSupplier trial) {
        attempts.add(new Attempt(by, () -> {
            try {
                return trial.getAsBoolean();
            } catch (RuntimeException | StackOverflowError thrown) {
                return true;
            }
        }));
    }

    private void byWorkedCases() {
        for (String name : WORKED) {
            for (Method method : cases(name)) {
                attempt(method.getDeclaringClass().getSimpleName() + ": " + inWords(method), () -> fails(method));
            }
        }
    }

    private static String inWords(Method method) {
        return method.getName().replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }

    private static List<Method> cases(String name) {
        try {
            return Arrays.stream(Class.forName("dev.rung.model." + name).getDeclaredMethods())
                    .filter(method -> Arrays.stream(method.getAnnotations())
                            .anyMatch(mark ->
                                    mark.annotationType().getSimpleName().equals("Test")))
                    .sorted(Comparator.comparing(Method::getName))
                    .toList();
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static boolean fails(Method method) {
        try {
            var constructor = method.getDeclaringClass().getDeclaredConstructor();
            constructor.setAccessible(true);
            method.setAccessible(true);
            method.invoke(constructor.newInstance());
            return false;
        } catch (InvocationTargetException failed) {
            return true;
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
