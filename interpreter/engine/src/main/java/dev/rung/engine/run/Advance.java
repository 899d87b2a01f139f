package dev.rung.engine.run;

import dev.rung.engine.driver.Trouble;
import dev.rung.engine.journal.Entry;
import dev.rung.engine.run.Course.Task;
import dev.rung.engine.run.Verifier.Answer;
import dev.rung.engine.run.Verifier.Verdict;
import dev.rung.model.expression.Value;
import dev.rung.model.plan.Item;
import dev.rung.model.state.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where a run is, and how it gets on: to its next statement, over it, into hops and out of them. */
final class Advance {
    private final Equipment equipment;
    private final Stretches stretches;
    private final Steps steps;
    private Course course;
    private Stretch stretch;
    private Instant hopBegan;

    Advance(Equipment equipment) {
        this.equipment = equipment;
        this.stretches = new Stretches(equipment.plan(), equipment.log(), equipment.world(), equipment.observer());
        this.steps = new Steps(equipment);
        this.hopBegan = equipment.clock().instant();
        lookAgain();
    }

    /** Finds out from the journal where the run is. */
    void lookAgain() {
        course = new Course(equipment.plan(), equipment.log());
        stretch = stretches.current();
    }

    Stretch stretch() {
        return stretch;
    }

    Stretches stretches() {
        return stretches;
    }

    List<Item.Step> ahead() {
        return course.steps();
    }

    boolean hopsAhead() {
        return course.hopsAhead();
    }

    /** The statement that was come to last, unless the end of a hop was. */
    Optional<Item.Step> latest() {
        return course.taken();
    }

    /** To the next statement or the end of a hop, with all that has to be decided, read and begun before. */
    Optional<Item.Step> arrive() throws Trouble, Unanswered, OutsideWindow {
        steps.settle(stretch);
        while (course.peek().isPresent()) {
            switch (course.peek().get()) {
                case Task.Do(Item.Step step) -> {
                    return Optional.of(step);
                }
                case Task.Land ignored -> {
                    return Optional.empty();
                }
                case Task.Enter(Item.Hop hop, int number, int of) -> {
                    if (stretch.hop().isEmpty()) {
                        WindowRule.of(equipment).mustFit(hop);
                    }
                    course.take();
                    enter(hop, number, of);
                }
                case Task.Repeat(Item.Each each) -> {
                    List<Value> values = equipment.memory().list(each);
                    course.take();
                    course.repeat(each, values, equipment.log());
                }
                case Task.Decide(Item.Choice choice) -> {
                    boolean yes = decide(choice);
                    course.take();
                    course.choose(choice, yes, equipment.log());
                }
            }
        }
        return Optional.empty();
    }

    /** Over the statement at which it has arrived. */
    void perform(Item.Step step) throws Trouble, Unanswered {
        course.take();
        try {
            steps.perform(step, stretch);
            stretch = stretch.hop().isPresent() ? stretches.current() : stretch;
        } catch (Unanswered missing) {
            course.putBack(new Task.Do(step));
            throw missing;
        }
    }

    /** Past the statement at which it has arrived. */
    void pass() {
        course.take();
    }

    /** Out of the hops that have come to their end. @return whether that was the end of the run */
    boolean leave() throws Trouble, Unanswered {
        while (course.peek().orElse(null) instanceof Task.Land(Item.Hop hop)) {
            course.take();
            land(hop);
        }
        if (course.peek().isPresent()) {
            return false;
        }
        landing().pass(stretch);
        return true;
    }

    private void enter(Item.Hop hop, int number, int of) throws Trouble {
        stretch = stretches.begin(hop, stretch);
        equipment.bench().believe(stretch.origin().state());
        hopBegan = equipment.clock().instant();
        equipment.events().accept(new Event.HopBegan(hop, number, of));
    }

    private void land(Item.Hop hop) throws Trouble, Unanswered {
        State seen = landing().pass(stretch);
        State before = equipment.log().hops().begun(hop.id()).orElseThrow().around();
        State around = stretches.behind(hop, before, seen);
        equipment.log().append(new Entry.HopLanded(hop.id(), seen, around));
        equipment.world().knows(hop.system(), hop.to().version());
        stretch = stretches.current();
        equipment.bench().believe(around);
        Duration took = Duration.between(hopBegan, equipment.clock().instant());
        equipment.events().accept(new Event.HopLanded(hop, took));
    }

    private LandingCheck landing() {
        return new LandingCheck(equipment, stretches.mustKeep());
    }

    private boolean decide(Item.Choice choice) throws Trouble {
        Optional<Boolean> before = equipment.log().decision(choice.id());
        if (before.isPresent()) {
            return before.get();
        }
        Verdict verdict = equipment.verifier().ask(choice.condition());
        if (verdict.answer() == Answer.UNKNOWN) {
            throw new Trouble("`" + choice.text() + "` cannot be decided: " + verdict.words());
        }
        boolean yes = verdict.answer() == Answer.YES;
        equipment.log().append(new Entry.Decided(choice.id(), yes));
        return yes;
    }
}
