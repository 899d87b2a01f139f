package dev.rung.driver.contract;

import dev.rung.driver.commands.CommandsDataDriver;
import dev.rung.driver.support.Excluded;
import dev.rung.driver.support.Tree;
import dev.rung.engine.driver.Data.Fingerprint;
import dev.rung.engine.driver.Driver;
import dev.rung.model.expression.Type;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What commands back up and restore: a folder here, copied file by file. */
record CommandsDataFixture(Type kind) implements Fixture.OfData {
    private static final int FILES = 8;

    @Override
    public Driver driver() {
        return new CommandsDataDriver(kind);
    }

    @Override
    public Map<String, Object> arguments() {
        return Map.of(
                "backup",
                List.of("sh", "-c", "mkdir $RUNG_BACKUP && cd theirs && for f in *; do cp $f $RUNG_BACKUP; done"),
                "restore",
                List.of(
                        "sh",
                        "-c",
                        "rm -rf theirs && mkdir theirs && cd $RUNG_BACKUP && for f in *; do cp $f \"$OLDPWD/theirs\";"
                                + " done"),
                "verify",
                List.of("sh", "-c", "test $(ls $RUNG_BACKUP | wc -l) = " + FILES));
    }

    @Override
    public void lay(Path folder) throws IOException {
        Files.createDirectory(folder.resolve("theirs"));
        for (int i = 0; i < FILES; i++) {
            Files.writeString(folder.resolve("theirs/" + i), "former " + i);
        }
    }

    @Override
    public void change(Path folder) throws IOException {
        Files.writeString(folder.resolve("theirs/3"), "spoiled");
        Files.writeString(folder.resolve("theirs/new"), "new");
    }

    @Override
    public boolean tears() {
        return true;
    }

    @Override
    public Optional<Fingerprint> content(Path folder) throws IOException {
        Path theirs = folder.resolve("theirs");
        return Optional.of(
                Files.exists(theirs)
                        ? new Tree(theirs, Excluded.of(List.of())).fingerprint()
                        : new Fingerprint("none", 0));
    }
}
