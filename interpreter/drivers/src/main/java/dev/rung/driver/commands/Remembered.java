package dev.rung.driver.commands;

import dev.rung.driver.support.Disk;
import dev.rung.driver.support.Troubles;
import dev.rung.engine.driver.Surroundings;
import dev.rung.engine.driver.Trouble;
import dev.rung.model.expression.Value;
import dev.rung.model.plan.Installation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * What nothing in the world says of a service that commands handle: that it is held, which command works for it, and how
 * long its log was when it was started. Whatever runbook names the same commands in the same folder means the same service.
 *
 * @param folder in which it lies
 * @param name of the service, in that folder
 */
record Remembered(Path folder, String name) {
    private static final int DIGITS = 16;

    static Remembered of(Installation.Part part, Surroundings surroundings) {
        MessageDigest digest = Disk.sha256();
        digest.update((surroundings.folder().toAbsolutePath().normalize() + "\n" + part.place() + "\n")
                .getBytes(StandardCharsets.UTF_8));
        new TreeMap<String, Value>(part.arguments())
                .forEach((argument, value) ->
                        digest.update(shown(argument, value).getBytes(StandardCharsets.UTF_8)));
        return new Remembered(
                surroundings.state().resolve("services").toAbsolutePath(),
                part.name() + "-" + Disk.hex(digest).substring(0, DIGITS));
    }

    /** What a service writes and migrates is said of it, and is not what it is. */
    private static String shown(String argument, Value value) {
        return switch (argument) {
            case "start", "stop", "status" -> argument + "=" + value + "\n";
            default -> "";
        };
    }

    /** Says who stopped it, and that it is to stay so. */
    Path mark() {
        return folder.resolve(name + ".held");
    }

    /** Says how long the log was when it was started. */
    Path beginning() {
        return folder.resolve(name + ".started");
    }

    /** Says which process starts or stops it. */
    private Path working() {
        return folder.resolve(name + ".working");
    }

    /** In the environment of every command of it. */
    String id() {
        return folder.resolve(name).toString();
    }

    void makeFolder() throws Trouble {
        try {
            Disk.folders(folder);
        } catch (IOException failed) {
            throw Troubles.of(
                    "make the folder " + folder + ", in which is remembered that `" + name + "` is held", failed);
        }
    }

    /** Before a command begins to work: from here on one may be at work, and nobody knows which. */
    void somebodyWorks() throws Trouble {
        note("?\n");
    }

    void works(long process) throws Trouble {
        note(process + "\n");
    }

    private void note(String who) throws Trouble {
        try {
            Disk.write(working(), who.getBytes(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw Troubles.of("note in " + working() + " which command works", failed);
        }
    }

    void nobodyWorks() throws Trouble {
        try {
            Files.deleteIfExists(working());
        } catch (IOException failed) {
            throw Troubles.of("remove " + working(), failed);
        }
    }

    boolean mayWork() {
        return Files.exists(working());
    }

    /** Empty if it was cut before its number was known. */
    OptionalLong worker() throws Trouble {
        try {
            String noted = Files.readString(working()).strip();
            return noted.matches("\\d{1,10}") ? OptionalLong.of(Long.parseLong(noted)) : OptionalLong.empty();
        } catch (IOException failed) {
            throw Troubles.of("read " + working(), failed);
        }
    }
}
