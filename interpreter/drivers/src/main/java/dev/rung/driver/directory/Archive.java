package dev.rung.driver.directory;

import dev.rung.driver.support.Disk;
import dev.rung.driver.support.Packing;
import dev.rung.driver.support.Tree;
import dev.rung.engine.driver.Data.Fingerprint;
import dev.rung.engine.driver.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** A tree as a tar in zstd, with owners, modes, links and times, as every tar of the last twenty years reads it. */
final class Archive {
    private static final int BLOCK = 1 << 16;
    private static final List<PosixFilePermission> BITS = List.of(PosixFilePermission.values());

    private Archive() {}

    /** @return the fingerprint of what was written, read in the same pass */
    static Fingerprint write(Tree tree, Path target, String what, Progress progress) throws IOException {
        long total = tree.size();
        long[] done = {0};
        Tree.Summary summary = new Tree.Summary();
        try (OutputStream below = Files.newOutputStream(target);
                TarArchiveOutputStream tar =
                        new TarArchiveOutputStream(Packing.packed(below), BLOCK, StandardCharsets.UTF_8.name())) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            tar.setAddPaxHeadersForNonAsciiNames(true);
            tree.each((relative, file, attributes) -> {
                tar.putArchiveEntry(entry(relative, file, attributes));
                String content = "";
                if (attributes.isRegularFile()) {
                    long before = done[0];
                    MessageDigest digest = Disk.sha256();
                    try (InputStream in = Files.newInputStream(file)) {
                        done[0] += Disk.copy(in, tar, digest, bytes -> progress.at(what, before + bytes, total));
                    }
                    content = Disk.hex(digest);
                }
                tar.closeArchiveEntry();
                summary.add(relative, file, attributes, content);
            });
        }
        return summary.fingerprint();
    }

    private static TarArchiveEntry entry(Path relative, Path file, PosixFileAttributes attributes) throws IOException {
        String name = relative.toString().isEmpty() ? "./" : relative + (attributes.isDirectory() ? "/" : "");
        TarArchiveEntry entry = attributes.isSymbolicLink()
                ? new TarArchiveEntry(name, TarConstants.LF_SYMLINK)
                : new TarArchiveEntry(name);
        if (attributes.isSymbolicLink()) {
            entry.setLinkName(Files.readSymbolicLink(file).toString());
        }
        Map<String, Object> owner = Files.readAttributes(file, "unix:uid,gid", LinkOption.NOFOLLOW_LINKS);
        entry.setUserId(((Number) owner.get("uid")).longValue());
        entry.setGroupId(((Number) owner.get("gid")).longValue());
        entry.setUserName(attributes.owner().getName());
        entry.setGroupName(attributes.group().getName());
        entry.setMode(mode(attributes.permissions()));
        entry.setSize(attributes.isRegularFile() ? attributes.size() : 0);
        entry.setLastModifiedTime(attributes.lastModifiedTime());
        return entry;
    }

    private static int mode(Set<PosixFilePermission> permissions) {
        int mode = 0;
        for (PosixFilePermission bit : BITS) {
            mode = mode << 1 | (permissions.contains(bit) ? 1 : 0);
        }
        return mode;
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

    private record Made(Path file, TarArchiveEntry entry) {}

    /** Into a folder that is not there yet. Modes and times of folders come last, what is in them would change them. */
    static void extract(Path packed, Path target, String what, Progress progress) throws IOException {
        List<Made> folders = new ArrayList<>();
        Files.createDirectory(target);
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(Packing.unpacked(packed), BLOCK, StandardCharsets.UTF_8.name())) {
            long done = 0;
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException(packed + " has an entry that leads out of its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                    folders.addFirst(new Made(file, entry));
                } else if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(file, file.getFileSystem().getPath(entry.getLinkName()));
                    own(file, entry);
                } else {
                    try (OutputStream out = Files.newOutputStream(file)) {
                        done += tar.transferTo(out);
                    }
                    finish(file, entry);
                }
                progress.at(what, done, -1);
            }
        }
        for (Made folder : folders) {
            finish(folder.file(), folder.entry());
        }
    }

    private static void finish(Path file, TarArchiveEntry entry) throws IOException {
        own(file, entry);
        Files.setPosixFilePermissions(file, permissions(entry.getMode()));
        FileTime time = entry.getLastModifiedTime();
        Files.setLastModifiedTime(file, time);
    }

    /** Only root gives files away. */
    private static void own(Path file, TarArchiveEntry entry) throws IOException {
        if (Disk.givesAway(file)) {
            Files.setAttribute(file, "unix:gid", (int) entry.getLongGroupId(), LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(file, "unix:uid", (int) entry.getLongUserId(), LinkOption.NOFOLLOW_LINKS);
        }
    }
}
