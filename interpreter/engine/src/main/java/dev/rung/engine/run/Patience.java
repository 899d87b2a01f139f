package dev.rung.engine.run;

import dev.rung.engine.driver.Commands.Working;
import dev.rung.engine.driver.Surroundings;
import dev.rung.engine.driver.Trouble;
import dev.rung.engine.run.Verifier.Answer;
import dev.rung.engine.run.Verifier.Verdict;
import dev.rung.model.effect.Condition;
import dev.rung.model.effect.Wait;
import dev.rung.model.expression.Durations;
import dev.rung.model.state.Layout;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Waits: until a condition holds, or until what outlived its statement is over. */
final class Patience {
    /** For a wait of the engine's own, such as the one behind a start on the way back. */
    static final Duration LIMIT = Duration.ofMinutes(10);

    private static final Duration SETTLE = Duration.ofMinutes(10);
    private static final Duration END = Duration.ofSeconds(10);
    private static final int LAST_LINES = 3;
    private static final long FIRST_PAUSE = 50;
    private static final long LONGEST_PAUSE = 1_000;

    private final World world;
    private final Verifier verifier;
    private final Operator operator;
    private final Consumer<Event> events;

    Patience(World world, Verifier verifier, Operator operator, Consumer<Event> events) {
        this.world = world;
        this.verifier = verifier;
        this.operator = operator;
        this.events = events;
    }

    /** Fails at once when a service of the system is down, or when {@code unless} comes true. */
    String await(Wait wait, Optional<Duration> within, Stretch stretch) throws Trouble {
        Duration limit = within.orElse(LIMIT);
        Instant end = now().plus(limit);
        long pause = FIRST_PAUSE;
        List<Layout.Service> mustRun = startedServices(wait, stretch);
        while (true) {
            Verdict verdict = verifier.ask(wait.condition());
            if (verdict.answer() == Answer.YES) {
                return verdict.words();
            }
            failIfHopeless(wait, mustRun);
            if (operator.wantsToEnd()) {
                throw new Trouble("waiting was ended by a person; until then: " + verdict.words());
            }
            Duration left = Duration.between(now(), end);
            if (left.isNegative() || left.isZero()) {
                throw new Trouble("after " + Durations.shown(limit) + " it still does not hold: " + verdict.words());
            }
            events.accept(new Event.Waiting(verdict.words(), left));
            sleep(Math.min(pause, Math.max(1, left.toMillis())));
            pause = Math.min(LONGEST_PAUSE, pause * 3 / 2);
        }
    }

    /** Of a system whose health is waited for, those that have been started: if one of them falls over, waiting is over. */
    private List<Layout.Service> startedServices(Wait wait, Stretch stretch) throws Trouble {
        if (!(wait.condition() instanceof Condition.Healthy(String system))) {
            return List.of();
        }
        List<Layout.Service> started = new ArrayList<>();
        for (Layout.Service service : stretch.layout().servicesOf(system)) {
            if (!world.service(service.name()).look().held()) {
                started.add(service);
            }
        }
        return started;
    }

    private void failIfHopeless(Wait wait, List<Layout.Service> mustRun) throws Trouble {
        if (wait.unless().isPresent()) {
            Verdict verdict = verifier.ask(wait.unless().get());
            if (verdict.answer() == Answer.YES) {
                throw new Trouble("waiting is pointless, " + verdict.words() + lastWords(mustRun));
            }
        }
        for (Layout.Service service : mustRun) {
            if (!world.service(service.name()).look().up()) {
                throw new Trouble("`" + service.name() + "` has stopped by itself" + lastWords(List.of(service)));
            }
        }
    }

    private String lastWords(List<Layout.Service> services) {
        List<String> words = new ArrayList<>();
        for (Layout.Service service : services) {
            try {
                List<String> lines = world.service(service.name())
                        .log()
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
                words.addAll(lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
            } catch (Trouble noLog) {
                // The failure itself is what counts.
            }
        }
        return words.isEmpty() ? "" : "; its log ends with: " + String.join(" | ", words);
    }

    /**
     * Waits for what an interrupted statement began, and ends it when it takes too long: its data go back anyway. A request
     * nobody can end; it is given up.
     *
     * @return what has become of requests
     */
    String settle() throws Trouble {
        Instant end = now().plus(SETTLE);
        while (world.isAtWork() && now().isBefore(end)) {
            events.accept(new Event.Waiting(atWork(), Duration.between(now(), end)));
            sleep(200);
        }
        for (boolean force : new boolean[] {false, true}) {
            world.working().forEach(left -> left.commands().end(left.program().pid(), force));
            Instant gone = now().plus(END);
            while (!working().isEmpty() && now().isBefore(gone)) {
                sleep(100);
            }
        }
        if (!working().isEmpty()) {
            throw new Trouble(words(working()) + " is still working and cannot be ended");
        }
        List<String> fates = new ArrayList<>(world.outstanding().ended());
        world.outstanding()
                .giveUp()
                .forEach(left -> fates.add(left + ", and is given up: it may be carried out at any time"));
        fates.forEach(fate -> events.accept(new Event.Said(fate)));
        return String.join("; ", fates);
    }

    private String atWork() {
        List<String> words = new ArrayList<>();
        if (!working().isEmpty()) {
            words.add(words(working()) + " is still working");
        }
        world.outstanding().open().forEach(request -> words.add(request.words()));
        return String.join("; ", words);
    }

    private List<Working> working() {
        return world.working().stream().map(World.AtWork::program).toList();
    }

    private static String words(List<Working> working) {
        return working.stream()
                .map(one -> "process " + one.pid() + " (" + one.command() + ")")
                .collect(Collectors.joining(", "));
    }

    private Instant now() {
        return world.surroundings().clock().instant();
    }

    private void sleep(long millis) throws Trouble {
        Surroundings.Sleep sleep = world.surroundings().sleep();
        try {
            sleep.millis(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Trouble("waiting was interrupted", "", interrupted);
        }
    }
}
