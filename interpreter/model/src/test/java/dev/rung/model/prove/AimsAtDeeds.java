package dev.rung.model.prove;

import static dev.rung.model.prove.RandomHop.deed;

import java.util.List;
import java.util.Set;

/** Hops in which decides how that comes back which was done beside the usual way. */
final class AimsAtDeeds {
    private static final Set<String> NONE = Set.of();
    private static final Set<String> BOOKS = Set.of("books");
    private static final Set<String> FILES = Set.of("files");
    private static final Set<String> BOTH = Set.of("books", "files");

    private AimsAtDeeds() {}

    static List<Aim> all() {
        return List.of(
                Aim.sensible("what still works", "settle what is in flight", AimsAtDeeds::inFlight),
                Aim.sensible("who runs over a deed", "hold what uses what is put back", AimsAtDeeds::overADeed),
                Aim.sensible("what one deed has changed", "its undo is one", AimsAtDeeds::deedOnBoth),
                Aim.of("a deed on top of another", "what is done later is taken back earlier", AimsAtDeeds::onTop),
                Aim.sensible("two deeds while held", "latest first", AimsAtDeeds::twoDeeds),
                Aim.sensible("a deed before the backup", "what the restored set contains, too", AimsAtDeeds::inTheSet),
                Aim.sensible("a deed through a service", "undone once it runs again", AimsAtDeeds::through),
                Aim.sensible(
                        "a deed through one of two",
                        "unless the restored set is older",
                        AimsAtDeeds::throughThenRestored),
                Aim.sensible("code and data by hand", "an undo of all that it changes", AimsAtDeeds::merge),
                Aim.sensible(
                        "code by hand over a deed", "held before code goes back by hand", AimsAtDeeds::mergeOverDeed),
                Aim.sensible(
                        "code by hand over a touch", "what was touched before stays so", AimsAtDeeds::mergeOverTouch),
                Aim.sensible(
                        "code by hand beside others", "what runs is what is in place", AimsAtDeeds::mergeBesideOthers),
                Aim.sensible("an import", "the former database comes back", AimsAtDeeds::imported),
                Aim.sensible(
                        "a failure that is passed over", "a waiver is followed like a success", AimsAtDeeds::waived),
                Aim.sensible("a choice", "every branch that cannot be decided before", AimsAtDeeds::choice),
                Aim.sensible("a deed that is done once", "again: the author's word", AimsAtDeeds::once));
    }

    private static Sketch merged(Sketch sketch) {
        return sketch.then(deed("merge" + Deeds.MIGRATES, BOOKS, Set.of("jar"), true, sketch.oneIn(2)));
    }

    private static Sketch inFlight(Sketch sketch) {
        return sketch.ledger()
                .data("books", "files")
                .service("server", "ledger", BOOKS, BOOKS)
                .stops()
                .backUp("books", "files")
                .then(deed("deed", BOTH, sketch.oneIn(2), true))
                .upgrade();
    }

    private static Sketch overADeed(Sketch sketch) {
        return sketch.ledger()
                .system("portal")
                .data("books", "files")
                .service("server", "ledger", BOOKS, BOOKS)
                .service("worker", "portal", FILES, NONE)
                .stops()
                .backUp("books", "files")
                .then(deed("deed", FILES, true, sketch.oneIn(2)))
                .start("worker")
                .changes()
                .start("server")
                .asks();
    }

    private static Sketch deedOnBoth(Sketch sketch) {
        return sketch.ledger()
                .data("books", "files")
                .service("server", "ledger", BOOKS, BOOKS)
                .stops()
                .backUp("books", "files")
                .then(deed("deed", BOTH, true, sketch.oneIn(2)))
                .upgrade();
    }

    private static Sketch twoDeeds(Sketch sketch) {
        return sketch.ledger()
                .data("books")
                .service("server", "ledger", BOOKS, NONE)
                .stops()
                .backUp("books")
                .then(deed("deed1", BOOKS, true, sketch.oneIn(2)))
                .then(deed("deed2", BOOKS, true, sketch.oneIn(2)))
                .upgrade();
    }

    private static Sketch inTheSet(Sketch sketch) {
        return AimsAtTheWayBack.one(sketch)
                .stops()
                .then(deed("deed", BOOKS, true, sketch.oneIn(2)))
                .backUp("books")
                .upgrade();
    }

    private static Sketch through(Sketch sketch) {
        return sketch.ledger()
                .data("books")
                .service("server", "ledger", BOOKS, sketch.oneIn(2) ? BOOKS : NONE)
                .then(deed("deed", BOOKS, true, sketch.oneIn(2)))
                .stops()
                .backUp("books")
                .upgrade();
    }

    private static Sketch throughThenRestored(Sketch sketch) {
        return sketch.ledger()
                .steady("books")
                .service("server", "ledger", BOOKS, BOOKS)
                .backUp("books")
                .then(deed("deed", BOOKS, true, sketch.oneIn(2)))
                .stops()
                .upgrade();
    }

    private static Sketch merge(Sketch sketch) {
        sketch.system("ledger", "jar").data("books").service("server", "ledger", BOOKS, BOOKS);
        return merged(sketch.stops().backUp("books")).starts().asks();
    }

    private static Sketch mergeOverDeed(Sketch sketch) {
        sketch.system("ledger", "jar")
                .data("books", "files")
                .service("server", "ledger", BOTH, BOOKS)
                .stops()
                .backUp("books", "files")
                .then(deed("deed", FILES, true, sketch.oneIn(2)));
        return merged(sketch).starts().asks();
    }

    private static Sketch mergeOverTouch(Sketch sketch) {
        sketch.system("ledger", "jar")
                .data("books")
                .service("server", "ledger", BOOKS, BOOKS)
                .stops()
                .backUp("books")
                .then(deed("deed", BOOKS, false, sketch.oneIn(2)));
        return merged(sketch).starts().asks();
    }

    private static Sketch mergeBesideOthers(Sketch sketch) {
        sketch.system("ledger", "jar")
                .system("portal")
                .data("books", "files")
                .service("worker", "portal", BOTH, BOTH)
                .service("server", "ledger", NONE, NONE)
                .stops()
                .backUp("books", "files");
        return sketch.then(deed("merge" + Deeds.MIGRATES, BOTH, Set.of("jar"), true, true))
                .starts()
                .asks();
    }

    /** Through somebody whose code no hop changes, so that he may run over what was done while he was held. */
    private static Sketch onTop(Sketch sketch, boolean flawed) {
        Set<String> files = Set.of("files");
        return sketch.ledger()
                .system("portal")
                .steady("books", "files")
                .service("worker", "portal", files, NONE)
                .service("server", "ledger", BOOKS, BOOKS)
                .stops()
                .then(deed("deed1", flawed ? files : BOOKS, true, false))
                .backUp("books", "files")
                .start("worker")
                .then(deed("deed2", files, true, false))
                .stop("worker")
                .upgrade();
    }

    private static Sketch imported(Sketch sketch) {
        return sketch.ledger()
                .data("books")
                .service("server", "ledger", BOOKS, sketch.oneIn(2) ? BOOKS : NONE)
                .stops()
                .backUp("books")
                .then(AimsAtCover.fill("books"))
                .upgrade();
    }

    private static Sketch waived(Sketch sketch) {
        Statement deed = Statement.of(deed("deed", BOOKS, false, sketch.oneIn(2)));
        return AimsAtTheWayBack.one(sketch)
                .stops()
                .backUp("books")
                .then(deed.elseContinue())
                .upgrade();
    }

    private static Sketch choice(Sketch sketch) {
        return AimsAtTheWayBack.one(sketch)
                .stops()
                .backUp("books")
                .then(Statement.of(deed("deed1", BOOKS, true, false)).when(1))
                .then(Statement.of(deed("deed2", BOOKS, false, true)).when(-1))
                .upgrade();
    }

    private static Sketch once(Sketch sketch) {
        return sketch.ledger()
                .data("books")
                .service("server", "ledger", BOOKS, BOOKS)
                .stops()
                .backUp("books")
                .then(deed("deed", BOOKS, sketch.oneIn(2), false))
                .upgrade();
    }
}
