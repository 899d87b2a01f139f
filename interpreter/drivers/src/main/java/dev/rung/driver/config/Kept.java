package dev.rung.driver.config;

import dev.rung.driver.support.Disk;
import dev.rung.driver.support.Troubles;
import dev.rung.engine.driver.Config.Look;
import dev.rung.engine.driver.Trouble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What is kept beside a config, for nobody else's eyes: the key to the hashes by which its values are known again, and by
 * each key and its look the file as it was when that was edited, and what the edit made of it.
 */
record Kept(ConfigStore store) {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int DIGITS = 32;
    private static final String NO_FILE = "no file";

    /** The file ahead of an edit, and behind it; empty where it was not there. */
    record Edited(Optional<byte[]> former, Optional<byte[]> made) {}

    /** @param found empty for a key that is not there */
    Look look(String key, Optional<String> value, Optional<String> bytes) throws Trouble {
        if (value.isEmpty() || bytes.isEmpty()) {
            return Look.ABSENT;
        }
        try {
            byte[] secret = secret();
            return new Look(hash(secret, key, value.get()), hash(secret, key + "\nbytes", bytes.get()));
        } catch (IOException failed) {
            throw Troubles.of("keep what belongs to " + store.file(), failed);
        }
    }

    private static String hash(byte[] secret, String key, String what) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            mac.update((key + "\n").getBytes(StandardCharsets.UTF_8));
            String hex = HexFormat.of().formatHex(mac.doFinal(what.getBytes(StandardCharsets.UTF_8)));
            return hex.substring(0, DIGITS);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, missing);
        }
    }

    private byte[] secret() throws IOException {
        Path file = store.beside().resolve("hash-key");
        if (!Files.exists(file)) {
            byte[] fresh = new byte[32];
            new SecureRandom().nextBytes(fresh);
            put(file, HexFormat.of().formatHex(fresh).getBytes(StandardCharsets.UTF_8));
        }
        return Files.readAllBytes(file);
    }

    private static void put(Path file, byte[] bytes) throws IOException {
        ConfigStore.folders(file.getParent());
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        ConfigStore.write(fresh, bytes);
        Disk.renameOver(fresh, file);
    }

    private Path folder(String key, Look look) {
        String named = Disk.hex(digestOf(key)).substring(0, DIGITS);
        return store.beside()
                .resolve("keys")
                .resolve(named)
                .resolve(look.written().replace(':', '-'));
    }

    private static java.security.MessageDigest digestOf(String key) {
        java.security.MessageDigest digest = Disk.sha256();
        digest.update(key.getBytes(StandardCharsets.UTF_8));
        return digest;
    }

    /** One file for both, so that they are always of one edit. */
    void keep(String key, Look look, Edited edited) throws IOException {
        String both = written(edited.former()) + "\n" + written(edited.made()) + "\n";
        put(folder(key, look).resolve("edit"), both.getBytes(StandardCharsets.UTF_8));
    }

    Edited kept(String key, Look look) throws IOException, Trouble {
        Path file = folder(key, look).resolve("edit");
        if (!Files.exists(file)) {
            throw new Trouble(
                    "the former `" + key + "` of `" + store.name() + "` is kept nowhere: " + file + " is not there",
                    "put it back in " + store.file() + " by hand");
        }
        String[] both = Files.readString(file).split("\n");
        return new Edited(bytes(both[0]), bytes(both[1]));
    }

    private static String written(Optional<byte[]> bytes) {
        return bytes.map(HexFormat.of()::formatHex).map(hex -> "bytes " + hex).orElse(NO_FILE);
    }

    private static Optional<byte[]> bytes(String written) {
        return written.equals(NO_FILE)
                ? Optional.empty()
                : Optional.of(HexFormat.of().parseHex(written.substring("bytes ".length())));
    }
}
