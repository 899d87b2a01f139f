package dev.rung.engine.run;

import dev.rung.engine.history.Experience;
import dev.rung.engine.history.Experience.Expected;
import dev.rung.model.effect.BackUp;
import dev.rung.model.effect.Condition;
import dev.rung.model.effect.Effect;
import dev.rung.model.effect.Restore;
import dev.rung.model.effect.Start;
import dev.rung.model.effect.Stop;
import dev.rung.model.effect.Wait;
import dev.rung.model.plan.Item;
import dev.rung.model.plan.Plan;
import dev.rung.model.plan.Window;
import dev.rung.model.prove.Cut;
import dev.rung.model.prove.Exposure;
import dev.rung.model.prove.Proof;
import dev.rung.model.wayback.Route;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How long a plan will take, from what its statements took in earlier runs. What was never carried out counts as nothing,
 * and is counted: all times are lower bounds then.
 *
 * @param statements by id, those that were carried out before
 * @param hops by id
 * @param total of all statements
 * @param untimed how many statements that change something were never timed
 * @param downtime how long services that ran are down, all hops together
 */
public record Forecast(
        Map<String, Expected> statements, Map<String, Hop> hops, Duration total, int untimed, Duration downtime) {
    /** Of what was never carried out. */
    public static final Forecast NONE = new Forecast(Map.of(), Map.of(), Duration.ZERO, 0, Duration.ZERO);

    public Forecast {
        statements = Map.copyOf(statements);
        hops = Map.copyOf(hops);
    }

    /**
     * @param forward from its start to its landing
     * @param back the longest of its ways back
     * @param untimed how many of its statements that change something were never timed
     */
    public record Hop(Duration forward, Duration back, int untimed) {
        /** What a window has to leave room for when the hop begins: that it fails at its end, and goes back. */
        public Duration room() {
            return forward.plus(back);
        }

        /** When it has to begin, so that even its way back ends before the window closes. */
        public Instant lastSafeMoment(Window.Span window) {
            return window.closes().minus(room());
        }

        /** Whether no moment of the window is early enough. */
        public boolean isNoGo(Window.Span window) {
            return room().compareTo(window.length()) > 0;
        }
    }

    /** Whether nothing of it is known. */
    public boolean isNone() {
        return statements.isEmpty();
    }

    public static Forecast of(Plan plan, Experience experience) {
        return experience.isNone() ? NONE : new Reckoning(plan, experience).forecast();
    }

    private static final class Reckoning {
        private final Plan plan;
        private final Experience experience;
        private final Map<String, Exposure> exposures;
        private final Map<String, Expected> statements = new HashMap<>();
        private final Map<String, Hop> hops = new LinkedHashMap<>();
        private final Set<String> down = new LinkedHashSet<>();
        private Duration total = Duration.ZERO;
        private Duration downtime = Duration.ZERO;
        private int untimed;

        Reckoning(Plan plan, Experience experience) {
            this.plan = plan;
            this.experience = experience;
            this.exposures = Proof.of(plan, Map.of()).exposures();
        }

        Forecast forecast() {
            items(plan.items(), Optional.empty());
            return new Forecast(statements, hops, total, untimed, downtime);
        }

        /** Of a choice the side that it takes where it says yes: which one it will be only the world knows. */
        private void items(List<Item> items, Optional<Item.Hop> within) {
            for (Item item : items) {
                switch (item) {
                    case Item.Step step -> step(step, within);
                    case Item.Choice choice -> items(choice.then(), within);
                    case Item.Each each -> items(each.body(), within);
                    case Item.Ladder ladder -> ladder.hops().forEach(this::hop);
                }
            }
        }

        private void hop(Item.Hop hop) {
            Duration before = total;
            int untimedBefore = untimed;
            items(hop.body(), Optional.of(hop));
            hops.put(hop.id(), new Hop(total.minus(before), wayBack(hop), untimed - untimedBefore));
        }

        private void step(Item.Step step, Optional<Item.Hop> within) {
            Optional<Expected> expected = within.flatMap(hop -> experience.ofStatement(step.id(), hop.id()))
                    .or(() -> experience.ofStatement(step.id()));
            expected.ifPresent(known -> statements.put(step.id(), known));
            boolean changes = step.effects().stream().anyMatch(Effect::mutates);
            untimed += expected.isEmpty() && changes ? 1 : 0;
            Duration usual = expected.map(Expected::usual).orElse(Duration.ZERO);
            total = total.plus(usual);
            boolean wasDown = !down.isEmpty();
            step.effects().forEach(this::upAndDown);
            downtime = wasDown ? downtime.plus(usual) : downtime;
        }

        /** Users wait until the system is well, and not only until it was started. */
        private void upAndDown(Effect effect) {
            switch (effect) {
                case Stop(String service) -> down.add(service);
                case Wait wait when wait.condition() instanceof Condition.Healthy -> down.clear();
                default -> {}
            }
        }

        private Duration wayBack(Item.Hop hop) {
            return steps(hop.body())
                    .map(step -> exposures.get(step.id()))
                    .filter(Objects::nonNull)
                    .flatMap(exposure -> Stream.concat(exposure.done().stream(), exposure.cuts().stream()))
                    .map(Cut::back)
                    .map(route -> route instanceof Route.Back back ? back(back, hop) : Duration.ZERO)
                    .max(Duration::compareTo)
                    .orElse(Duration.ZERO);
        }

        private Duration back(Route.Back back, Item.Hop hop) {
            return back.effects().stream().map(effect -> usual(effect, hop)).reduce(Duration.ZERO, Duration::plus);
        }

        private Duration usual(Effect effect, Item.Hop hop) {
            return experience
                    .ofWayBack(effect.words())
                    .or(() -> likewise(effect, hop))
                    .map(Expected::usual)
                    .orElse(Duration.ZERO);
        }

        /** What was never done on a way back takes as long as forward; a restore as long as the backup, which reads all of it. */
        private Optional<Expected> likewise(Effect effect, Item.Hop hop) {
            return steps(hop.body())
                    .filter(step -> step.effects().stream().anyMatch(forward -> isLike(effect, forward)))
                    .findFirst()
                    .flatMap(step -> Optional.ofNullable(statements.get(step.id())));
        }

        private static boolean isLike(Effect back, Effect forward) {
            return switch (back) {
                case Restore restore ->
                    forward instanceof BackUp backUp && restore.data().stream().anyMatch(backUp.data()::contains);
                case Start start -> start.equals(forward);
                case Stop stop -> stop.equals(forward);
                case Wait wait ->
                    forward instanceof Wait other && wait.condition().equals(other.condition());
                default -> false;
            };
        }

        private static Stream<Item.Step> steps(List<Item> items) {
            return items.stream().flatMap(item -> switch (item) {
                case Item.Step step -> Stream.of(step);
                case Item.Choice choice -> Stream.concat(steps(choice.then()), steps(choice.otherwise()));
                case Item.Each each -> steps(each.body());
                case Item.Ladder ladder -> ladder.hops().stream().flatMap(hop -> steps(hop.body()));
            });
        }
    }
}
