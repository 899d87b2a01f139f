package dev.rung.driver.config;

import dev.rung.driver.support.Disk;
import dev.rung.driver.support.Troubles;
import dev.rung.engine.driver.Data.Captured;
import dev.rung.engine.driver.Data.Fingerprint;
import dev.rung.engine.driver.Trouble;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A config as a whole: a copy of its bytes, with owner and mode in the manifest; a missing file as missing. */
record ConfigBackup(ConfigStore store) {
    private static final String FORMAT = "config";
    private static final String MISSING = "config-missing";
    private static final String NAME = "config";
    private static final Fingerprint OF_NOTHING = new Fingerprint("missing", 0);

    static Fingerprint fingerprint(Optional<byte[]> bytes) {
        if (bytes.isEmpty()) {
            return OF_NOTHING;
        }
        MessageDigest digest = Disk.sha256();
        digest.update(bytes.get());
        return new Fingerprint(Disk.hex(digest), 1);
    }

    Captured backUp(Path folder) throws Trouble {
        Optional<byte[]> bytes = store.bytes();
        try {
            if (bytes.isEmpty()) {
                return new Captured(MISSING, List.of(), "rung", Optional.empty(), OF_NOTHING, Map.of());
            }
            ConfigStore.write(folder.resolve(NAME), bytes.get());
            PosixFileAttributes is = Files.readAttributes(store.file(), PosixFileAttributes.class);
            Map<String, String> details = Map.of(
                    "mode", PosixFilePermissions.toString(is.permissions()),
                    "owner", is.owner().getName(),
                    "group", is.group().getName());
            return new Captured(FORMAT, List.of(NAME), "rung", Optional.empty(), fingerprint(bytes), details);
        } catch (IOException failed) {
            throw Troubles.of("back up `" + store.name() + "` to " + folder, failed);
        }
    }

    Optional<byte[]> read(Path folder, Captured captured) throws Trouble {
        if (captured.format().equals(MISSING)) {
            return Optional.empty();
        }
        if (!captured.format().equals(FORMAT)) {
            throw new Trouble("the backup of `" + store.name() + "` has the format " + captured.format()
                    + ", which is not known here");
        }
        try {
            return Optional.of(
                    Files.readAllBytes(folder.resolve(captured.files().getFirst())));
        } catch (IOException failed) {
            throw Troubles.of("read the backup of `" + store.name() + "`", failed);
        }
    }

    void restore(Path folder, Captured captured) throws Trouble {
        Optional<byte[]> bytes = read(folder, captured);
        if (!fingerprint(bytes).equals(captured.fingerprint())) {
            throw new Trouble(
                    "the backup of `" + store.name() + "` in " + folder + " does not bring back what was saved",
                    "nothing was changed; restore from another backup");
        }
        try {
            Optional<byte[]> present = store.bytes();
            if (present.isPresent() && !fingerprint(present).equals(captured.fingerprint())) {
                ConfigStore.write(store.fresh("replaced"), present.get());
            }
            if (bytes.isPresent() && !Files.exists(store.file())) {
                asItWas(bytes.get(), captured.details());
            } else {
                store.replace(bytes);
            }
            if (bytes.isPresent()) {
                owned(store.file(), captured.details());
            }
        } catch (IOException failed) {
            throw Troubles.of("restore `" + store.name() + "`", failed);
        }
    }

    private void asItWas(byte[] bytes, Map<String, String> details) throws IOException {
        Path fresh = store.fresh("change");
        ConfigStore.write(fresh, bytes);
        owned(fresh, details);
        Disk.renameOver(fresh, store.file());
    }

    private static void owned(Path file, Map<String, String> details) throws IOException {
        PosixFileAttributes is = Files.readAttributes(file, PosixFileAttributes.class);
        String owner = details.getOrDefault("owner", is.owner().getName());
        String group = details.getOrDefault("group", is.group().getName());
        if (!is.owner().getName().equals(owner) || !is.group().getName().equals(group)) {
            try {
                UserPrincipalLookupService names = file.getFileSystem().getUserPrincipalLookupService();
                Files.setAttribute(file, "posix:group", names.lookupPrincipalByGroupName(group));
                Files.setOwner(file, names.lookupPrincipalByName(owner));
            } catch (FileSystemException | java.nio.file.attribute.UserPrincipalNotFoundException notAllowed) {
                // only root gives files away; whoever else runs us can write the folder and keeps them
            }
        }
        String mode = details.getOrDefault("mode", PosixFilePermissions.toString(is.permissions()));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }

    void discardKept() throws Trouble {
        try {
            Disk.remove(store.beside().resolve(store.file().getFileName() + ".replaced"));
        } catch (IOException failed) {
            throw Troubles.of("remove the former state of `" + store.name() + "`", failed);
        }
    }
}
