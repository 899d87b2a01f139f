package dev.rung.model.prove;

import static dev.rung.model.prove.RandomHop.backUp;
import static dev.rung.model.prove.RandomHop.deed;

import dev.rung.model.effect.Import;
import dev.rung.model.effect.Restore;
import dev.rung.model.expression.Expression;
import dev.rung.model.expression.Value;
import dev.rung.model.state.BackupSet.Level;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Hops in which decides what a backup covers. */
final class AimsAtCover {
    private static final Set<String> NONE = Set.of();
    private static final Set<String> BOOKS = Set.of("books");
    private static final Set<String> BOTH = Set.of("books", "files");

    private AimsAtCover() {}

    static List<Aim> all() {
        return List.of(
                Aim.of("cover", "what may be migrated is in a set that counts", AimsAtCover::cover),
                Aim.of("cover of what shares a writer", "with what shares a writer, and so on", AimsAtCover::sharing),
                Aim.of("cover that is read back", "it counts when it is read back", AimsAtCover::level),
                Aim.sensible("cover from before", "taken before anything touched its data", AimsAtCover::untouched),
                Aim.of("a set for a restore", "`Restore`: the set counts", AimsAtCover::restored),
                Aim.of("cover of one moment", "while no service was up that writes two of its data", AimsAtCover::torn),
                Aim.of("cover of one state", "nor one that cannot be dumped while written", AimsAtCover::dumped),
                Aim.of("cover of one moment, loose", "no service was up or loose", AimsAtCover::tornByLoose),
                Aim.of(
                        "cover of a restart",
                        "changed over under it it counts as restarted: cover",
                        AimsAtCover::restart),
                Aim.of("cover of a mixture", "mixed code spares nothing that it writes", AimsAtCover::mixture),
                Aim.of("cover of a deed", "`Run` while held: cover or an undo", AimsAtCover::deedHeld),
                Aim.of("cover of a deed under new code", "`Run` with `v` up: cover", AimsAtCover::deedUnderNew),
                Aim.of(
                        "cover of an import",
                        "the former database is in a set that counts",
                        AimsAtCover::importCovered));
    }

    static Sketch plain(Sketch sketch) {
        return sketch.ledger()
                .data("books")
                .service("server", "ledger", BOOKS, BOOKS)
                .bystander("ledger");
    }

    static Import fill(String database) {
        return new Import(
                Set.of(database), Optional.of(new Expression.Literal(new Value.Text("dump.sql"))), "dump.sql");
    }

    private static Sketch cover(Sketch sketch, boolean flawed) {
        plain(sketch).stops();
        return (flawed ? sketch : sketch.backUp("books")).upgrade();
    }

    private static Sketch sharing(Sketch sketch, boolean flawed) {
        sketch.ledger()
                .system("portal")
                .steady("books", "files", "index")
                .service("worker", "portal", Set.of("files", "index"), NONE)
                .service("server", "ledger", BOTH, BOOKS)
                .stops();
        return (flawed ? sketch.backUp("books", "files") : sketch.backUp("books", "files", "index")).upgrade();
    }

    private static Sketch level(Sketch sketch, boolean flawed) {
        return plain(sketch)
                .stops()
                .then(backUp(BOOKS, flawed ? Level.TAKEN : Level.READ_BACK))
                .upgrade();
    }

    private static Sketch untouched(Sketch sketch) {
        return plain(sketch)
                .stops()
                .backUp("books")
                .upgrade()
                .stop("server")
                .backUp("books")
                .start("server")
                .asks();
    }

    private static Sketch restored(Sketch sketch, boolean flawed) {
        return sketch.ledger()
                .data("books")
                .service("server", "ledger", BOOKS, NONE)
                .stops()
                .then(backUp(BOOKS, flawed ? Level.TAKEN : Level.READ_BACK))
                .then(new Restore(BOOKS, "backups/1"))
                .upgrade();
    }

    private static Sketch torn(Sketch sketch, boolean flawed) {
        sketch.ledger().steady("books", "files").service("server", "ledger", BOTH, BOOKS);
        return (flawed
                        ? sketch.backUp("books", "files").stops()
                        : sketch.stops().backUp("books", "files"))
                .upgrade();
    }

    private static Sketch dumped(Sketch sketch, boolean flawed) {
        sketch.ledger().unsteady("books").service("server", "ledger", BOOKS, BOOKS);
        return (flawed ? sketch.backUp("books").stops() : sketch.stops().backUp("books")).upgrade();
    }

    private static Sketch tornByLoose(Sketch sketch, boolean flawed) {
        return sketch.ledger()
                .system("portal")
                .unsteady("books")
                .service("worker", "portal", BOOKS, NONE, !flawed)
                .service("server", "ledger", BOOKS, BOOKS)
                .stops()
                .backUp("books")
                .upgrade();
    }

    private static Sketch restart(Sketch sketch, boolean flawed) {
        sketch.underRunning("ledger", "jar").steady("books").service("server", "ledger", BOOKS, BOOKS);
        return (flawed ? sketch : sketch.backUp("books")).change("jar").asks();
    }

    private static Sketch mixture(Sketch sketch, boolean flawed) {
        sketch.underRunning("ledger", "jar").steady("books").service("server", "ledger", BOOKS, NONE);
        return (flawed ? sketch : sketch.backUp("books")).change("jar").asks();
    }

    private static Sketch deedHeld(Sketch sketch, boolean flawed) {
        sketch.ledger().data("books").service("server", "ledger", BOOKS, NONE).stops();
        return (flawed ? sketch : sketch.backUp("books"))
                .then(deed("deed", BOOKS, false, sketch.oneIn(2)))
                .upgrade();
    }

    private static Sketch deedUnderNew(Sketch sketch, boolean flawed) {
        sketch.ledger().data("books").service("server", "ledger", BOOKS, NONE).stops();
        return (flawed ? sketch : sketch.backUp("books"))
                .upgrade()
                .then(deed("deed", BOOKS, false, sketch.oneIn(2)))
                .asks();
    }

    private static Sketch importCovered(Sketch sketch, boolean flawed) {
        sketch.ledger().data("books").service("server", "ledger", BOOKS, NONE).stops();
        return (flawed ? sketch : sketch.backUp("books")).then(fill("books")).upgrade();
    }
}
