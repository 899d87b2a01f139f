package dev.rung.engine.run;

import dev.rung.engine.driver.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** Decides whose a system's lock is, in words for a person. */
record Locks(Machine machine, Path stateFolder, Clock clock, Runs runs) {
    /** What the journals say of a run. */
    interface Runs {
        /** Whether it never began, or has come to its end: then it holds nobody up. */
        boolean isOver(String run) throws Trouble;

        boolean has(String run);

        /** Where the journals are kept. */
        String place();
    }

    Path place(String system, World world) {
        return SystemLock.place(system, world.parts().values(), stateFolder);
    }

    /** For a run that begins. @throws Trouble if another one goes on, or can still be resumed */
    SystemLock take(Path place, String run) throws Trouble {
        Optional<SystemLock.Owner> owner = SystemLock.owner(place);
        mustBeFree(place, owner);
        return taken(place, run, owner);
    }

    /** For a run that is taken up again. @throws Trouble if it goes on elsewhere, or the lock is another run's */
    SystemLock takeAgain(Path place, String run) throws Trouble {
        Optional<SystemLock.Owner> owner = SystemLock.owner(place);
        mayBeTakenUp(place, run, owner);
        return taken(place, run, owner);
    }

    /** @param judged whom the decision was about: whoever came since is not overrun */
    private SystemLock taken(Path place, String run, Optional<SystemLock.Owner> judged) throws Trouble {
        makeStateFolder(place);
        return judged.isEmpty()
                ? SystemLock.take(place, self(run), clock)
                : SystemLock.takeOver(place, self(run), clock);
    }

    /** A system without parts has its lock there, and nothing may have been journaled yet. */
    private void makeStateFolder(Path place) throws Trouble {
        if (stateFolder.equals(place.getParent())) {
            try {
                Files.createDirectories(stateFolder);
            } catch (IOException failed) {
                throw new Trouble(
                        "the state folder " + stateFolder + " cannot be made: " + failed.getMessage(),
                        "say another one by RUNG_STATE",
                        failed);
            }
        }
    }

    private SystemLock.Owner self(String run) {
        return SystemLock.Owner.ofThisProcess(run, machine.host(), machine.user(), runs.place());
    }

    void mustBeFree(Path place) throws Trouble {
        mustBeFree(place, SystemLock.owner(place));
    }

    private void mustBeFree(Path place, Optional<SystemLock.Owner> owner) throws Trouble {
        if (owner.isEmpty()) {
            return;
        }
        SystemLock.Owner other = owner.get();
        if (!SystemLock.isDead(place, other, machine.host(), clock)) {
            throw new Trouble(
                    "another run of this system goes on: `" + other.run() + "`, process " + other.pid() + " of "
                            + other.user() + " on " + other.host(),
                    "wait for it, or see `rung history " + other.run() + "`");
        }
        mustBeKnown(place, other);
        if (!other.host().equals(machine.host()) || !runs.isOver(other.run())) {
            throw new Trouble(
                    "the run `" + other.run() + "` of this system has not come to its end",
                    "take it up with `rung resume " + other.run() + "`, or undo it with `rung rollback " + other.run()
                            + "`");
        }
    }

    /** That a run has no journal here says nothing of it if its journal is kept elsewhere. */
    private void mustBeKnown(Path place, SystemLock.Owner other) throws Trouble {
        boolean elsewhere = !other.journal().isEmpty() && !other.journal().equals(runs.place());
        if (elsewhere && !runs.has(other.run())) {
            throw new Trouble(
                    "the run `" + other.run() + "` of this system may not have come to its end: its journal is kept in "
                            + other.journal() + ", not in " + runs.place(),
                    "name that place, with `--journal` if it is a PostgreSQL, with RUNG_STATE if it is a folder; only"
                            + " if that journal is gone for good, look at the system and remove the lock " + place);
        }
    }

    void mayBeTakenUp(Path place, String run) throws Trouble {
        mayBeTakenUp(place, run, SystemLock.owner(place));
    }

    private void mayBeTakenUp(Path place, String run, Optional<SystemLock.Owner> owner) throws Trouble {
        if (owner.isEmpty()) {
            return;
        }
        SystemLock.Owner other = owner.get();
        // A shell that left a run open takes it up again itself.
        boolean ours = other.equals(self(run));
        if (!ours && !SystemLock.isDead(place, other, machine.host(), clock)) {
            throw new Trouble(
                    "the run `" + other.run() + "` goes on in process " + other.pid() + " of " + other.user() + " on "
                            + other.host(),
                    "wait for it, or stop it there with Ctrl-C");
        }
        if (!other.run().equals(run)) {
            throw new Trouble(
                    "the system is locked by another run, `" + other.run() + "`",
                    "take that one up first: `rung resume " + other.run() + "`");
        }
    }
}
