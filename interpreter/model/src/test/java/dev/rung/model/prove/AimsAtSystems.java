package dev.rung.model.prove;

import java.util.List;
import java.util.Set;

/** Hops in which decides what else a run upgrades. */
final class AimsAtSystems {
    private static final Set<String> BOOKS = Set.of("books");

    private AimsAtSystems() {}

    static List<Aim> all() {
        return List.of(
                Aim.of("nobody left behind", "no code over data that is not its own", AimsAtSystems::leftBehind),
                Aim.sensible(
                        "who is not upgraded",
                        "that it works with both is its author's word",
                        AimsAtSystems::leftAlone),
                Aim.sensible(
                        "a start of who runs already",
                        "what changes code and data in one looks after its services",
                        sketch -> startedByHand(sketch, BOOKS, true)),
                Aim.sensible(
                        "a start on a platform",
                        "what changes code and data in one looks after its services",
                        sketch -> startedByHand(sketch, Set.of(), false)));
    }

    /** The portal has a ladder of its own, behind this one. */
    private static Sketch leftBehind(Sketch sketch, boolean flawed) {
        return sketch.ledger()
                .upgradedLater("portal")
                .steady("books", "files")
                .service("worker", "portal", flawed ? BOOKS : Set.of("files"), Set.of())
                .service("server", "ledger", BOOKS, BOOKS)
                .stops()
                .backUp("books", "files")
                .upgrade();
    }

    private static Sketch leftAlone(Sketch sketch) {
        return sketch.ledger()
                .system("portal")
                .steady("books")
                .service("worker", "portal", BOOKS, Set.of())
                .service("server", "ledger", BOOKS, BOOKS)
                .stops()
                .backUp("books")
                .changes()
                .start("server")
                .then(RandomHop.well("ledger"), RandomHop.isNext("ledger"))
                .start("worker")
                .asks();
    }

    /** What installs under its running service, as a platform does that nobody can hold, and a start that finds it up. */
    private static Sketch startedByHand(Sketch sketch, Set<String> migrates, boolean holds) {
        return sketch.system("ledger", "jar")
                .steady("books")
                .service("server", "ledger", BOOKS, migrates, holds)
                .backUp("books")
                .then(RandomHop.deed("merge" + Deeds.MIGRATES, BOOKS, Set.of("jar"), true, false))
                .start("server")
                .asks();
    }
}
