package dev.rung.model.prove;

import dev.rung.model.prove.Trials.Bad;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds out by what a broken model is caught. Loaded anew with each, beside the model that it is to catch. */
final class Catcher {
    private static final List<String> WORKED =
            List.of("wayback.WaybackTest", "wayback.DeedsTest", "prove.KnownBreaksTest", "prove.LandingsTest");

    private final long seed;
    private final int randomHops;
    private final List<String> proved = new ArrayList<>();

    private Catcher(long seed, int randomHops) {
        this.seed = seed;
        this.randomHops = randomHops;
    }

    /** By what it is caught; empty if by nothing. */
    static String caughtBy(long seed, int randomHops) {
        Catcher catcher = new Catcher(seed, randomHops);
        return catcher.byProofs()
                .or(catcher::byRuns)
                .or(catcher::byRandomHops)
                .or(catcher::byWorkedCases)
                .orElse("");
    }

    /** Without any run: what should be proved is not. */
    private Optional<String> byProofs() {
        for (Aim aim : Aim.all()) {
            Optional<String> caught = guarded(
                    aim,
                    () -> aim.sensible(seed).gaps().isEmpty()
                            ? Optional.empty()
                            : Optional.of("`" + aim + "` is not proved"));
            if (caught.isPresent()) {
                return caught;
            }
        }
        return Optional.empty();
    }

    /** What it should not have proved ends badly; or what it rightly has. */
    private Optional<String> byRuns() {
        for (Aim aim : Aim.all()) {
            Optional<String> caught = guarded(
                    aim,
                    () -> aim.flawed(seed)
                            .filter(flawed -> flawed.gaps().isEmpty())
                            .flatMap(flawed -> {
                                proved.add(aim.name());
                                return ends(flawed, 3).map(bad -> "`" + aim + "`, the flawed one, which it proves");
                            }));
            if (caught.isPresent()) {
                return caught;
            }
        }
        for (Aim aim : Aim.all()) {
            Optional<String> caught =
                    guarded(aim, () -> ends(aim.sensible(seed), 1).map(bad -> "`" + aim + "`"));
            if (caught.isPresent()) {
                return caught;
            }
        }
        return Optional.empty();
    }

    private Optional<Bad> ends(RandomHop hop, int times) {
        Optional<Bad> bad = Optional.empty();
        for (int i = 0; i < times && bad.isEmpty(); i++) {
            bad = Trials.of(hop, seed + i).search();
        }
        return bad;
    }

    private Optional<String> byRandomHops() {
        RandomHops hops = new RandomHops(seed);
        for (int i = 0; i < randomHops; i++) {
            RandomHop hop = hops.next();
            Optional<String> caught = guarded(
                    "a random hop",
                    () -> hop.gaps().isEmpty() ? ends(hop, 1).map(bad -> "a random hop") : Optional.empty());
            if (caught.isPresent()) {
                return caught;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> guarded(Object what, Supplier<Optional<String>> trial) {
        try {
            return trial.get();
        } catch (RuntimeException | StackOverflowError thrown) {
            return Optional.of("`" + what + "`: " + thrown.getClass().getSimpleName());
        }
    }

    private Optional<String> byWorkedCases() {
        for (String name : WORKED) {
            for (Method method : cases(name)) {
                if (fails(method)) {
                    return Optional.of(method.getDeclaringClass().getSimpleName() + ": " + method.getName());
                }
            }
        }
        return Optional.empty();
    }

    private static List<Method> cases(String name) {
        try {
            return Arrays.stream(Class.forName("dev.rung.model." + name).getDeclaredMethods())
                    .filter(method -> Arrays.stream(method.getAnnotations())
                            .anyMatch(mark ->
                                    mark.annotationType().getSimpleName().equals("Test")))
                    .sorted((a, b) -> a.getName().compareTo(b.getName()))
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
