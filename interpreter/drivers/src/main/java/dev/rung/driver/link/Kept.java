package dev.rung.driver.link;

import dev.rung.driver.support.Disk;
import dev.rung.driver.support.Excluded;
import dev.rung.driver.support.Tree;
import dev.rung.engine.driver.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is the installation's own in a folder of a release, and goes along to the next one. What belongs to a file of it, the
 * key and the former bytes of a config, lies in {@code .rung} beside it and goes along too.
 *
 * @param names relative to the folder
 */
record Kept(List<String> names) {
    private static final String OWN = ".rung";

    Kept {
        names = List.copyOf(names);
    }

    static Kept of(String artifact, List<String> names) throws Trouble {
        for (String name : names) {
            Path path = Path.of(name).normalize();
            if (path.isAbsolute() || path.startsWith("..") || path.toString().isEmpty() || name.contains("*")) {
                throw new Trouble(
                        "`link` cannot keep `" + name + "` of `" + artifact + "`",
                        "`keep` takes the names of files and folders in a release, such as `conf`");
            }
        }
        return new Kept(
                names.stream().map(name -> Path.of(name).normalize().toString()).toList());
    }

    /** A release without what is kept: that is the vendor's. */
    Tree without(Path folder) {
        List<String> left = new ArrayList<>(names);
        names.forEach(name -> left.add(own(name)));
        return new Tree(folder, Excluded.at(left));
    }

    private static String own(String name) {
        Path path = Path.of(name);
        Path beside = path.resolveSibling(OWN);
        return beside.resolve(path.getFileName()).toString();
    }

    /** What is in the way is removed, and what the other folder does not have is left as it came. */
    void take(Path from, Path to) throws IOException {
        for (String name : names) {
            bring(from.resolve(name), to.resolve(name));
            bring(from.resolve(own(name)), to.resolve(own(name)));
        }
    }

    /** Beside, then renamed: what is there is whole, or gone and taken once more. */
    private static void bring(Path from, Path to) throws IOException {
        if (!Files.exists(from, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Disk.folders(to.getParent());
        Path fresh = to.resolveSibling(to.getFileName() + ".rung-taken");
        Disk.remove(fresh);
        copy(from, fresh);
        Disk.remove(to);
        Disk.renameOver(fresh, to);
    }

    private static void copy(Path from, Path to) throws IOException {
        if (Files.isDirectory(from, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectory(to);
            try (Stream<Path> entries = Files.list(from)) {
                for (Path entry : entries.toList()) {
                    copy(entry, to.resolve(entry.getFileName().toString()));
                }
            }
            Disk.likeIn(from, to);
            Files.setLastModifiedTime(to, Files.getLastModifiedTime(from));
            Disk.sync(to);
        } else if (Files.isRegularFile(from, LinkOption.NOFOLLOW_LINKS)) {
            Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
            Disk.likeIn(from, to);
            Disk.sync(to);
        } else if (Files.isSymbolicLink(from)) {
            Files.createSymbolicLink(to, Files.readSymbolicLink(from));
        }
    }
}
