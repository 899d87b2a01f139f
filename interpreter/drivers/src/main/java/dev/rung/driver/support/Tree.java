package dev.rung.driver.support;

import dev.rung.engine.driver.Data.Fingerprint;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.stream.Stream;

/** A folder with what counts of it. */
public record Tree(Path root, Excluded excluded) {
    public interface Visitor {
        void see(Path relative, Path file, PosixFileAttributes attributes) throws IOException;
    }

    /** A file's digest, wherever it comes from. */
    public interface Content {
        String digest(Path relative, Path file) throws IOException;
    }

    public Tree at(Path elsewhere) {
        return new Tree(elsewhere, excluded);
    }

    /** Everything that counts, in the order of the names, a folder before what is in it; the root itself too. */
    public void each(Visitor visitor) throws IOException {
        each(root.relativize(root), visitor);
    }

    private void each(Path relative, Visitor visitor) throws IOException {
        Path file = root.resolve(relative);
        PosixFileAttributes attributes =
                Files.readAttributes(file, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (attributes.isOther()) {
            // a socket or a pipe is of the process that made it
            return;
        }
        visitor.see(relative, file, attributes);
        if (attributes.isDirectory()) {
            try (Stream<Path> entries = Files.list(file)) {
                for (Path entry : entries.sorted().toList()) {
                    Path inner = root.relativize(entry);
                    if (!excluded.matches(inner)) {
                        each(inner, visitor);
                    }
                }
            }
        }
    }

    public long size() throws IOException {
        long[] total = {0};
        each((relative, file, attributes) -> total[0] += attributes.isRegularFile() ? attributes.size() : 0);
        return total[0];
    }

    public Fingerprint fingerprint() throws IOException {
        Summary summary = new Summary();
        each((relative, file, attributes) ->
                summary.add(relative, file, attributes, attributes.isRegularFile() ? Disk.digest(file) : ""));
        return summary.fingerprint();
    }

    /**
     * Names, kinds, modes, contents and where links point. Not owners, which only root can bring back, and not times,
     * which reading programs change.
     */
    public static final class Summary {
        private final MessageDigest digest = Disk.sha256();
        private long files;

        public void add(Path relative, Path file, PosixFileAttributes attributes, String content) throws IOException {
            text(relative.toString());
            if (attributes.isSymbolicLink()) {
                text("link");
                text(Files.readSymbolicLink(file).toString());
            } else {
                text(attributes.isDirectory() ? "folder" : "file");
                text(PosixFilePermissions.toString(attributes.permissions()));
                text(content);
            }
            files += attributes.isDirectory() ? 0 : 1;
        }

        private void text(String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
            digest.update(bytes);
        }

        public Fingerprint fingerprint() {
            return new Fingerprint(Disk.hex(digest), files);
        }
    }
}
