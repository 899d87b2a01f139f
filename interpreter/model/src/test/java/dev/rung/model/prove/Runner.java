package dev.rung.model.prove;

import dev.rung.model.effect.BackUp;
import dev.rung.model.effect.Effect;
import dev.rung.model.effect.Start;
import dev.rung.model.effect.Unmet;
import dev.rung.model.prove.Scenario.Fault;
import dev.rung.model.prove.Scenario.Kind;
import dev.rung.model.prove.SimulatedWorld.Daemon;
import dev.rung.model.state.CodeForm;
import dev.rung.model.state.DataForm;
import dev.rung.model.state.Layout;
import dev.rung.model.state.ServiceState;
import dev.rung.model.state.ServiceState.Running;
import dev.rung.model.state.State;
import dev.rung.model.state.Trust;
import dev.rung.model.version.Version;
import dev.rung.model.wayback.Origin;
import dev.rung.model.wayback.Route;
import dev.rung.model.wayback.Wayback;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Carries out a hop in a simulated world as the engine does in the real one: it looks, holds the needs against what it
 * sees, believes the worst of what it has begun, and goes back one effect at a time.
 */
final class Runner {
    private static final int PATIENCE = 90;

    final SimulatedWorld world;
    private final RandomHop hop;
    private final Layout layout;
    private final Scenario scenario;
    private final boolean heedsNeeds;
    private final Hands hands;
    private final Origin origin;
    /** How many pieces each effect had that was begun, in order. */
    final List<Integer> pieces = new ArrayList<>();

    State believed;
    private int number;

    enum End {
        LANDED,
        /** Every statement is done, but the goal is not reached; then the way back was taken. */
        SHORT,
        BACK,
        STUCK
    }

    /** @param why of one that is stuck */
    record Ending(End end, String why) {}

    private enum Outcome {
        DONE,
        REFUSED,
        CUT
    }

    Runner(RandomHop hop, Scenario scenario, boolean heedsNeeds) {
        this.hop = hop;
        this.layout = hop.layout();
        this.scenario = scenario;
        this.heedsNeeds = heedsNeeds;
        this.world = new SimulatedWorld(layout, scenario.seed(), scenario.severe());
        this.hands = new Hands(world, RandomHop.TO);
        Map<String, ServiceState> up = new TreeMap<>();
        layout.services().forEach(service -> up.put(service.name(), new ServiceState(Running.OLD, false)));
        this.believed = State.origin(layout, up);
        Map<String, Version> versions = new TreeMap<>();
        layout.systems().forEach(group -> versions.put(group.system(), RandomHop.FROM));
        this.origin = new Origin(layout, believed, versions);
    }

    Ending run() {
        List<Effect> effects = hop.effects();
        int tries = 0;
        for (int i = 0; i < effects.size(); i++) {
            Effect effect = effects.get(i);
            Outcome outcome = carryOut(effect);
            while (outcome == Outcome.CUT && scenario.resumes() && mayBeginAgain(effect) && tries++ < 4) {
                world.note("resumed");
                outcome = carryOut(effect);
            }
            if (outcome != Outcome.DONE) {
                return back(End.BACK);
            }
        }
        look();
        return landed() ? new Ending(End.LANDED, "") : back(End.SHORT);
    }

    private boolean mayBeginAgain(Effect effect) {
        look();
        return effect.again(believed, layout)
                && (!heedsNeeds || effect.unmet(believed, layout).isEmpty());
    }

    private boolean landed() {
        return believed.code().values().stream().allMatch(form -> form == CodeForm.NEW)
                && believed.data().values().stream().noneMatch(form -> form == DataForm.TOUCHED)
                && believed.services().values().stream().allMatch(service -> service.up() && !service.held())
                && believed.inFlight().isEmpty();
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
                    return new Ending(End.STUCK, "forward: " + forward.why());
                }
                case Route.Back back -> {
                    if (back.arrived()) {
                        return new Ending(end, "");
                    }
                    Effect effect = back.effects().getFirst();
                    // What falls over between the question and the look is asked about once more.
                    refused = carryOut(effect) == Outcome.REFUSED ? refused + 1 : 0;
                    if (refused > 1) {
                        return new Ending(End.STUCK, "on the way back: " + effect.words() + ": " + unmet(effect));
                    }
                }
            }
        }
        return new Ending(End.STUCK, "the way back does not end");
    }

    private String unmet(Effect effect) {
        return effect.unmet(believed, layout).getFirst().words();
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
        List<Unmet> unmet = effect.unmet(believed, layout);
        world.trace.add(number + " " + effect.words()
                + (unmet.isEmpty() ? "" : "   UNMET " + unmet.getFirst().words()));
        if (heedsNeeds && !unmet.isEmpty()) {
            pieces.add(0);
            return Outcome.REFUSED;
        }
        String backup = hands.nextBackup();
        boolean done = perform(effect, fault);
        if (done) {
            believed = effect instanceof BackUp backUp
                    ? believed.withSet(backUp.taken(backup, believed, layout))
                    : effect.does(believed, layout);
            world.tick();
            return Outcome.DONE;
        }
        if (effect.mutates()) {
            believed = effect.mayLeave(believed, layout).stream()
                    .reduce(State::worse)
                    .orElseThrow();
        }
        for (int i = world.random.nextInt(3); i > 0; i--) {
            world.tick();
        }
        return Outcome.CUT;
    }

    private boolean perform(Effect effect, Fault fault) {
        List<Runnable> todo = hands.pieces(effect, believed);
        pieces.add(todo.size());
        int until = fault == null || fault.kind() == Kind.FALL ? Integer.MAX_VALUE : fault.point();
        for (int i = 0; i < todo.size(); i++) {
            if (i >= until) {
                cut(effect, fault.kind(), todo.subList(i, todo.size()), i);
                return false;
            }
            try {
                todo.get(i).run();
            } catch (Hands.Failed failed) {
                world.note("failed: " + failed.getMessage());
                return false;
            }
            if (i + 1 < todo.size()) {
                world.tick();
            }
        }
        if (until != Integer.MAX_VALUE) {
            cut(effect, fault.kind(), List.of(), todo.size());
            return false;
        }
        return true;
    }

    private void cut(Effect effect, Kind kind, List<Runnable> rest, int done) {
        world.note("CUT by " + kind + " after " + done + " of " + (done + rest.size()));
        switch (kind) {
            case ERROR -> {
                if (effect instanceof Start start && world.random.nextBoolean()) {
                    world.fall(start.service());
                }
            }
            case DEATH -> {
                if (Hands.isChild(effect) && world.random.nextInt(3) > 0) {
                    rest.forEach(piece -> world.inFlight.add(() -> quietly(piece)));
                }
            }
            case REBOOT -> world.reboot();
            case FALL -> throw new IllegalStateException();
        }
    }

    private static void quietly(Runnable piece) {
        try {
            piece.run();
        } catch (Hands.Failed failed) {
            // nobody listens to it any more
        }
    }

    private void look() {
        State seen = believed;
        for (Map.Entry<String, CodeForm> artifact : world.code.entrySet()) {
            seen = seen.withCode(artifact.getKey(), artifact.getValue());
        }
        for (Daemon daemon : world.services.values()) {
            seen = look(daemon, seen);
        }
        List<String> working = world.inFlight.isEmpty()
                ? List.of()
                : seen.inFlight().isEmpty() ? List.of("an earlier statement") : seen.inFlight();
        believed = seen.withInFlight(working).afterRunning(layout);
    }

    private State look(Daemon daemon, State seen) {
        Layout.Service shape = daemon.shape;
        ServiceState before = seen.service(shape.name());
        Running running = daemon.running;
        if (daemon.up() && !world.changes(shape.system())) {
            // Nobody sees which form code that did not change has found.
            boolean sameAsBefore = before.up() && before.running() != Running.UNKNOWN;
            running = sameAsBefore ? before.running() : seen.startable(layout.group(shape.system()), shape);
        }
        State now = seen.withService(shape.name(), new ServiceState(running, daemon.held));
        return daemon.up() == before.up() ? now : now.withTrust(shape.system(), Trust.NONE);
    }
}
