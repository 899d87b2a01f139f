package dev.rung.driver.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/** What drivers do with files so that it survives the death of the machine: write, flush, rename, flush the folder. */
public final class Disk {
    private static final int BUFFER = 1024 * 1024;

    private Disk() {}

    /** A fresh SHA-256. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }

    public static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The digest of a file's content, in lower-case hex. */
    public static String digest(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
            while (channel.read(buffer) >= 0) {
                digest.update(buffer.flip());
                buffer.clear();
            }
        }
        return hex(digest);
    }

    /** Makes a file's content, or a folder's entries, durable. */
    public static void sync(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Makes folders that are missing, and their names durable. */
    public static void folders(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Path parent = folder.toAbsolutePath().getParent();
            folders(parent);
            try {
                Files.createDirectory(folder);
            } catch (FileAlreadyExistsException raced) {
                if (!Files.isDirectory(folder)) {
                    throw raced;
                }
            }
            sync(parent);
        }
    }

    /**
     * Gives a file a second name, by a hard link where the file system has them and by a copy with owner, mode and times
     * where not. A name that is there already is taken away first.
     */
    public static void secondName(Path file, Path name) throws IOException {
        Files.deleteIfExists(name);
        try {
            Files.createLink(name, file);
        } catch (UnsupportedOperationException | FileSystemException noLinks) {
            if (Files.exists(name, LinkOption.NOFOLLOW_LINKS) || !Files.exists(file)) {
                throw noLinks instanceof IOException failed ? failed : new IOException(noLinks);
            }
            Files.copy(file, name, StandardCopyOption.COPY_ATTRIBUTES);
            likeIn(file, name);
            sync(name);
        }
    }

    /** Renames over what is there, and makes the names durable. Two names of one file become one. */
    public static void renameOver(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException otherVolume) {
            throw new IOException(from + " and " + to + " are on different volumes", otherVolume);
        }
        // rename(2) does nothing where both are names of the same file
        Files.deleteIfExists(from);
        sync(to.toAbsolutePath().getParent());
    }

    /** Gives a file the mode, and where that is allowed the owner, of another one. */
    public static void likeIn(Path model, Path file) throws IOException {
        PosixFileAttributes wanted = Files.readAttributes(model, PosixFileAttributes.class);
        PosixFileAttributes present = Files.readAttributes(file, PosixFileAttributes.class);
        if (!wanted.owner().equals(present.owner()) || !wanted.group().equals(present.group())) {
            try {
                Files.setAttribute(file, "posix:group", wanted.group());
                Files.setOwner(file, wanted.owner());
            } catch (FileSystemException notAllowed) {
                // only root gives files away; whoever else runs us can write the folder and keeps them
            }
        }
        if (!wanted.permissions().equals(present.permissions())) {
            Files.setPosixFilePermissions(file, wanted.permissions());
        }
    }

    /** Whether whoever writes there may give files to others: root, and as itself. */
    public static boolean givesAway(Path file) {
        return "root".equals(System.getProperty("user.name"))
                && file.getFileSystem().equals(FileSystems.getDefault());
    }

    /** Writes a small file as a whole or not at all. */
    public static void write(Path file, byte[] content) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.write(fresh, content);
        sync(fresh);
        renameOver(fresh, file);
    }

    /** Copies a stream, and counts and digests what goes through. */
    public static long copy(InputStream from, OutputStream to, MessageDigest digest, LongConsumer progress)
            throws IOException {
        byte[] buffer = new byte[BUFFER];
        long total = 0;
        int count;
        while ((count = from.read(buffer)) >= 0) {
            to.write(buffer, 0, count);
            digest.update(buffer, 0, count);
            total += count;
            progress.accept(total);
        }
        return total;
    }

    /** Removes a file or a folder with all that is in it; links are removed, not followed. */
    public static void remove(Path path) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            try (Stream<Path> entries = Files.list(path)) {
                for (Path entry : entries.toList()) {
                    remove(entry);
                }
            }
        }
        Files.deleteIfExists(path);
    }

    /** What makes a file itself, whatever its name: its volume and its number there. */
    public static boolean same(Path a, Path b) throws IOException {
        return Files.exists(a) && Files.exists(b) && key(a).equals(key(b));
    }

    private static String key(Path file) throws IOException {
        Map<String, Object> attributes = Files.readAttributes(file, "unix:dev,ino");
        return attributes.get("dev") + ":" + attributes.get("ino");
    }

    /** The nearest folder above a path that is there. */
    public static Path nearestFolder(Path path) throws IOException {
        Path nearest = path.toAbsolutePath().normalize();
        while (nearest != null && !Files.isDirectory(nearest)) {
            nearest = nearest.getParent();
        }
        if (nearest == null) {
            throw new NoSuchFileException(path.toString());
        }
        return nearest;
    }
}
