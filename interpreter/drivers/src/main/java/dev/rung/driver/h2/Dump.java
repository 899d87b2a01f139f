package dev.rung.driver.h2;

import com.github.luben.zstd.ZstdInputStream;
import dev.rung.driver.support.Disk;
import dev.rung.driver.support.Packing;
import dev.rung.engine.driver.Progress;
import dev.rung.engine.driver.Trouble;
import dev.rung.model.expression.Value;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;

/**
 * What H2's SCRIPT wrote, told by its content and not by its name.
 *
 * @param digest of the file as it lies
 * @param major the line of H2 that wrote it: 2 and later say so in their first line, 1 does not
 */
record Dump(Path file, String digest, Packed packed, int major) {
    private static final Pattern HEADER = Pattern.compile("^-- H2 (\\d+)\\.");
    private static final Pattern LOOKS_LIKE = Pattern.compile("(?s)^\\s*(--|;|SET |CREATE |DROP |INSERT ).*");

    enum Packed {
        PLAIN(""),
        GZIP("COMPRESSION GZIP "),
        ZIP("COMPRESSION ZIP "),
        ZSTD("");

        private final String option;

        Packed(String option) {
            this.option = option;
        }
    }

    static Dump look(Path file) throws IOException, Trouble {
        if (!Files.isRegularFile(file)) {
            throw new Trouble("the dump is not there: " + file);
        }
        Packed packed = packed(file);
        String head;
        try (InputStream in = open(file, packed)) {
            head = new String(in.readNBytes(4096), StandardCharsets.UTF_8);
        }
        if (!LOOKS_LIKE.matcher(head).matches()) {
            throw new Trouble(
                    file + " is no dump of an H2 database", "make one with SCRIPT, or with org.h2.tools.Script");
        }
        Matcher header = HEADER.matcher(head);
        return new Dump(file, Disk.digest(file), packed, header.find() ? Integer.parseInt(header.group(1)) : 1);
    }

    private static Packed packed(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] magic = in.readNBytes(4);
            int first = magic.length < 4
                    ? 0
                    : (magic[0] & 0xff) << 24 | (magic[1] & 0xff) << 16 | (magic[2] & 0xff) << 8 | magic[3] & 0xff;
            return first >>> 16 == 0x1f8b
                    ? Packed.GZIP
                    : first == 0x504b0304 ? Packed.ZIP : first == 0x28b52ffd ? Packed.ZSTD : Packed.PLAIN;
        }
    }

    private static InputStream open(Path file, Packed packed) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        return switch (packed) {
            case PLAIN -> in;
            case GZIP -> new GZIPInputStream(in);
            case ZSTD -> new ZstdInputStream(in);
            case ZIP -> {
                ZipInputStream zip = new ZipInputStream(in);
                zip.getNextEntry();
                yield zip;
            }
        };
    }

    /** Where a dump lies anew that H2 cannot unpack itself, or cannot read as it is. */
    static Path readable(Path target) {
        return target.resolveSibling(target.getFileName() + ".sql");
    }

    /** Makes a database from it. The target must end as H2 files end; what is there already is removed. */
    void fill(Path target, H2Engine engine, String name, Progress progress) throws IOException, Trouble {
        Value version = engine.value("jdbc:h2:mem:", "SELECT H2VERSION()", List.of());
        int into = Integer.parseInt(version.shown().replaceFirst("\\..*", ""));
        if (major > into) {
            throw new Trouble(
                    file + " was written by H2 " + major + ", which the H2 " + version.shown() + " of " + engine.jar()
                            + " cannot read",
                    "let `jar` name a jar with a later H2");
        }
        boolean old = major < 2 && into >= 2;
        Path readable = readable(target);
        Files.deleteIfExists(target);
        try {
            Dump source =
                    old && needsRewriting() ? rewritten(readable, name, progress) : unpacked(readable, name, progress);
            engine.fill(target, source.file, source.packed.option + (old ? "FROM_1X" : ""));
        } catch (Trouble failed) {
            Files.deleteIfExists(target);
            throw failed;
        } finally {
            Files.deleteIfExists(readable);
        }
    }

    private Dump unpacked(Path readable, String name, Progress progress) throws IOException {
        if (packed != Packed.ZSTD) {
            return this;
        }
        Packing.unpack(file, readable, name, -1, progress);
        return new Dump(readable, digest, Packed.PLAIN, major);
    }

    private boolean needsRewriting() throws IOException {
        try (SqlReader sql = new SqlReader(open(file, packed))) {
            return OldScript.needsRewriting(sql);
        }
    }

    /** Packed, but lightly: it is read once. */
    private Dump rewritten(Path readable, String name, Progress progress) throws IOException, Trouble {
        GzipParameters lightly = new GzipParameters();
        lightly.setCompressionLevel(Deflater.BEST_SPEED);
        try (SqlReader sql = new SqlReader(open(file, packed));
                OutputStream below = Files.newOutputStream(readable);
                OutputStream out = new BufferedOutputStream(new GzipCompressorOutputStream(below, lightly), 1 << 16)) {
            OldScript.rewrite(sql, out, read -> progress.at(name, read, -1));
        }
        return new Dump(readable, digest, Packed.GZIP, major);
    }
}
