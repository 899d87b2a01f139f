package dev.rung.driver.commands;

import dev.rung.driver.support.Arguments;
import dev.rung.engine.driver.Driver;
import dev.rung.engine.driver.Part;
import dev.rung.engine.driver.Surroundings;
import dev.rung.engine.driver.Trouble;
import dev.rung.model.expression.Signature;
import dev.rung.model.expression.Signature.Parameter;
import dev.rung.model.expression.Type;
import dev.rung.model.plan.Installation;
import java.util.List;
import java.util.Set;

/**
 * {@code database app = commands(backup: "vendor-backup $…", restore: …)}: the vendor's own backup, a snapshot; for data of
 * any kind.
 *
 * @param kind of the data
 */
public record CommandsDataDriver(Type kind) implements Driver {
    @Override
    public Signature signature() {
        return new Signature(
                "commands",
                kind,
                List.of(
                        new Parameter(
                                "backup", Set.of(Type.COMMAND), true, "writes a backup to the path in `$RUNG_BACKUP`"),
                        new Parameter(
                                "restore",
                                Set.of(Type.COMMAND),
                                true,
                                "brings the data back from the path in `$RUNG_BACKUP`"),
                        new Parameter(
                                "verify",
                                Set.of(Type.COMMAND),
                                false,
                                "ends with 0 if the backup in `$RUNG_BACKUP` is good")),
                Set.of(),
                "data that commands of its own back up and restore");
    }

    @Override
    public Part open(Installation.Part part, Surroundings surroundings) throws Trouble {
        if (part.place().isPresent()) {
            throw new Trouble(
                    "`" + part.name() + "` cannot be on `" + part.place().get()
                            + "`: its `backup` writes where Rung keeps backups, and that is here",
                    "leave `on " + part.place().get() + "` out, and let its commands go there themselves");
        }
        Arguments arguments = Arguments.of(part, surroundings);
        VendorBackup backup = new VendorBackup(
                part.name(),
                arguments.words("backup"),
                arguments.words("restore"),
                arguments.texts("verify").isEmpty() ? List.of() : arguments.words("verify"),
                surroundings);
        return switch (kind) {
            case CONFIG -> new CommandsConfig(backup, arguments.texts("must-keep"));
            case DATABASE -> new CommandsDatabase(backup);
            default -> new CommandsFiles(backup);
        };
    }
}
