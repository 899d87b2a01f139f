package dev.rung.driver.commands;

import dev.rung.engine.driver.FileTree;
import dev.rung.engine.driver.Progress;
import dev.rung.engine.driver.Trouble;
import java.nio.file.Path;
import java.util.List;

/** Files, or whatever else lies somewhere, that commands back up and restore. */
record CommandsFiles(VendorBackup backup) implements FileTree {
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
}
