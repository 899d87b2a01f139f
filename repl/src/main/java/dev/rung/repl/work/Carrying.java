package dev.rung.repl.work;

import dev.rung.engine.driver.Trouble;
import dev.rung.engine.run.Destination;
import dev.rung.engine.run.Engine;
import dev.rung.engine.run.Forecast;
import dev.rung.engine.run.Prospect;
import dev.rung.engine.run.RunSettings;
import dev.rung.engine.run.Session;
import dev.rung.language.check.CheckedRunbook;
import dev.rung.model.effect.Acknowledge;
import dev.rung.model.effect.Ask;
import dev.rung.model.effect.Effect;
import dev.rung.model.effect.Send;
import dev.rung.model.plan.Item;
import dev.rung.model.plan.Plan;
import java.nio.file.Path;
import java.util.LinkedHashSet;
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
     * @param acknowledged the names of notes that somebody has read
     * @param rollback the named way back to take where it is offered
     * @param destination how far a way back leads
     */
    public record Choices(
            Set<String> confirmed,
            Set<String> acknowledged,
            Optional<String> rollback,
            Destination destination,
            OnFailure onFailure) {
        /** The same, to somewhere else. */
        public Choices with(Destination other) {
            return new Choices(confirmed, acknowledged, rollback, other, onFailure);
        }

        /** What is done about a failure. */
        public enum OnFailure {
            /** The person at the terminal says it; where nobody is there the way back is taken. */
            ASK,
            ROLLBACK,
            /** Where the failure leaves things. */
            STOP
        }

        public Choices {
            confirmed = Set.copyOf(confirmed);
            acknowledged = Set.copyOf(acknowledged);
        }

        /** The names of all that a person has said yes to. */
        public Set<String> given() {
            Set<String> given = new LinkedHashSet<>(confirmed);
            given.addAll(acknowledged);
            return given;
        }

        /** @throws UsageProblem if a name is chosen that runbook and plan do not have */
        public void mustFit(Plan plan, CheckedRunbook runbook) throws UsageProblem {
            ChosenNames.mustBeAskedFor(confirmed, plan);
            if (rollback.isPresent()) {
                List<Item.Hop> hops =
                        plan.ladders().flatMap(ladder -> ladder.hops().stream()).toList();
                ChosenNames.mustBeOffered(rollback.get(), runbook, hops);
            }
        }

        /** @throws UsageProblem as {@link #mustFit}, or if something is said to be done that cannot be done yet */
        public void mustFitAtTheStart(Plan plan, CheckedRunbook runbook) throws UsageProblem {
            mustFit(plan, runbook);
            ChosenNames.mustNotBeAhead(confirmed, plan);
        }

        public RunSettings settings(Map<String, String> sources, String runbook, Map<String, String> inputs) {
            return new RunSettings(sources, runbook, inputs, onFailure == OnFailure.STOP, destination, rollback);
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

    /** @throws UsageProblem if a name is chosen that runbook and plan do not have */
    public void mustFit(Plan plan, CheckedRunbook runbook) throws UsageProblem {
        choices.mustFit(plan, runbook);
    }

    /** @throws UsageProblem as {@link #mustFit}, or if something is said to be done that cannot be done yet */
    public void mustFitAtTheStart(Plan plan, CheckedRunbook runbook) throws UsageProblem {
        choices.mustFitAtTheStart(plan, runbook);
    }

    private static Stream<Item.Step> steps(Item item) {
        return switch (item) {
            case Item.Step step -> Stream.of(step);
            case Item.Choice choice ->
                Stream.concat(choice.then().stream(), choice.otherwise().stream())
                        .flatMap(Carrying::steps);
            case Item.Each each -> each.body().stream().flatMap(Carrying::steps);
            case Item.Ladder ladder ->
                ladder.hops().stream().flatMap(hop -> hop.body().stream()).flatMap(Carrying::steps);
        };
    }

    /** @return the exit code */
    public int begin(Plan plan, Preparation.Loaded loaded, Map<String, String> sources, Forecast forecast)
            throws Trouble {
        RunSettings settings = choices.settings(sources, loaded.runbook().file().name(), loaded.inputs())
                .with(forecast);
        return conductor()
                .conduct(
                        (operator, events) -> engine.begin(plan, settings, loaded.folder(), operator, events),
                        Conductor.Way.ONWARD);
    }

    /** Looks at the way back that a run could take now, and changes nothing. */
    public Prospect prospect(String run, Ahead ahead) throws Trouble {
        return engine.prospect(run, ahead.plan(), settings(ahead), ahead.folder());
    }

    private RunSettings settings(Ahead ahead) {
        Preparation.Loaded loaded = ahead.loaded();
        return choices.settings(ahead.sources(), loaded.runbook().file().name(), loaded.inputs())
                .with(Forecasts.of(ahead.plan(), desk));
    }

    private Conductor conductor() {
        return new Conductor(desk, engine, choices.given(), choices.onFailure() == Choices.OnFailure.ASK);
    }

    /**
     * Takes up a run that its journal knows, and goes on with another plan for what is ahead.
     *
     * @throws Trouble if that is not proved, or changes more than what is ahead
     */
    public int againWith(String run, Ahead ahead, Ahead edited) throws Trouble {
        return conductor()
                .conduct(
                        (operator, events) -> {
                            Session session =
                                    engine.resume(run, ahead.plan(), settings(ahead), ahead.folder(), operator, events);
                            try {
                                session.change(edited.plan(), edited.sources(), desk.user());
                                return session;
                            } catch (Trouble | RuntimeException refused) {
                                session.close();
                                throw refused;
                            }
                        },
                        Conductor.Way.ONWARD);
    }

    /** Takes up a run that its journal knows. @param way onward, or back */
    public int again(String run, Ahead ahead, Conductor.Way way) throws Trouble {
        RunSettings settings = settings(ahead);
        return conductor()
                .conduct(
                        (operator, events) ->
                                engine.resume(run, ahead.plan(), settings, ahead.folder(), operator, events),
                        way);
    }

    /** All that a journal gives for going on with a run. */
    public record Ahead(Plan plan, Preparation.Loaded loaded, Map<String, String> sources, Path folder) {}

    /** The names of deeds that change something, and are done, or taken back, behind the first change of a run. */
    static Set<String> deedsAhead(Plan plan) {
        Set<String> names = new LinkedHashSet<>();
        boolean changed = false;
        for (Item.Step step : plan.items().stream().flatMap(Carrying::steps).toList()) {
            if (changed) {
                deeds(step).forEach(names::add);
            }
            step.undo().stream().flatMap(Carrying::deeds).forEach(names::add);
            changed |= step.effects().stream().anyMatch(Effect::mutates);
        }
        return names;
    }

    private static Stream<String> deeds(Item.Step step) {
        return step.effects().stream()
                .filter(effect -> effect instanceof Ask ask && !ask.changes().isNothing())
                .map(effect -> ((Ask) effect).name());
    }

    /** The notes that a plan has people acknowledge, each once. */
    public static List<Acknowledge.Note> notes(Plan plan) {
        return plan.items().stream()
                .flatMap(Carrying::steps)
                .flatMap(step -> step.effects().stream())
                .flatMap(effect ->
                        effect instanceof Acknowledge acknowledge ? acknowledge.notes().stream() : Stream.of())
                .distinct()
                .toList();
    }

    /** What a run asks of people, for messages. */
    public static List<String> confirmations(Plan plan) {
        return plan.items().stream()
                .flatMap(Carrying::steps)
                .flatMap(step -> Stream.concat(Stream.of(step), step.undo().stream()))
                .flatMap(Carrying::asked)
                .distinct()
                .toList();
    }

    private static Stream<String> asked(Item.Step step) {
        return step.effects().stream()
                .flatMap(effect -> effect instanceof Ask ask ? Stream.of(ask.name()) : Stream.of());
    }

    /** What somebody may be asked who takes a run up that stopped while it sent something. */
    static List<String> doubts(Plan plan) {
        return plan.items().stream()
                .flatMap(Carrying::steps)
                .filter(step -> step.effects().stream().anyMatch(Send.class::isInstance))
                .flatMap(step -> Stream.of(Send.arrived(step.id()), Send.onceMore(step.id())))
                .distinct()
                .toList();
    }
}
