package dev.rung.model.prove;

import static dev.rung.model.prove.RandomHop.deed;
import static dev.rung.model.prove.RandomHop.start;
import static dev.rung.model.prove.RandomHop.stop;

import dev.rung.model.effect.Restore;
import dev.rung.model.effect.Undo;
import java.util.List;
import java.util.Set;

/** Hops in which decides what runs, or may come up. */
final class AimsAtServices {
    private static final Set<String> NONE = Set.of();
    private static final Set<String> BOOKS = Set.of("books");

    private AimsAtServices() {}

    static List<Aim> all() {
        return List.of(
                Aim.of(
                        "held for a change-over",
                        "the services that start from it are held",
                        AimsAtServices::heldForChange),
                Aim.of("held, not loose", "down without the mark is loose, not held", AimsAtServices::heldNotLoose),
                Aim.of(
                        "held, not only down",
                        "found down without the mark is loose as well",
                        AimsAtServices::heldNotDown),
                Aim.sensible("who need not be held", "where a driver cannot hold", AimsAtServices::neverHeld),
                Aim.of(
                        "no old code beside a restart",
                        "restarted right there: no `u` code of others up",
                        AimsAtServices::noOldCodeBesideRestart),
                Aim.of(
                        "no newer code loose",
                        "newer code must not come up and migrate under who works with both forms",
                        AimsAtServices::noLooseNewCode),
                Aim.of("held for a restore", "what writes it is held", AimsAtServices::heldForRestore),
                Aim.of("held for an import", "what uses it is held", AimsAtServices::heldForImport),
                Aim.of("held for an undo", "of a deed while held: its writers held", AimsAtServices::heldForUndo),
                Aim.of("held for code and data", "`Run` that changes code, too", AimsAtServices::heldForMerge),
                Aim.of("whole group at a start", "a mixed group is never started", AimsAtServices::wholeGroup),
                Aim.of(
                        "whole group under running",
                        "restarted right there: whole group",
                        AimsAtServices::wholeUnderRunning),
                Aim.of("old data for old code", "`Start` of `u`: all data that it writes old", AimsAtServices::dataOld),
                Aim.of("no deed under old code", "what a deed has changed was taken back", AimsAtServices::deedOld),
                Aim.of("no undo over new data", "nothing has migrated its data since", AimsAtServices::undoOverNew),
                Aim.of("no old code up", "no `u` code that uses these data up", AimsAtServices::noOldCode),
                Aim.of("no old code loose", "nor loose", AimsAtServices::noLooseOldCode),
                Aim.of("no old code beside a deed", "the same of a deed", AimsAtServices::noOldCodeBesideDeed),
                Aim.of(
                        "undo of a deed through a service",
                        "through the service with `u` up: undo",
                        AimsAtServices::undo),
                Aim.of("undo through the old service", "it is up with `u`", AimsAtServices::upWithOld));
    }

    private static Sketch between(Sketch sketch, boolean flawed, boolean undoable) {
        String id = "deed" + (sketch.oneIn(2) ? Deeds.MIGRATES : "");
        AimsAtCover.plain(sketch).stops().backUp("books").then(deed(id, BOOKS, undoable, false));
        return (flawed ? sketch.starts().stops() : sketch).upgrade();
    }

    private static Sketch twoSystems(Sketch sketch, boolean workerHolds) {
        return sketch.system("ledger", "jar")
                .system("portal", "war")
                .steady("books")
                .service("worker", "portal", BOOKS, NONE, workerHolds)
                .service("server", "ledger", BOOKS, BOOKS);
    }

    private static Sketch heldForChange(Sketch sketch, boolean flawed) {
        sketch.ledger()
                .data("books")
                .service("worker", "ledger", NONE, NONE)
                .service("server", "ledger", BOOKS, BOOKS)
                .stop("server")
                .onlyIf(!flawed, stop("worker"))
                .backUp("books")
                .changes()
                .onlyIf(flawed, stop("worker"));
        return sketch.starts().asks();
    }

    private static Sketch heldNotLoose(Sketch sketch, boolean flawed) {
        return sketch.ledger()
                .data("books")
                .service("worker", "ledger", NONE, NONE, !flawed)
                .service("server", "ledger", BOOKS, BOOKS)
                .stops()
                .backUp("books")
                .upgrade();
    }

    /** Nobody has started it for long, and the next boot does. */
    private static Sketch heldNotDown(Sketch sketch, boolean flawed) {
        return sketch.ledger()
                .data("books")
                .service("worker", "ledger", NONE, NONE)
                .service("server", "ledger", BOOKS, BOOKS)
                .found("worker", false)
                .stops()
                .onlyIf(!flawed, stop("worker"))
                .backUp("books")
                .changes()
                .starts()
                .start("worker")
                .asks();
    }

    /** It has nothing to do with what is changed. */
    private static Sketch neverHeld(Sketch sketch) {
        return sketch.ledger()
                .system("portal")
                .data("books")
                .service("worker", "portal", NONE, NONE, false)
                .service("server", "ledger", BOOKS, BOOKS)
                .stops()
                .backUp("books")
                .upgrade();
    }

    private static Sketch noOldCodeBesideRestart(Sketch sketch, boolean flawed) {
        return sketch.underRunning("ledger", "jar")
                .system("portal")
                .steady("books")
                .service("worker", "portal", BOOKS, NONE)
                .service("server", "ledger", BOOKS, BOOKS)
                .onlyIf(!flawed, stop("worker"))
                .backUp("books")
                .change("jar")
                .onlyIf(!flawed, start("worker"))
                .asks();
    }

    private static Sketch noLooseNewCode(Sketch sketch, boolean flawed) {
        return sketch.underRunning("ledger", "jar")
                .system("portal")
                .steady("books")
                .service("worker", "portal", BOOKS, NONE)
                .service("server", "ledger", BOOKS, BOOKS)
                .found("server", false)
                .stop("worker")
                .backUp("books")
                .change("jar")
                .onlyIf(!flawed, start("server"))
                .start("worker")
                .onlyIf(flawed, start("server"))
                .asks();
    }

    private static Sketch heldForRestore(Sketch sketch, boolean flawed) {
        return sketch.ledger()
                .data("books")
                .service("server", "ledger", BOOKS, BOOKS)
                .stops()
                .backUp("books")
                .upgrade()
                .onlyIf(!flawed, stop("server"))
                .then(new Restore(BOOKS, "backups/1"))
                .onlyIf(!flawed, start("server"))
                .asks();
    }

    private static Sketch heldForImport(Sketch sketch, boolean flawed) {
        return sketch.ledger()
                .data("books")
                .service("server", "ledger", BOOKS, BOOKS)
                .stops()
                .backUp("books")
                .changes()
                .onlyIf(!flawed, AimsAtCover.fill("books"))
                .starts()
                .onlyIf(flawed, AimsAtCover.fill("books"))
                .asks();
    }

    private static Sketch heldForUndo(Sketch sketch, boolean flawed) {
        Undo undo = new Undo("deed", "run `deed`");
        return sketch.ledger()
                .system("portal")
                .data("books", "files")
                .service("worker", "portal", Set.of("files"), NONE)
                .service("server", "ledger", BOOKS, BOOKS)
                .stops()
                .backUp("books", "files")
                .then(deed("deed", Set.of("files"), true, false))
                .onlyIf(!flawed, undo)
                .upgrade()
                .onlyIf(flawed, undo);
    }

    private static Sketch heldForMerge(Sketch sketch, boolean flawed) {
        return sketch.system("ledger", "jar")
                .steady("books")
                .service("server", "ledger", BOOKS, BOOKS)
                .onlyIf(!flawed, stop("server"))
                .backUp("books")
                .then(deed("merge" + Deeds.MIGRATES, BOOKS, Set.of("jar"), false, false))
                .onlyIf(flawed, stop("server"))
                .starts()
                .asks();
    }

    private static Sketch wholeGroup(Sketch sketch, boolean flawed) {
        sketch.system("ledger", "jar", "conf")
                .data("books")
                .service("server", "ledger", BOOKS, sketch.oneIn(2) ? BOOKS : NONE)
                .stops()
                .backUp("books")
                .change("jar");
        return flawed
                ? sketch.starts().stops().change("conf").starts().asks()
                : sketch.change("conf").starts().asks();
    }

    private static Sketch wholeUnderRunning(Sketch sketch, boolean flawed) {
        sketch.underRunning("ledger", "jar", "conf").steady("books").service("server", "ledger", BOOKS, BOOKS);
        return flawed
                ? sketch.backUp("books").changes().asks()
                : sketch.stops().backUp("books").upgrade();
    }

    private static Sketch dataOld(Sketch sketch, boolean flawed) {
        return between(sketch, flawed, false);
    }

    private static Sketch deedOld(Sketch sketch, boolean flawed) {
        return between(sketch, flawed, true);
    }

    private static Sketch undoOverNew(Sketch sketch, boolean flawed) {
        Undo undo = new Undo("deed", "run `deed`");
        sketch.ledger()
                .data("books")
                .service("server", "ledger", BOOKS, BOOKS)
                .stops()
                .backUp("books")
                .then(deed("deed", BOOKS, true, false))
                .onlyIf(!flawed, undo)
                .upgrade();
        return flawed ? sketch.stops().then(undo).starts().asks() : sketch;
    }

    private static Sketch noOldCode(Sketch sketch, boolean flawed) {
        return twoSystems(sketch, true)
                .onlyIf(!flawed, stop("worker"))
                .stop("server")
                .backUp("books")
                .change("jar")
                .start("server")
                .onlyIf(flawed, stop("worker"))
                .change("war")
                .start("worker")
                .asks();
    }

    private static Sketch noLooseOldCode(Sketch sketch, boolean flawed) {
        sketch.system("ledger", "jar")
                .system("portal")
                .steady("books")
                .service("worker", "portal", BOOKS, NONE, !flawed)
                .service("server", "ledger", BOOKS, BOOKS);
        return sketch.stops().backUp("books").upgrade();
    }

    private static Sketch noOldCodeBesideDeed(Sketch sketch, boolean flawed) {
        return sketch.ledger()
                .system("portal")
                .steady("books")
                .service("worker", "portal", BOOKS, NONE, !flawed)
                .service("server", "ledger", NONE, NONE)
                .stops()
                .backUp("books")
                .then(deed("deed" + Deeds.MIGRATES, BOOKS, false, false))
                .upgrade();
    }

    private static Sketch undo(Sketch sketch, boolean flawed) {
        return AimsAtCover.plain(sketch)
                .then(deed("deed", BOOKS, !flawed, sketch.oneIn(2)))
                .stops()
                .backUp("books")
                .upgrade();
    }

    private static Sketch upWithOld(Sketch sketch, boolean flawed) {
        Undo undo = new Undo("deed", "run `deed`");
        return sketch.ledger()
                .data("books")
                .service("server", "ledger", BOOKS, NONE)
                .then(deed("deed", BOOKS, true, false))
                .onlyIf(!flawed, undo)
                .stops()
                .backUp("books")
                .upgrade()
                .onlyIf(flawed, undo);
    }
}
