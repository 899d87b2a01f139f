package dev.rung.engine.run;

import dev.rung.engine.driver.Trouble;
import dev.rung.engine.journal.Entry;
import dev.rung.engine.run.Homeward.Arrival;
import dev.rung.model.effect.Effect;
import dev.rung.model.effect.Send;
import dev.rung.model.plan.Item;
import dev.rung.model.state.CodeForm;
import dev.rung.model.state.DataForm;
import dev.rung.model.state.ServiceState;
import dev.rung.model.state.State;
import dev.rung.model.wayback.Origin;
import dev.rung.model.wayback.Route;
import dev.rung.model.wayback.Wayback;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The way back to before one statement, within a hop or outside of hops: what {@link Wayback} finds to the state that was
 * believed then. What only the statement has read is forgotten; a backup that it took stays.
 *
 * @param before what was believed right before the statement
 */
record StepBack(Equipment equipment, Stretch stretch, Item.Step step, State before) {
    /** The statement that would be taken back. @throws Trouble if there is none, with the reason */
    static StepBack ofLast(Equipment equipment, Stretch stretch) throws Trouble {
        Trail trail = equipment.log().trail();
        Trail.Begun last = trail.last()
                .orElseThrow(() -> new Trouble(
                        "there is no statement to take back: " + trail.whyItEnds(),
                        equipment.log().hasChangedAnything() ? "the way back of the whole hop is still there" : ""));
        return of(last.step(), last.before(), equipment, stretch);
    }

    /** That which was under way when the run was cut off. */
    static StepBack begun(String step, Equipment equipment, Stretch stretch) throws Trouble {
        State before = equipment.log().trail().before(step).orElseThrow();
        return of(step, before, equipment, stretch);
    }

    private static StepBack of(String id, State before, Equipment equipment, Stretch stretch) throws Trouble {
        Item.Step step = equipment
                .memory()
                .step(id)
                .orElseThrow(() -> new Trouble("the statement `" + id + "` is not in the runbook any more"));
        return new StepBack(equipment, stretch, step, before);
    }

    /** What it will do, as things are now; nothing is changed by asking. @throws Trouble if it cannot be done */
    Route.Back ahead() throws Trouble {
        if (isKnowledge()) {
            return new Route.Back(List.of());
        }
        mustNotHaveSent();
        mustHaveBeenKept();
        State seen =
                equipment.observer().look(equipment.bench().believed(), stretch).settled();
        return switch (Wayback.from(seen, origin())) {
            case Route.Back back -> back;
            case Route.Forward(String why) ->
                throw cannot("the runbook says that the way is forward from here: " + why);
            case Route.None(List<String> parts, String why) -> throw cannot(why);
        };
    }

    /** @throws Trouble if it could not be done to its end; what is left of it is done by asking again */
    void take() throws Trouble {
        List<String> ahead = ahead().words();
        RunLog log = equipment.log();
        if (log.goingBackBefore().isEmpty()) {
            log.append(new Entry.BackBegan(step.id(), equipment.bench().believed()));
        }
        equipment.events().accept(new Event.StepBackBegan(step, ahead));
        if (!isKnowledge()) {
            travel();
        }
        log.append(new Entry.TakenBack(step.id(), equipment.bench().believed()));
        equipment.events().accept(new Event.StepTakenBack(step));
    }

    private void travel() throws Trouble {
        Stretch goal = new Stretch(stretch.hop(), origin(), stretch.old(), stretch.fresh());
        MustKeep mustKeep = new MustKeep(equipment.world(), equipment.log(), stretches());
        Arrival arrival = equipment.homeward(mustKeep).take(goal, Optional.empty(), new Homeward.Milestones() {
            @Override
            public void began(Route.Back ahead) {
                // The statement that goes back is what is written down, and told.
            }

            @Override
            public void arrived(boolean hasBegun) {
                // So it is where it has arrived.
            }
        });
        switch (arrival) {
            case Arrival.Home ignored -> {}
            case Arrival.Stuck(String why, List<String> left) ->
                throw new Trouble("`" + step.text() + "` is only half taken back: " + why, stillToDo(left));
            case Arrival.OnlyForward(String why) -> throw cannot("the way is forward from here: " + why);
        }
    }

    private static String stillToDo(List<String> left) {
        return left.isEmpty() ? "" : "still to be done: " + String.join("; ", left);
    }

    private Stretches stretches() {
        return new Stretches(equipment.plan(), equipment.log(), equipment.world(), equipment.observer());
    }

    private Origin origin() {
        Origin start = stretch.origin();
        return new Origin(start.hop(), start.layout(), before, start.versions());
    }

    /** It has looked at the world, asked, or told, and changed nothing. */
    private boolean isKnowledge() {
        return step.effects().stream().noneMatch(Effect::mutates);
    }

    private void mustNotHaveSent() throws Trouble {
        if (step.effects().stream().anyMatch(Send.class::isInstance)) {
            throw cannot("what it has sent has arrived elsewhere");
        }
    }

    /** Of what had been changed in this hop already a second change cannot be told from the first: only the start is kept. */
    private void mustHaveBeenKept() throws Trouble {
        Set<String> again = new TreeSet<>();
        for (Effect effect : step.effects()) {
            for (State left : effect.mayLeave(withDataOfTheStart(), stretch.layout())) {
                left.data().forEach((part, form) -> {
                    if (form != DataForm.OLD && before.data().get(part) != DataForm.OLD) {
                        again.add(part);
                    }
                });
            }
            for (State left : effect.mayLeave(withCodeOfTheStart(), stretch.layout())) {
                left.code().forEach((part, form) -> {
                    if (form != CodeForm.OLD && before.code().get(part) != CodeForm.OLD) {
                        again.add(part);
                    }
                });
            }
        }
        if (!again.isEmpty()) {
            throw cannot("`" + String.join("`, `", again)
                    + "` had been changed in this hop before it, and only the hop's" + " start is kept");
        }
    }

    /** With everybody held, so that what shows is what the statement itself does. */
    private State withDataOfTheStart() {
        State start = before.withData(before.data().keySet(), form -> DataForm.OLD);
        for (String service : before.services().keySet()) {
            start = start.withService(service, ServiceState.HELD);
        }
        return start;
    }

    private State withCodeOfTheStart() {
        State start = before;
        for (String artifact : before.code().keySet()) {
            start = start.withCode(artifact, CodeForm.OLD);
        }
        return start;
    }

    private Trouble cannot(String why) {
        return new Trouble(
                "`" + step.text() + "` cannot be taken back for itself: " + why,
                "the way back of the whole hop takes it back, too");
    }
}
