package dev.rung.model.prove;

import static dev.rung.model.prove.RandomHop.deed;
import static dev.rung.model.prove.RandomHop.isNext;
import static dev.rung.model.prove.RandomHop.isStill;
import static dev.rung.model.prove.RandomHop.start;
import static dev.rung.model.prove.RandomHop.well;

import dev.rung.model.state.BackupSet.Level;
import java.util.List;
import java.util.Set;

/** For each step of the way back, and for what a cut may leave, hops in which it decides. */
final class AimsAtTheWayBack {
    private static final Set<String> NONE = Set.of();
    private static final Set<String> BOOKS = Set.of("books");
    private static final Set<String> FILES = Set.of("files");
    private static final Set<String> BOTH = Set.of("books", "files");

    private AimsAtTheWayBack() {}

    static List<Aim> all() {
        return List.of(
                Aim.sensible("a plain upgrade", "whatever is cut goes back or on", AimsAtTheWayBack::plainUpgrade),
                Aim.sensible(
                        "a set that falls behind", "behind: `u` code may have written since", AimsAtTheWayBack::behind),
                Aim.sensible("the even one of two sets", "several even ones serve as one", AimsAtTheWayBack::twoSets),
                Aim.of(
                        "who cannot be held",
                        "hold all services whose code is not as it was",
                        AimsAtTheWayBack::cannotHold),
                Aim.sensible(
                        "who shares a writer", "what shares a writer goes back together", AimsAtTheWayBack::sharing),
                Aim.sensible("a named rollback", "newer code in place, data new", AimsAtTheWayBack::named),
                Aim.sensible(
                        "a named rollback of one part",
                        "what shares a writer goes back together",
                        AimsAtTheWayBack::namedInPart),
                Aim.sensible(
                        "a named rollback for others",
                        "what uses these data is held",
                        AimsAtTheWayBack::namedForOthers),
                Aim.sensible(
                        "a named rollback without cover",
                        "if it fails, the restore follows",
                        AimsAtTheWayBack::namedWithoutCover),
                Aim.sensible("a named rollback, one down", "not half migrated", AimsAtTheWayBack::namedOneDown),
                Aim.sensible("who was down", "no mark stays that was not there", AimsAtTheWayBack::wasDown),
                Aim.of("a mark left behind", "the landing has no such mark", AimsAtTheWayBack::markLeft),
                Aim.sensible("who was held", "what was held is held again", AimsAtTheWayBack::wasHeld),
                Aim.sensible("a start that is passed over", "what was up is up after", AimsAtTheWayBack::waivedStart),
                Aim.of("a choice without cover", "every branch", AimsAtTheWayBack::choiceWithoutCover),
                Aim.of("the other side of a choice", "every branch", AimsAtTheWayBack::otherSide),
                Aim.sensible(
                        "changed over while it runs",
                        "counts as restarted right there",
                        AimsAtTheWayBack::underRunning),
                Aim.sensible(
                        "changed over once more",
                        "not begun again over a mixture",
                        AimsAtTheWayBack::underRunningTwice),
                Aim.sensible(
                        "two systems over one database", "no `u` code over touched data", AimsAtTheWayBack::twoSystems),
                Aim.sensible(
                        "a second start", "who was half migrated is not started again", AimsAtTheWayBack::secondStart));
    }

    static Sketch one(Sketch sketch) {
        return sketch.ledger()
                .data("books")
                .service("server", "ledger", BOOKS, BOOKS)
                .bystander("ledger");
    }

    private static Sketch plainUpgrade(Sketch sketch) {
        return one(sketch).stops().backUp("books").upgrade();
    }

    private static Sketch behind(Sketch sketch) {
        sketch.ledger().steady("books").service("server", "ledger", BOOKS, BOOKS);
        return sketch.oneIn(2)
                ? sketch.backUp("books").stops().upgrade()
                : sketch.stops().backUp("books").starts().stops().upgrade();
    }

    private static Sketch twoSets(Sketch sketch) {
        sketch.ledger().steady("books").service("server", "ledger", BOOKS, BOOKS);
        return sketch.oneIn(2)
                ? sketch.backUp("books").stops().backUp("books").upgrade()
                : sketch.stops().backUp("books").upgrade().backUp("books");
    }

    private static Sketch cannotHold(Sketch sketch, boolean flawed) {
        return sketch.underRunning("ledger", "jar")
                .steady("books")
                .service("server", "ledger", BOOKS, BOOKS, !flawed)
                .backUp("books")
                .change("jar")
                .asks();
    }

    private static Sketch sharing(Sketch sketch) {
        return sketch.ledger()
                .system("portal")
                .steady("books", "files", "index")
                .service("worker", "portal", Set.of("files", "index"), NONE)
                .service("server", "ledger", BOTH, BOOKS)
                .stops()
                .backUp("books", "files", "index")
                .upgrade();
    }

    private static Sketch named(Sketch sketch) {
        return one(sketch).named(BOOKS).stops().backUp("books").upgrade().backUp("books");
    }

    private static Sketch namedInPart(Sketch sketch) {
        return sketch.ledger()
                .steady("books", "files")
                .service("server", "ledger", BOTH, BOTH)
                .named(BOOKS)
                .stops()
                .backUp("books", "files")
                .upgrade()
                .backUp("books");
    }

    private static Sketch namedForOthers(Sketch sketch) {
        return sketch.ledger()
                .system("portal")
                .steady("books", "files")
                .service("worker", "portal", BOOKS, NONE)
                .service("server", "ledger", FILES, FILES)
                .named(BOTH)
                .stops()
                .backUp("books", "files")
                .upgrade()
                .backUp("files");
    }

    /** What was done by hand has an undo, and so no backup was asked for. */
    private static Sketch namedWithoutCover(Sketch sketch) {
        return sketch.system("ledger", "jar")
                .data("books")
                .service("server", "ledger", BOOKS, NONE)
                .named(BOOKS)
                .stops()
                .then(deed("merge" + Deeds.MIGRATES, BOOKS, Set.of("jar"), true, true))
                .starts()
                .asks()
                .then(well("ledger"))
                .then(isNext("ledger"));
    }

    /** Its start has failed, and nobody waits for it; who is asked does not notice. */
    private static Sketch namedOneDown(Sketch sketch) {
        return sketch.ledger()
                .steady("books", "index")
                .service("worker", "ledger", Set.of("index"), Set.of("index"))
                .service("server", "ledger", BOOKS, BOOKS)
                .named(Set.of("books", "index"))
                .stops()
                .backUp("books", "index")
                .changes()
                .start("server")
                .then(Statement.of(start("worker")).elseContinue())
                .asks();
    }

    private static Sketch wasDown(Sketch sketch) {
        return sketch.ledger()
                .data("books")
                .service("worker", "ledger", BOOKS, NONE)
                .service("server", "ledger", BOOKS, BOOKS)
                .found("worker", false)
                .stop("worker", "server")
                .backUp("books")
                .changes()
                .start("server", "worker")
                .asks();
    }

    private static Sketch markLeft(Sketch sketch, boolean flawed) {
        sketch.ledger()
                .data("books")
                .service("worker", "ledger", NONE, NONE)
                .service("server", "ledger", BOOKS, NONE)
                .found("worker", false)
                .stop("worker", "server")
                .backUp("books")
                .changes();
        return (flawed ? sketch : sketch.start("worker")).start("server").asks();
    }

    private static Sketch wasHeld(Sketch sketch) {
        return sketch.ledger()
                .data("books")
                .service("worker", "ledger", NONE, NONE)
                .service("server", "ledger", BOOKS, BOOKS)
                .found("worker", true)
                .start("worker")
                .stop("worker", "server")
                .backUp("books")
                .changes()
                .start("server", "worker")
                .asks();
    }

    private static Sketch waivedStart(Sketch sketch) {
        return sketch.ledger()
                .data("books")
                .service("worker", "ledger", NONE, NONE)
                .service("server", "ledger", BOOKS, BOOKS)
                .stops()
                .backUp("books")
                .changes()
                .then(Statement.of(start("worker")).elseContinue())
                .start("server")
                .asks();
    }

    private static Sketch choiceWithoutCover(Sketch sketch, boolean flawed) {
        one(sketch)
                .stops()
                .then(Statement.of(RandomHop.backUp(BOOKS, Level.RESTORED)).when(flawed ? 1 : 0));
        return sketch.upgrade();
    }

    private static Sketch otherSide(Sketch sketch, boolean flawed) {
        one(sketch)
                .stops()
                .then(Statement.of(deed("deed", BOOKS, !flawed, false)).when(-1));
        return sketch.backUp("books").upgrade();
    }

    private static Sketch underRunning(Sketch sketch) {
        return sketch.underRunning("ledger", "jar")
                .steady("books")
                .service("server", "ledger", BOOKS, sketch.oneIn(2) ? BOOKS : NONE)
                .backUp("books")
                .change("jar")
                .asks();
    }

    private static Sketch underRunningTwice(Sketch sketch) {
        return underRunning(sketch).change("jar").asks();
    }

    private static Sketch twoSystems(Sketch sketch) {
        return sketch.system("ledger", "jar")
                .system("portal")
                .steady("books")
                .service("worker", "portal", BOOKS, sketch.oneIn(2) ? BOOKS : NONE)
                .service("server", "ledger", BOOKS, BOOKS)
                .stops()
                .backUp("books")
                .changes()
                .start("server")
                .then(well("ledger"))
                .then(isNext("ledger"))
                .start("worker")
                .then(well("portal"))
                .then(isStill("portal"));
    }

    private static Sketch secondStart(Sketch sketch) {
        return sketch.ledger()
                .unsteady("books", "files")
                .service("server", "ledger", BOTH, BOTH)
                .stops()
                .backUp("books", "files")
                .upgrade();
    }
}
