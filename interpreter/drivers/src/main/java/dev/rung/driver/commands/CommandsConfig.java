package dev.rung.driver.commands;

import dev.rung.engine.driver.Config;
import dev.rung.engine.driver.Progress;
import dev.rung.engine.driver.Trouble;
import dev.rung.model.expression.Value;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A config that commands back up and restore as a whole; its keys nobody sees. */
record CommandsConfig(VendorBackup backup, List<String> mustKeep) implements Config {
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
    public boolean isThere() {
        return true;
    }

    @Override
    public Optional<String> value(String key) throws Trouble {
        throw keys();
    }

    @Override
    public Look look(String key) throws Trouble {
        throw keys();
    }

    @Override
    public Edit edit(String key, Optional<Value> value) throws Trouble {
        throw keys();
    }

    @Override
    public void keep(String key) throws Trouble {
        throw keys();
    }

    @Override
    public void putBack(String key, Look look) throws Trouble {
        throw keys();
    }

    private Trouble keys() {
        return backup.notKnown("the keys");
    }
}
