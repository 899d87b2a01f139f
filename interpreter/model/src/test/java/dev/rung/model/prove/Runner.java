package dev.rung.model.prove;

import dev.rung.model.effect.BackUp;
import dev.rung.model.effect.Effect;
import dev.rung.model.effect.Settle;
import dev.rung.model.effect.Unmet;
import dev.rung.model.effect.Unmet.Need;
import dev.rung.model.prove.Scenario.Fault;
import dev.rung.model.prove.Scenario.Kind;
import dev.rung.model.prove.Scenario.Unasked;
import dev.rung.model.prove.Work.Outcome;
import dev.rung.model.state.Layout;
import dev.rung.model.state.State;
import dev.rung.model.wayback.Landing;
import dev.rung.model.wayback.Origin;
import dev.rung.model.wayback.Route;
import dev.rung.model.wayback.Wayback;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Carries out a hop in a simulated world as the engine does in the real one: it looks, holds the needs against what it
 * sees, believes the worst of what it has begun, and goes back one effect at a time.
 */
final class Runner {
    private static final int PATIENCE = 90;
    private static final int RESUMES = 4;
    /** Behind a point of no return nobody gives up so soon. */
    private static final int FORWARD = 60;

    final SimulatedWorld world;
    private final RandomHop hop;
    private final Layout layout;
    private final Scenario scenario;
    private final Unasked unasked;
    private final Work work;
    private final Beliefs beliefs;
    private final Observer observer;
    private final Origin origin;

    /** For what something was refused. */
    final Set<Need> refusedFor = EnumSet.noneOf(Need.class);

    State believed;
    private int number;
    private int resumes;

    enum End {
        LANDED,
        /** Every statement is done, but the goal is not reached; then the way back was taken. */
        SHORT,
        BACK,
        /** Somebody has wanted it so, and the new release is no good. */
        FORWARD,
        STUCK
    }

    /** @param why of one that is stuck */
    record Ending(End end, String why) {}

    Runner(RandomHop hop, Scenario scenario, Unasked unasked) {
        this.hop = hop;
        this.scenario = scenario;
        this.unasked = unasked;
        boolean believesInHolds = unasked.needs().contains(Need.HELD);
        this.layout = believesInHolds ? holding(hop.layout()) : hop.layout();
        this.world = new SimulatedWorld(hop.layout(), scenario.seed(), hop.found());
        this.work = new Work(world);
        this.beliefs = new Beliefs(world);
        this.observer = new Observer(world, layout);
        this.origin = new Origin(layout, hop.start(), hop.versions());
        this.believed = origin.state();
    }

    /** As it would be if every driver could keep its service down. */
    private static Layout holding(Layout layout) {
        return new Layout(
                layout.systems(),
                layout.data(),
                layout.services().stream()
                        .map(shape -> new Layout.Service(
                                shape.name(), shape.system(), shape.writes(), shape.migrates(), true))
                        .toList(),
                layout.maxLoss());
    }

    /** How many pieces each effect had that was begun, in order. */
    List<Integer> pieces() {
        return work.pieces;
    }

    Ending run() {
        for (Statement statement : hop.statements()) {
            if (isChosen(statement.when()) && !isPast(statement)) {
                return back(End.BACK);
            }
        }
        look();
        boolean landed = believed.inFlight().isEmpty()
                && Landing.missing(believed, origin).isEmpty();
        if (landed || unasked.landing()) {
            return new Ending(End.LANDED, "");
        }
        if (believed.forward().isPresent()) {
            startWhatHasFallen();
            world.rest();
            return new Ending(End.LANDED, "");
        }
        return back(End.SHORT);
    }

    /** A person does so where there is no way back; that the engine does not, and does not ask again, is its to mend. */
    private void startWhatHasFallen() {
        world.services.values().stream()
                .filter(daemon -> !daemon.held && !hop.found().containsKey(daemon.shape.name()))
                .forEach(world::comeUp);
    }

    private boolean isChosen(int when) {
        return when == 0 || new Random(scenario.seed() * 31 + Math.abs(when)).nextBoolean() == when > 0;
    }

    /** Whether the run goes on behind it. */
    private boolean isPast(Statement statement) {
        for (Effect effect : statement.effects()) {
            Outcome outcome = carryOut(effect);
            while (mayBeginAgain(outcome, statement, effect)) {
                outcome = carryOut(effect);
            }
            if (outcome != Outcome.DONE) {
                boolean isHere = outcome != Outcome.CUT || scenario.resumes() && resumes <= RESUMES;
                return statement.waivable() && isHere;
            }
        }
        return true;
    }

    /** Taken up again: what still works is waited for, and then what was cut may be begun once more, or not. */
    private boolean mayBeginAgain(Outcome outcome, Statement statement, Effect effect) {
        boolean ended = outcome == Outcome.CUT || outcome == Outcome.FAILED && !statement.waivable();
        boolean onlyForward = believed.forward().isPresent();
        if (!ended || !onlyForward && !scenario.resumes() || resumes++ >= (onlyForward ? FORWARD : RESUMES)) {
            return false;
        }
        world.note("resumed");
        if (onlyForward) {
            startWhatHasFallen();
        }
        look();
        for (int i = 0; i < RESUMES && !believed.inFlight().isEmpty(); i++) {
            carryOut(new Settle());
            look();
        }
        return effect.again(believed, layout);
    }

    private Ending back(End end) {
        Optional<Wayback.Named> named = scenario.named() ? hop.named() : Optional.empty();
        world.note("--- the way back");
        int refused = 0;
        for (int i = 0; i < PATIENCE; i++) {
            world.tick();
            look();
            switch (Wayback.from(believed, origin, named)) {
                case Route.None none -> {
                    return new Ending(End.STUCK, "no way back: " + none.why());
                }
                case Route.Forward forward -> {
                    boolean nobodysFault = (world.temper.broken() || world.temper.frail()) && hop.hasPointOfNoReturn();
                    return new Ending(nobodysFault ? End.FORWARD : End.STUCK, "forward: " + forward.why());
                }
                case Route.Back back -> {
                    if (back.arrived()) {
                        return new Ending(end, "");
                    }
                    Effect effect = back.effects().getFirst();
                    // What falls over between the question and the look is asked about once more.
                    refused = carryOut(effect) == Outcome.REFUSED ? refused + 1 : 0;
                    if (refused > 1) {
                        return new Ending(
                                End.STUCK,
                                "on the way back: " + effect.words() + ": "
                                        + unmet(effect).getFirst().words());
                    }
                }
            }
        }
        return new Ending(End.STUCK, "the way back does not end");
    }

    private List<Unmet> unmet(Effect effect) {
        return effect.unmet(believed, layout).stream()
                .filter(unmet -> !unasked.needs().contains(unmet.need()))
                .toList();
    }

    private Outcome carryOut(Effect effect) {
        number++;
        Fault fault = scenario.faults().stream()
                .filter(each -> each.at() == number)
                .findFirst()
                .orElse(null);
        if (fault != null && fault.kind() == Kind.FALL) {
            world.fall(layout.services()
                    .get(fault.point() % layout.services().size())
                    .name());
        }
        // What happens on its own happens before the look: nobody can close the moment between a look and a deed.
        look();
        List<Unmet> unmet = unmet(effect);
        world.trace.add(number + " " + effect.words()
                + (unmet.isEmpty() ? "" : "   UNMET " + unmet.getFirst().words()));
        if (!unmet.isEmpty()) {
            work.pieces.add(0);
            unmet.forEach(each -> refusedFor.add(each.need()));
            return Outcome.REFUSED;
        }
        State before = believed;
        Outcome outcome = work.perform(effect, fault, believed);
        if (outcome == Outcome.DONE) {
            believed = effect instanceof BackUp backUp
                    ? believed.withSet(backUp.taken(work.folder(), believed, layout))
                    : effect.does(believed, layout);
            beliefs.foreseenOfSuccess(effect, observer.look(before), believed);
            world.tick();
            return outcome;
        }
        if (effect.mutates()) {
            Set<State> left = effect.mayLeave(believed, layout);
            believed = left.stream().reduce(State::worse).orElseThrow();
            if (fault == null || fault.kind() != Kind.REBOOT) {
                beliefs.foreseenOfACut(effect, observer.look(before), left);
            }
        }
        for (int i = world.random.nextInt(3); i > 0; i--) {
            world.tick();
        }
        return outcome;
    }

    private void look() {
        believed = observer.look(believed);
        if (unasked.equals(Unasked.NOTHING)) {
            beliefs.noneBetterThanItIs(believed);
        }
    }
}
