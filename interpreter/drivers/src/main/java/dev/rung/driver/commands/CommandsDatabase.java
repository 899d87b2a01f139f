package dev.rung.driver.commands;

import dev.rung.engine.driver.Database;
import dev.rung.engine.driver.Progress;
import dev.rung.engine.driver.Trouble;
import dev.rung.model.expression.Value;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A database that commands back up and restore, and nobody asks. */
record CommandsDatabase(VendorBackup backup) implements Database {
    @Override
    public boolean tellsContent() {
        return false;
    }

    @Override
    public boolean canBeTried() {
        return backup.canBeTried();
    }

    @Override
    public long size() throws Trouble {
        throw backup.notKnown("the size");
    }

    @Override
    public Fingerprint fingerprint() throws Trouble {
        throw backup.notKnown("the content");
    }

    @Override
    public Captured backUp(Path folder, Progress progress) throws Trouble {
        return backup.backUp(folder, progress);
    }

    @Override
    public Fingerprint tryRestore(Path folder, Captured captured, Path scratch, Progress progress) throws Trouble {
        return backup.tryRestore(folder, captured);
    }

    @Override
    public void restore(Path folder, Captured captured, Progress progress) throws Trouble {
        backup.bringBack(folder, captured);
    }

    @Override
    public void discardKept() {}

    @Override
    public List<Trouble> preflight() {
        return backup.preflight();
    }

    @Override
    public Value value(String sql, List<Value> parameters) throws Trouble {
        throw backup.notKnown("the rows");
    }

    @Override
    public Statements take(String sql) throws Trouble {
        throw noSql();
    }

    @Override
    public Told tell(Order order, Duration within) throws Trouble {
        throw noSql();
    }

    /** It has never left any. */
    @Override
    public void removeMarks() {}

    private Trouble noSql() {
        return new Trouble(
                "`" + backup.name() + "` is told no SQL: it is known by its commands alone",
                "let a `run` of the database's own client do it, with what it `changes`");
    }

    @Override
    public void importFrom(Path dump, Progress progress) throws Trouble {
        throw new Trouble(
                "`" + backup.name() + "` is not filled from a dump: it is known by its commands alone",
                "restore it from a backup, or let a `run` do it");
    }
}
