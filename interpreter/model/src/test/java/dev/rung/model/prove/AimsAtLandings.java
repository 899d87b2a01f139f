package dev.rung.model.prove;

import static dev.rung.model.prove.RandomHop.deed;
import static dev.rung.model.prove.RandomHop.isNext;
import static dev.rung.model.prove.RandomHop.send;
import static dev.rung.model.prove.RandomHop.start;
import static dev.rung.model.prove.RandomHop.stop;
import static dev.rung.model.prove.RandomHop.well;

import dev.rung.model.effect.NoReturn;
import java.util.List;
import java.util.Set;

/** Hops in which decides what has to be done in the end. */
final class AimsAtLandings {
    private static final Set<String> NONE = Set.of();
    private static final Set<String> BOOKS = Set.of("books");

    private AimsAtLandings() {}

    static List<Aim> all() {
        return List.of(
                Aim.of("nothing behind what is sent", "it stands last in its hop", AimsAtLandings::sent),
                Aim.of("a way forward", "behind a point of no return there is one", AimsAtLandings::forward),
                Aim.of(
                        "no way forward from what is passed over",
                        "a waiver is followed like a success",
                        AimsAtLandings::passedOver),
                Aim.of("health asked", "healthy after the last touch", AimsAtLandings::health),
                Aim.of("version asked", "and the version", AimsAtLandings::version),
                Aim.of("asked after the last touch", "said so after the last touch", AimsAtLandings::askedAgain),
                Aim.of("asked after the last start", "and after the last start", AimsAtLandings::askedAfterStart),
                Aim.of("started again", "what was up is up after", AimsAtLandings::startedAgain),
                Aim.of("all code changed", "every part is in its goal state", AimsAtLandings::allChanged),
                Aim.of("code that nothing starts", "every part is in its goal state", AimsAtLandings::nothingStarts),
                Aim.of("version of who migrates nothing", "and the version", AimsAtLandings::versionWithoutData),
                Aim.of("health after the last touch", "healthy after the last touch", AimsAtLandings::healthAgain));
    }

    private static Sketch sent(Sketch sketch, boolean flawed) {
        return AimsAtCover.plain(sketch)
                .stops()
                .backUp("books")
                .changes()
                .starts()
                .onlyIf(flawed, send(false))
                .asks()
                .onlyIf(!flawed, send(true));
    }

    private static Sketch forward(Sketch sketch, boolean flawed) {
        return AimsAtCover.plain(sketch)
                .stops()
                .backUp("books")
                .upgrade()
                .then(new NoReturn("the report is due"))
                .then(deed("deed", BOOKS, false, !flawed))
                .asks();
    }

    /** Who could not be stopped still runs when its code is changed, and nobody goes back any more. */
    private static Sketch passedOver(Sketch sketch, boolean flawed) {
        Statement stop = Statement.of(stop("worker"));
        sketch.system("ledger", "jar")
                .system("portal", "war")
                .data("books")
                .service("worker", "portal", NONE, NONE)
                .service("server", "ledger", BOOKS, BOOKS)
                .stop("server")
                .backUp("books")
                .change("jar")
                .start("server");
        return sketch.then(well("ledger"))
                .then(isNext("ledger"))
                .then(new NoReturn("the report is due"))
                .then(flawed ? stop.elseContinue() : stop)
                .change("war")
                .start("worker")
                .then(well("portal"))
                .then(isNext("portal"));
    }

    private static Sketch health(Sketch sketch, boolean flawed) {
        return AimsAtCover.plain(sketch)
                .stops()
                .backUp("books")
                .changes()
                .starts()
                .onlyIf(!flawed, well("ledger"))
                .then(isNext("ledger"));
    }

    private static Sketch version(Sketch sketch, boolean flawed) {
        return AimsAtCover.plain(sketch)
                .stops()
                .backUp("books")
                .changes()
                .starts()
                .then(well("ledger"))
                .onlyIf(!flawed, isNext("ledger"));
    }

    private static Sketch askedAgain(Sketch sketch, boolean flawed) {
        AimsAtCover.plain(sketch).stops().backUp("books").upgrade().then(deed("deed", BOOKS, false, false));
        return flawed ? sketch : sketch.asks();
    }

    private static Sketch askedAfterStart(Sketch sketch, boolean flawed) {
        AimsAtCover.plain(sketch)
                .stops()
                .backUp("books")
                .upgrade()
                .stop("server")
                .start("server");
        return flawed ? sketch : sketch.asks();
    }

    private static Sketch startedAgain(Sketch sketch, boolean flawed) {
        return sketch.ledger()
                .data("books")
                .service("worker", "ledger", NONE, NONE)
                .service("server", "ledger", BOOKS, BOOKS)
                .stops()
                .backUp("books")
                .changes()
                .start("server")
                .onlyIf(!flawed, start("worker"))
                .asks();
    }

    /** Templates, of which no service is a part. */
    private static Sketch nothingStarts(Sketch sketch, boolean flawed) {
        sketch.system("ledger", "jar")
                .system("portal", "war")
                .data("books")
                .service("server", "ledger", BOOKS, BOOKS)
                .stops()
                .backUp("books")
                .change("jar");
        return (flawed ? sketch : sketch.change("war"))
                .starts()
                .then(well("ledger"))
                .then(isNext("ledger"));
    }

    private static Sketch versionWithoutData(Sketch sketch, boolean flawed) {
        return sketch.ledger()
                .service("server", "ledger", NONE, NONE)
                .stops()
                .changes()
                .starts()
                .then(well("ledger"))
                .onlyIf(!flawed, isNext("ledger"));
    }

    private static Sketch healthAgain(Sketch sketch, boolean flawed) {
        return AimsAtCover.plain(sketch)
                .stops()
                .backUp("books")
                .upgrade()
                .then(deed("deed", BOOKS, false, false))
                .onlyIf(!flawed, well("ledger"))
                .then(isNext("ledger"));
    }

    private static Sketch allChanged(Sketch sketch, boolean flawed) {
        sketch.system("ledger", "jar")
                .system("portal", "war")
                .data("books")
                .service("server", "ledger", BOOKS, BOOKS)
                .service("worker", "portal", NONE, NONE)
                .stops()
                .backUp("books")
                .change("jar");
        return flawed
                ? sketch.starts().then(well("ledger")).then(isNext("ledger"))
                : sketch.change("war").starts().asks();
    }
}
