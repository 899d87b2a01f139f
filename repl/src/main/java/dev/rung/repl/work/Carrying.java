package dev.rung.repl.work;

import dev.rung.engine.driver.Trouble;
import dev.rung.engine.run.Engine;
import dev.rung.engine.run.RunSettings;
import dev.rung.engine.run.Session;
import dev.rung.model.effect.Ask;
import dev.rung.model.plan.Item;
import dev.rung.model.plan.Plan;
import dev.rung.model.text.Nearest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Carries a plan out, with the settings that a person chose. */
public final class Carrying {
    private final Desk desk;
    private final Engine engine;
    private final Choices choices;

    /**
     * What a person can choose of how a run goes.
     *
     * @param confirmed confirmations that are given up front
     * @param rollback the named way back to take where it is offered
     * @param toStart back through the hops that have landed, too
     * @param stopOnFailure stop where a failure leaves things
     */
    public record Choices(Set<String> confirmed, Optional<String> rollback, boolean toStart, boolean stopOnFailure) {
        public Choices {
            confirmed = Set.copyOf(confirmed);
        }

        RunSettings settings(Map<String, String> sources, String runbook, Map<String, String> inputs) {
            return new RunSettings(sources, runbook, inputs, stopOnFailure, toStart, rollback);
        }
    }

    public Carrying(Desk desk, Engine engine, Choices choices) {
        this.desk = desk;
        this.engine = engine;
        this.choices = choices;
    }

    /** Whether there is nothing to climb: everything that the runbook upgrades is where it should be. */
    public static boolean isThereAlready(Plan plan) {
        return plan.ladders().findAny().isPresent()
                && plan.ladders().allMatch(ladder -> ladder.hops().isEmpty());
    }

    /** @throws UsageProblem if a name is chosen that the plan does not have */
    public void mustFit(Plan plan) throws UsageProblem {
        Set<String> questions = new java.util.TreeSet<>();
        Set<String> rollbacks = new java.util.TreeSet<>();
        plan.items().stream()
                .flatMap(Carrying::steps)
                .flatMap(step -> step.effects().stream())
                .forEach(effect -> {
                    if (effect instanceof Ask ask) {
                        questions.add(ask.name());
                    }
                });
        plan.ladders()
                .flatMap(ladder -> ladder.hops().stream())
                .flatMap(hop -> hop.rollbacks().stream())
                .forEach(rollback -> rollbacks.add(rollback.name()));
        for (String name : choices.confirmed()) {
            mustBeOneOf(name, questions, "asks nobody for");
        }
        if (choices.rollback().isPresent()) {
            mustBeOneOf(
                    choices.rollback().get(),
                    rollbacks,
                    "(its release file, by `back by`) offers for these hops no rollback");
        }
    }

    private static void mustBeOneOf(String name, Collection<String> names, String words) throws UsageProblem {
        if (!names.contains(name)) {
            String has = names.isEmpty() ? "there are none in this plan" : "there are " + String.join(", ", names);
            throw new UsageProblem(
                    "this plan " + words + " `" + name + "`",
                    Nearest.to(name, names)
                            .map(near -> "did you mean `" + near + "`?")
                            .orElse(has));
        }
    }

    private static Stream<Item.Step> steps(Item item) {
        return switch (item) {
            case Item.Step step -> Stream.of(step);
            case Item.Choice choice ->
                Stream.concat(choice.then().stream(), choice.otherwise().stream())
                        .flatMap(Carrying::steps);
            case Item.Ladder ladder ->
                ladder.hops().stream().flatMap(hop -> hop.body().stream()).flatMap(Carrying::steps);
        };
    }

    /** @return the exit code */
    public int begin(Plan plan, Preparation.Loaded loaded, Map<String, String> sources) throws Trouble {
        RunSettings settings = choices.settings(sources, loaded.runbook().file().name(), loaded.inputs());
        return new Conductor(desk, choices.confirmed())
                .conduct(
                        (operator, events) -> engine.begin(plan, settings, loaded.folder(), operator, events),
                        Session::run);
    }

    /** Takes up a run that its journal knows. @param way onward, or back */
    public int again(String run, Ahead ahead, Conductor.Way way) throws Trouble {
        Preparation.Loaded loaded = ahead.loaded();
        RunSettings settings =
                choices.settings(ahead.sources(), loaded.runbook().file().name(), loaded.inputs());
        return new Conductor(desk, choices.confirmed())
                .conduct(
                        (operator, events) ->
                                engine.resume(run, ahead.plan(), settings, ahead.folder(), operator, events),
                        way);
    }

    /** All that a journal gives for going on with a run. */
    public record Ahead(Plan plan, Preparation.Loaded loaded, Map<String, String> sources, java.nio.file.Path folder) {}

    /** What a run asks of people, for messages. */
    public static List<String> confirmations(Plan plan) {
        return plan.items().stream()
                .flatMap(Carrying::steps)
                .flatMap(step -> step.effects().stream())
                .filter(Ask.class::isInstance)
                .map(effect -> ((Ask) effect).name())
                .distinct()
                .toList();
    }
}
