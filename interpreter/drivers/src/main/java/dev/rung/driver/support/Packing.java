package dev.rung.driver.support;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import dev.rung.engine.driver.Progress;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

/** Files in and out of zstd. */
public final class Packing {
    private static final int LEVEL = 3;
    private static final int BUFFER = 1 << 20;

    private Packing() {}

    /** The caller closes what lies below, too: on a full disk the packing fails to end, and would leave that open. */
    public static OutputStream packed(OutputStream below) throws IOException {
        ZstdOutputStream packed = new ZstdOutputStream(below, LEVEL);
        packed.setChecksum(true);
        packed.setWorkers(Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4));
        return packed;
    }

    /** @return the digest of what came in */
    public static String pack(InputStream content, long total, Path target, String what, Progress progress)
            throws IOException {
        MessageDigest digest = Disk.sha256();
        try (OutputStream below = Files.newOutputStream(target);
                OutputStream out = packed(below)) {
            Disk.copy(content, out, digest, done -> progress.at(what, done, total));
        }
        return Disk.hex(digest);
    }

    /** What is in a packed file; a file that is damaged fails to be read to its end. */
    public static InputStream unpacked(Path packed) throws IOException {
        return new BufferedInputStream(
                new ZstdInputStream(new BufferedInputStream(Files.newInputStream(packed), BUFFER)), BUFFER);
    }

    /** @return the digest of what came out */
    public static String unpack(Path packed, Path target, String what, long total, Progress progress)
            throws IOException {
        MessageDigest digest = Disk.sha256();
        try (InputStream in = unpacked(packed);
                OutputStream out = Files.newOutputStream(target)) {
            Disk.copy(in, out, digest, done -> progress.at(what, done, total));
        }
        Disk.sync(target);
        return Disk.hex(digest);
    }
}
