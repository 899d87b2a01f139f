package dev.rung.engine.backup;

import dev.rung.engine.driver.Progress;
import dev.rung.engine.driver.Trouble;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Files that are still there after the power has gone. */
final class Durable {
    private static final int CHUNK = 1 << 20;

    private Durable() {}

    static void sync(Path fileOrFolder) throws IOException {
        StandardOpenOption option =
                Files.isDirectory(fileOrFolder) ? StandardOpenOption.READ : StandardOpenOption.WRITE;
        try (FileChannel channel = FileChannel.open(fileOrFolder, option)) {
            channel.force(true);
        }
    }

    static List<Path> filesBelow(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    static List<Path> foldersBelow(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isDirectory).sorted().toList();
        }
    }

    static String sha256(Path file, Progress progress) throws IOException {
        MessageDigest digest = sha256();
        long total = Files.size(file);
        long done = 0;
        byte[] chunk = new byte[CHUNK];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                digest.update(chunk, 0, read);
                done += read;
                progress.at("read back " + file.getFileName(), done, total);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    static void removeTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (DirectoryNotEmptyException written) {
            throw new IOException("somebody writes into " + folder + " while it is removed", written);
        }
    }

    /** Words for what the file system said. */
    static Trouble trouble(String doing, IOException failed) {
        String reason = failed instanceof FileSystemException known && known.getReason() != null
                ? known.getReason()
                : String.valueOf(failed.getMessage());
        String help = reason.contains("No space left") ? "make room there, and run it again" : "";
        return new Trouble(doing + ": " + reason, help, failed);
    }
}
