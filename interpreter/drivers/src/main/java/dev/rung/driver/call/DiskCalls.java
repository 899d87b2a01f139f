package dev.rung.driver.call;

import dev.rung.driver.support.Disk;
import dev.rung.engine.driver.Trouble;
import dev.rung.model.expression.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** Files and volumes. */
final class DiskCalls {
    private static final long LONGEST_TEXT = 1024 * 1024;

    private DiskCalls() {}

    /** A folder on the way that cannot be looked into says neither yes nor no. */
    static Value exists(Asked asked) throws IOException, Trouble {
        Path path = asked.path("path");
        try {
            Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return new Value.Truth(true);
        } catch (NoSuchFileException nothing) {
            return new Value.Truth(false);
        } catch (FileSystemException unclear) {
            if (isBehindFile(path)) {
                return new Value.Truth(false);
            }
            throw unclear;
        }
    }

    /** {@code /etc/hosts/x}: there can be nothing. */
    private static boolean isBehindFile(Path path) {
        Path above = path.getParent();
        while (above != null && !Files.exists(above)) {
            above = above.getParent();
        }
        return above != null && !Files.isDirectory(above);
    }

    /** Of what is not there yet: where it would be made. */
    static Value freeSpace(Asked asked) throws IOException, Trouble {
        return new Value.Size(
                Files.getFileStore(Disk.nearestFolder(asked.path("path"))).getUsableSpace());
    }

    static Value sha256(Asked asked) throws IOException, Trouble {
        return new Value.Text(Disk.digest(asked.path("path")));
    }

    static Value size(Asked asked) throws IOException, Trouble {
        return new Value.Size(size(asked.path("of")));
    }

    private static long size(Path path) throws IOException {
        long[] total = {0};
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                total[0] += attributes.isRegularFile() ? attributes.size() : 0;
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failed) throws IOException {
                // a running service removes files at any time
                if (failed instanceof NoSuchFileException && !file.equals(path)) {
                    return FileVisitResult.CONTINUE;
                }
                throw failed;
            }
        });
        return total[0];
    }

    /** Without the line break at its end. */
    static Value textOf(Asked asked) throws IOException, Trouble {
        Path path = asked.path("path");
        if (Files.size(path) > LONGEST_TEXT) {
            return asked.unknown("is too long: more than a megabyte");
        }
        return new Value.Text(Files.readString(path, StandardCharsets.UTF_8).stripTrailing());
    }
}
