package dev.rung.engine.run;

import dev.rung.engine.driver.Trouble;
import dev.rung.engine.journal.Journals;

/** What the journals say of the runs that locks name. */
record JournaledRuns(Journals journals) implements Locks.Runs {
    /** A run that never began, or says that it has come to its end, holds nobody up. */
    @Override
    public boolean isOver(String run) throws Trouble {
        return !journals.has(run)
                || journals.read(run).entries().isEmpty()
                || !Recorded.read(run, journals).isResumable();
    }

    @Override
    public boolean has(String run) {
        return journals.has(run);
    }

    @Override
    public String place() {
        return journals.place();
    }
}
