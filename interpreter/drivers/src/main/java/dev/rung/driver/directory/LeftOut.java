package dev.rung.driver.directory;

import dev.rung.driver.support.Disk;
import dev.rung.driver.support.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/** What a backup leaves out stays as it is: a restore takes it along from the present folder. */
final class LeftOut {
    private LeftOut() {}

    static void bring(Tree present, Path into) throws IOException {
        if (Files.isDirectory(present.root())) {
            bring(present, present.root(), into);
        }
    }

    private static void bring(Tree present, Path folder, Path into) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.sorted().toList()) {
                Path relative = present.root().relativize(entry);
                boolean real = Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS);
                if (present.excluded().matches(relative)) {
                    take(entry, into.resolve(relative));
                } else if (real) {
                    bring(present, entry, into);
                }
            }
        }
    }

    /** Only where its folder comes back too. */
    private static void take(Path from, Path to) throws IOException {
        if (!Files.isDirectory(to.getParent())) {
            return;
        }
        if (Files.isDirectory(from, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectory(to);
            try (Stream<Path> entries = Files.list(from)) {
                for (Path entry : entries.toList()) {
                    take(entry, to.resolve(entry.getFileName()));
                }
            }
            Disk.likeIn(from, to);
        } else if (Files.isRegularFile(from, LinkOption.NOFOLLOW_LINKS)) {
            Disk.secondName(from, to);
        } else if (Files.isSymbolicLink(from)) {
            Files.copy(from, to, LinkOption.NOFOLLOW_LINKS, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }
}
