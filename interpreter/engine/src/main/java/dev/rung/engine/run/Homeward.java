package dev.rung.engine.run;

import dev.rung.engine.driver.Trouble;
import dev.rung.engine.journal.Entry;
import dev.rung.model.effect.Changes;
import dev.rung.model.effect.Effect;
import dev.rung.model.effect.Revert;
import dev.rung.model.effect.Start;
import dev.rung.model.effect.Stop;
import dev.rung.model.effect.Wait;
import dev.rung.model.plan.Item;
import dev.rung.model.state.State;
import dev.rung.model.wayback.Route;
import dev.rung.model.wayback.Wayback;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Takes the way back: asks the model for it, does the first effect, looks, asks again, until everything is as it was. So
 * it does not matter where an earlier attempt was cut off.
 */
final class Homeward {
    /** More effects than any way back has: going on would be going round in circles. */
    private static final int TOO_MANY = 1_000;

    /** So often it is asked anew when something came up by itself in between. */
    private static final int REFUSALS = 3;

    private final Bench bench;
    private final MustKeep mustKeep;
    private final RunLog log;
    private final Consumer<Event> events;
    private final Clock clock;
    private final Optional<String> rollback;
    private int refusals;

    Homeward(
            Bench bench,
            MustKeep mustKeep,
            RunLog log,
            Consumer<Event> events,
            Clock clock,
            Optional<String> rollback) {
        this.bench = bench;
        this.mustKeep = mustKeep;
        this.log = log;
        this.events = events;
        this.clock = clock;
        this.rollback = rollback;
    }

    /** How a way back ended. */
    sealed interface Arrival {
        record Home() implements Arrival {}

        record Stuck(String why, List<String> left) implements Arrival {}

        /** Nothing was taken back, because the runbook has passed a point of no return. */
        record OnlyForward(String why) implements Arrival {}
    }

    /** What is written down, and told, of a way back. */
    interface Milestones {
        void began(Route.Back ahead);

        /** @param hasBegun whether there was anything to do */
        void arrived(boolean hasBegun);
    }

    Arrival take(Stretch goal, String reason) {
        return take(goal, named(goal, rollback, log), toStartOf(goal, reason));
    }

    /** @param chosen the named rollback to take where the state allows it */
    Arrival take(Stretch goal, Optional<Wayback.Named> chosen, Milestones milestones) {
        Optional<Wayback.Named> named = chosen;
        boolean begun = false;
        try {
            for (int number = 0; number < TOO_MANY; number++) {
                Route route = Wayback.from(bench.look(goal), goal.origin(), named);
                switch (route) {
                    case Route.None(List<String> parts, String why) -> {
                        return new Arrival.Stuck(why, List.of());
                    }
                    case Route.Forward(String why) -> {
                        return new Arrival.OnlyForward(why);
                    }
                    case Route.Back back
                    when back.arrived() -> {
                        mustKeep.afterWayBack(goal);
                        milestones.arrived(begun);
                        return new Arrival.Home();
                    }
                    case Route.Back back -> {
                        if (!begun) {
                            milestones.began(back);
                            begun = true;
                        }
                        Effect effect = back.effects().getFirst();
                        named = oneStep(number, effect, goal, named);
                    }
                }
            }
        } catch (Trouble trouble) {
            return stuck(trouble, goal, named);
        }
        throw new IllegalStateException("the way back does not come to an end");
    }

    private Optional<Wayback.Named> oneStep(int number, Effect effect, Stretch goal, Optional<Wayback.Named> named)
            throws Trouble {
        if (effect instanceof Start) {
            mustKeep.bringBack(goal, number, bench.believed(), events);
        }
        events.accept(new Event.WayBackStep(effect.words()));
        try {
            bench.carryOut(RunLog.WAY_BACK, number, true, effect, goal, waitLimit(effect, goal));
            return named;
        } catch (Unanswered missing) {
            throw new Trouble(
                    missing.getMessage(), "`rung resume " + missing.give() + "` goes on once it is done", missing);
        } catch (Trouble trouble) {
            if (effect instanceof Revert) {
                events.accept(
                        new Event.Said("the named rollback failed, so the backup is restored: " + trouble.words()));
                return Optional.empty();
            }
            boolean cameUp = trouble instanceof NotReady || effect instanceof Stop;
            if (cameUp && refusals < REFUSALS) {
                refusals++;
                return named;
            }
            throw trouble;
        }
    }

    private Arrival stuck(Trouble trouble, Stretch goal, Optional<Wayback.Named> named) {
        lookOnceMore(goal);
        Route left = Wayback.from(bench.believed(), goal.origin(), named);
        List<String> words = left instanceof Route.Back back ? back.words() : List.of();
        return new Arrival.Stuck(trouble.words() + (trouble.help().isEmpty() ? "" : "; " + trouble.help()), words);
    }

    /** What a failure may have left is the worst; what it has left is what a person has to know. */
    private void lookOnceMore(Stretch goal) {
        try {
            bench.look(goal);
        } catch (Trouble blind) {
            // Then the worst is all that is known.
        }
    }

    private Milestones toStartOf(Stretch goal, String reason) {
        String hop = goal.hop().map(Item.Hop::id).orElse("");
        Instant start = clock.instant();
        return new Milestones() {
            @Override
            public void began(Route.Back ahead) {
                log.append(new Entry.WayBackBegan(
                        hop, goal.version(), Stretch.written(goal.origin().versions()), reason, bench.believed()));
                events.accept(new Event.WayBackBegan(goal.version(), reason, ahead.words()));
            }

            @Override
            public void arrived(boolean hasBegun) {
                if (hasBegun) {
                    log.append(new Entry.WayBackEnded(hop, goal.version(), bench.believed()));
                    events.accept(new Event.WayBackEnded(goal.version(), Duration.between(start, clock.instant())));
                }
            }
        };
    }

    /** The rollback of this name, if it is offered for the way back to there; of what a later hop has changed it knows nothing. */
    static Optional<Wayback.Named> named(Stretch goal, Optional<String> rollback, RunLog log) {
        return rollback.flatMap(name -> goal.hop().stream()
                .filter(hop -> log.hops().after(hop.id()).isEmpty())
                .flatMap(hop -> hop.rollbacks().stream())
                .filter(offered -> offered.name().equals(name))
                .findFirst()
                .map(offered -> new Wayback.Named(name, changes(offered))));
    }

    private static Set<String> changes(Item.Rollback rollback) {
        Set<String> changes = new LinkedHashSet<>();
        rollback.steps().stream().flatMap(step -> step.effects().stream()).forEach(effect -> {
            Changes.of(effect).ifPresent(what -> changes.addAll(what.data()));
        });
        return changes;
    }

    /** What the hop itself allows for waiting until healthy is what the way back allows too. */
    static Optional<Duration> waitLimit(Effect effect, Stretch goal) {
        if (!(effect instanceof Wait)) {
            return Optional.empty();
        }
        return goal.hop().stream()
                .flatMap(hop -> hop.body().stream())
                .flatMap(item -> item instanceof Item.Step step
                        ? java.util.stream.Stream.of(step)
                        : java.util.stream.Stream.empty())
                .filter(step -> step.effects().stream().anyMatch(Wait.class::isInstance))
                .flatMap(step -> step.within().stream())
                .max(Duration::compareTo);
    }

    State believed() {
        return bench.believed();
    }
}
