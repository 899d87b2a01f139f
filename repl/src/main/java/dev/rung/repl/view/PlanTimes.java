package dev.rung.repl.view;

import dev.rung.engine.history.Experience.Expected;
import dev.rung.engine.run.Forecast;
import dev.rung.engine.run.Moments;
import dev.rung.engine.run.WindowRule;
import dev.rung.model.expression.Durations;
import dev.rung.model.plan.Item;
import dev.rung.model.plan.Plan;
import dev.rung.model.plan.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a plan says of time: how long things took before, and what that means for the window. */
final class PlanTimes {
    /** What is over in less is not worth a word. */
    private static final Duration SHORT = Duration.ofSeconds(1);

    private final WindowRule rule;
    private final Map<String, Instant> begins = new HashMap<>();

    PlanTimes(Plan plan, WindowRule rule) {
        this.rule = rule;
        Instant now = rule.clock().instant();
        Instant next = rule.opensLater().orElse(now);
        for (Item.Ladder ladder : plan.ladders().toList()) {
            for (Item.Hop hop : ladder.hops()) {
                begins.put(hop.id(), next);
                Forecast.Hop expected = forecast().hops().get(hop.id());
                next = expected == null ? next : next.plus(expected.forward());
            }
        }
    }

    private Forecast forecast() {
        return rule.forecast();
    }

    /** {@code about 4 s}; empty if nobody knows, or it is over at once. */
    Optional<String> of(Item.Step step) {
        return Optional.ofNullable(forecast().statements().get(step.id()))
                .map(Expected::usual)
                .filter(usual -> usual.compareTo(SHORT) >= 0)
                .map(usual -> "about " + Durations.shown(usual));
    }

    /** How long a hop takes, and until when it has to begin; a line each. */
    List<String> of(Item.Hop hop) {
        Forecast.Hop expected = forecast().hops().get(hop.id());
        if (expected == null) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        String known = expected.untimed() == 0 ? "" : ", without what was never timed";
        lines.add("takes about " + Durations.shown(expected.forward()) + ", its way back about "
                + Durations.shown(expected.back()) + known);
        rule.window().ifPresent(window -> lines.add(inWindow(hop, expected, window)));
        return lines;
    }

    private String inWindow(Item.Hop hop, Forecast.Hop expected, Window window) {
        Instant begins = this.begins.get(hop.id());
        if (begins == null) {
            return "has to begin and to end with the hop around it";
        }
        Window.Span span = window.at(begins);
        Instant last = expected.lastSafeMoment(span);
        if (expected.isNoGo(span)) {
            return "no-go: there is no time for it and its way back in a window of " + Durations.shown(span.length());
        }
        String until = "has to begin by " + Moments.shown(last, window.zone());
        return begins.isAfter(last) ? until + ": the run will wait in front of it for the next window" : until;
    }

    /** Of the whole, a line each. */
    List<String> ofAll() {
        List<String> lines = new ArrayList<>();
        if (!forecast().isNone()) {
            int runs = forecast().statements().values().stream()
                    .mapToInt(Expected::times)
                    .max()
                    .orElse(0);
            String down = forecast().downtime().isZero()
                    ? ""
                    : ", " + Durations.shown(forecast().downtime()) + " of it without the service";
            String untimed = forecast().untimed() == 0
                    ? ""
                    : "; " + Words.plural(forecast().untimed(), "statement") + " more were never timed";
            lines.add("It takes about " + Durations.shown(forecast().total()) + down + ", as "
                    + (runs == 1 ? "one earlier run did" : runs + " earlier runs did") + untimed);
        }
        rule.window().ifPresent(window -> lines.add(state(window)));
        return lines;
    }

    private String state(Window window) {
        Instant now = rule.clock().instant();
        Window.Span span = window.at(now);
        String name = "The window is " + window + ": ";
        if (span.isOpen(now)) {
            return name + "open for another " + Durations.shown(Duration.between(now, span.closes()));
        }
        return name + "closed, and open again in " + Durations.shown(Duration.between(now, span.opens())) + ", at "
                + Moments.shown(span.opens(), window.zone());
    }

    /** For programs: in milliseconds. */
    Json json(Plan plan) {
        Json hops = new Json();
        plan.allLadders()
                .flatMap(ladder -> ladder.hops().stream())
                .forEach(hop -> json(hop).ifPresent(expected -> hops.with(hop.id(), expected)));
        return new Json()
                .with("total", forecast().total().toMillis())
                .with("downtime", forecast().downtime().toMillis())
                .with("untimed", forecast().untimed())
                .with("hops", hops)
                .with(
                        "window",
                        rule.window().map(window -> json(window.at(rule.clock().instant()), window)));
    }

    private Optional<Json> json(Item.Hop hop) {
        return Optional.ofNullable(forecast().hops().get(hop.id()))
                .map(expected -> new Json()
                        .with("forward", expected.forward().toMillis())
                        .with("back", expected.back().toMillis())
                        .with("untimed", expected.untimed())
                        .with(
                                "begin-by",
                                rule.window()
                                        .filter(window -> begins.containsKey(hop.id()))
                                        .map(window -> expected.lastSafeMoment(window.at(begins.get(hop.id())))
                                                .toString())));
    }

    private static Json json(Window.Span span, Window window) {
        return new Json()
                .with("window", window.toString())
                .with("opens", span.opens().toString())
                .with("closes", span.closes().toString());
    }

    /** Of one statement, for programs. */
    Optional<Json> json(Item.Step step) {
        return Optional.ofNullable(forecast().statements().get(step.id()))
                .map(expected -> new Json()
                        .with("usual", expected.usual().toMillis())
                        .with("longest", expected.longest().toMillis())
                        .with("times", expected.times()));
    }
}
