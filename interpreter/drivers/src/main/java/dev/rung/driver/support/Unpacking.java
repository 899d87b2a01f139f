package dev.rung.driver.support;

import com.github.luben.zstd.ZstdInputStream;
import dev.rung.engine.driver.Progress;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/**
 * What vendors publish, unpacked: {@code .tar}, {@code .tar.gz}, {@code .tar.bz2}, {@code .tar.zst} and {@code .zip}, told
 * apart by what they begin with. No entry leads out of the folder, not by a name and not by a link: links are made last.
 */
public final class Unpacking {
    private static final int BUFFER = 1 << 16;
    private static final int TAR_MAGIC_AT = 257;
    private static final int MODE_BITS = 0777;
    private static final int USUAL_FILE = 0644;
    private static final int USUAL_FOLDER = 0755;
    private static final List<PosixFilePermission> BITS = List.of(PosixFilePermission.values());

    private final Path archive;
    private final Path target;
    private final Map<Path, String> links = new LinkedHashMap<>();
    private final Map<Path, Integer> folders = new LinkedHashMap<>();

    private Unpacking(Path archive, Path target) {
        this.archive = archive;
        this.target = target;
    }

    /**
     * Into a folder that is not there yet.
     *
     * @throws IOException also if it is no archive, or one that leads out of its folder
     */
    public static void unpack(Path archive, Path target, String what, Progress progress) throws IOException {
        Files.createDirectory(target);
        new Unpacking(archive, target).unpack(what, progress);
    }

    private void unpack(String what, Progress progress) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(archive)) {
            head = in.readNBytes(TAR_MAGIC_AT + 5);
        }
        if (begins(head, 'P', 'K')) {
            unzip(what, progress);
        } else {
            try (InputStream below = new BufferedInputStream(Files.newInputStream(archive), BUFFER);
                    TarArchiveInputStream tar =
                            new TarArchiveInputStream(tar(head, below), StandardCharsets.UTF_8.name())) {
                untar(tar, what, progress);
            }
        }
        finish();
    }

    private static InputStream tar(byte[] head, InputStream below) throws IOException {
        if (begins(head, 0x1f, 0x8b)) {
            return new GZIPInputStream(below, BUFFER);
        }
        if (begins(head, 'B', 'Z', 'h')) {
            return new BZip2CompressorInputStream(below, true);
        }
        if (begins(head, 0x28, 0xb5, 0x2f, 0xfd)) {
            return new ZstdInputStream(below);
        }
        if (begins(head, 0xfd, '7', 'z', 'X', 'Z')) {
            throw new IOException("archives of xz are not unpacked; publish it as .tar.gz, .tar.bz2, .tar.zst or .zip");
        }
        boolean isTar = head.length > TAR_MAGIC_AT
                && new String(head, TAR_MAGIC_AT, head.length - TAR_MAGIC_AT, StandardCharsets.ISO_8859_1)
                        .equals("ustar");
        if (isTar) {
            return below;
        }
        throw new IOException("it is no archive: .tar, .tar.gz, .tar.bz2, .tar.zst and .zip are unpacked");
    }

    private static boolean begins(byte[] head, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (head.length <= i || (head[i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private void untar(TarArchiveInputStream tar, String what, Progress progress) throws IOException {
        long done = 0;
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            Path file = inside(entry.getName());
            if (entry.isDirectory()) {
                folder(file, entry.getMode());
            } else if (entry.isSymbolicLink()) {
                links.put(file, entry.getLinkName());
            } else if (entry.isLink()) {
                Files.createDirectories(file.getParent());
                Files.createLink(file, inside(entry.getLinkName()));
            } else if (entry.isFile()) {
                done += file(file, tar, entry.getMode());
            } else {
                throw new IOException("its entry " + entry.getName() + " is neither file nor folder nor link");
            }
            progress.at(what, done, -1);
        }
    }

    private void unzip(String what, Progress progress) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(archive);
                ZipFile zip = ZipFile.builder().setSeekableByteChannel(channel).get()) {
            long done = 0;
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                Path file = inside(entry.getName());
                if (entry.isDirectory()) {
                    folder(file, orElse(entry.getUnixMode(), USUAL_FOLDER));
                } else if (entry.isUnixSymlink()) {
                    links.put(file, zip.getUnixSymlink(entry));
                } else {
                    try (InputStream content = zip.getInputStream(entry)) {
                        done += file(file, content, orElse(entry.getUnixMode(), USUAL_FILE));
                    }
                }
                progress.at(what, done, -1);
            }
        }
    }

    private static int orElse(int mode, int usual) {
        return (mode & MODE_BITS) == 0 ? usual : mode;
    }

    private Path inside(String name) throws IOException {
        Path file = target.resolve(name.replaceFirst("^(\\./)+", "")).normalize();
        if (name.startsWith("/") || !file.startsWith(target)) {
            throw new IOException("its entry " + name + " leads out of its folder");
        }
        return file;
    }

    private void folder(Path folder, int mode) throws IOException {
        Files.createDirectories(folder);
        folders.put(folder, mode);
    }

    private static long file(Path file, InputStream content, int mode) throws IOException {
        Files.createDirectories(file.getParent());
        long size;
        try (OutputStream out = Files.newOutputStream(file)) {
            size = content.transferTo(out);
        }
        Files.setPosixFilePermissions(file, permissions(mode));
        return size;
    }

    /** What a folder allows may keep us from writing there. */
    private void finish() throws IOException {
        for (Map.Entry<Path, String> link : links.entrySet()) {
            Files.createDirectories(link.getKey().getParent());
            Files.deleteIfExists(link.getKey());
            Files.createSymbolicLink(link.getKey(), target.getFileSystem().getPath(link.getValue()));
        }
        for (Map.Entry<Path, Integer> folder : folders.entrySet()) {
            if (!folder.getKey().equals(target)) {
                Files.setPosixFilePermissions(folder.getKey(), permissions(folder.getValue() | 0700));
            }
        }
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        for (int i = 0; i < BITS.size(); i++) {
            if ((mode >> (BITS.size() - 1 - i) & 1) == 1) {
                permissions.add(BITS.get(i));
            }
        }
        return permissions;
    }

    /** The one folder that all of it stands in, as most archives have it; else the folder itself. */
    public static Path top(Path unpacked) throws IOException {
        try (Stream<Path> entries = Files.list(unpacked)) {
            List<Path> all = entries.limit(2).toList();
            return all.size() == 1 && Files.isDirectory(all.getFirst(), LinkOption.NOFOLLOW_LINKS)
                    ? all.getFirst()
                    : unpacked;
        }
    }
}
