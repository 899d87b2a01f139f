package dev.rung.driver.h2;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import dev.rung.driver.support.Disk;
import dev.rung.engine.driver.Progress;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

/** Files in and out of zstd. */
final class Packing {
    private static final int LEVEL = 3;

    private Packing() {}

    static OutputStream packed(Path target) throws IOException {
        ZstdOutputStream packed = new ZstdOutputStream(Files.newOutputStream(target), LEVEL);
        packed.setChecksum(true);
        packed.setWorkers(Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4));
        return packed;
    }

    /** @return the digest of what came in */
    static String pack(InputStream content, long total, Path target, String what, Progress progress) throws IOException {
        MessageDigest digest = Disk.sha256();
        try (OutputStream out = packed(target)) {
            Disk.copy(content, out, digest, done -> progress.at(what, done, total));
        }
        return Disk.hex(digest);
    }

    /** @return the digest of what came out */
    static String unpack(Path packed, Path target, String what, long total, Progress progress) throws IOException {
        MessageDigest digest = Disk.sha256();
        try (InputStream in = new ZstdInputStream(new BufferedInputStream(Files.newInputStream(packed), 1 << 20));
                OutputStream out = Files.newOutputStream(target)) {
            Disk.copy(in, out, digest, done -> progress.at(what, done, total));
        }
        Disk.sync(target);
        return Disk.hex(digest);
    }
}
