package dev.rung.model.prove;

import java.util.List;
import java.util.Set;

/** Hops in which it decides what users write, and when. */
final class AimsAtLoss {
    private static final Set<String> BOOKS = Set.of("books");
    private static final Set<String> NONE = Set.of();

    private AimsAtLoss() {}

    static List<Aim> all() {
        return List.of(
                Aim.of(
                        "a backup that users write on after",
                        "a cover that is behind is accepted only within `max-loss`",
                        AimsAtLoss::behind),
                Aim.sensible(
                        "a backup of which another part is behind",
                        "what nobody writes is not behind",
                        AimsAtLoss::anotherPart));
    }

    private static Sketch behind(Sketch sketch, boolean flawed) {
        sketch.losingNothing().ledger().steady("books").service("server", "ledger", BOOKS, BOOKS);
        if (!flawed) {
            return sketch.stops().backUp("books").upgrade();
        }
        return sketch.oneIn(2)
                ? sketch.backUp("books").stops().upgrade()
                : sketch.stops().backUp("books").starts().stops().upgrade();
    }

    private static Sketch anotherPart(Sketch sketch) {
        return sketch.losingNothing()
                .ledger()
                .system("portal")
                .steady("books", "files")
                .service("worker", "portal", Set.of("files"), NONE)
                .service("server", "ledger", BOOKS, BOOKS)
                .stops()
                .backUp("books", "files")
                .start("worker")
                .changes()
                .start("server")
                .asks();
    }
}
