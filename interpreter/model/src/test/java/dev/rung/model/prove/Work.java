package dev.rung.model.prove;

import dev.rung.model.effect.BackUp;
import dev.rung.model.effect.Effect;
import dev.rung.model.effect.Start;
import dev.rung.model.prove.Scenario.Fault;
import dev.rung.model.prove.Scenario.Kind;
import dev.rung.model.state.State;
import java.util.ArrayList;
import java.util.List;

/** Carries out one effect after another, piece by piece, as far as nothing comes between. */
final class Work {
    private final SimulatedWorld world;
    private final Hands hands;
    /** How many pieces each effect had that was begun, in order. */
    final List<Integer> pieces = new ArrayList<>();

    private String folder = "";

    enum Outcome {
        DONE,
        REFUSED,
        FAILED,
        /** Who carried it out is no more. */
        CUT
    }

    Work(SimulatedWorld world) {
        this.world = world;
        this.hands = new Hands(world);
    }

    /** Where the last backup went. */
    String folder() {
        return folder;
    }

    Outcome perform(Effect effect, Fault fault, State believed) {
        int until = fault == null || fault.kind() == Kind.FALL ? Integer.MAX_VALUE : fault.point();
        folder = effect instanceof BackUp backUp ? hands.folder(backUp) : "";
        try {
            List<Runnable> todo = hands.pieces(effect, believed, folder);
            pieces.add(todo.size());
            for (int i = 0; i < todo.size(); i++) {
                if (i >= until) {
                    return cut(effect, fault.kind(), todo.subList(i, todo.size()), i);
                }
                todo.get(i).run();
                if (i + 1 < todo.size()) {
                    world.tick();
                }
            }
            return until == Integer.MAX_VALUE ? Outcome.DONE : cut(effect, fault.kind(), List.of(), todo.size());
        } catch (Failed failed) {
            world.note("failed: " + failed.getMessage());
            return Outcome.FAILED;
        }
    }

    private Outcome cut(Effect effect, Kind kind, List<Runnable> rest, int done) {
        world.still = false;
        world.note("CUT by " + kind + " after " + done + " of " + (done + rest.size()));
        switch (kind) {
            case ERROR -> {
                if (effect instanceof Start start && world.random.nextBoolean()) {
                    world.fall(start.service());
                }
                return Outcome.FAILED;
            }
            case DEATH -> {
                if (Hands.isChild(effect) && world.random.nextInt(3) > 0) {
                    rest.forEach(piece -> world.inFlight.add(() -> quietly(piece)));
                }
            }
            case REBOOT -> world.reboot();
            case FALL -> throw new IllegalStateException();
        }
        return Outcome.CUT;
    }

    private static void quietly(Runnable piece) {
        try {
            piece.run();
        } catch (Failed failed) {
            // nobody listens to it any more
        }
    }
}
