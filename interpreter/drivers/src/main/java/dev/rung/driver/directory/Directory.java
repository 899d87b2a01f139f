package dev.rung.driver.directory;

import dev.rung.driver.support.Disk;
import dev.rung.driver.support.Tree;
import dev.rung.driver.support.Troubles;
import dev.rung.engine.driver.Commands;
import dev.rung.engine.driver.Commands.Line;
import dev.rung.engine.driver.FileTree;
import dev.rung.engine.driver.Progress;
import dev.rung.engine.driver.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder of files. No call of the system exchanges two folders everywhere, so between the two renames of a restore the
 * folder has its other name only; a restore once more finds that and does the second.
 */
final class Directory implements FileTree {
    private static final String FORMAT = "tar+zstd";
    private static final String NAME = "files.tar.zst";
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final String name;
    private final Tree tree;
    private final Commands commands;

    Directory(String name, Tree tree, Commands commands) {
        this.name = name;
        this.tree = tree;
        this.commands = commands;
    }

    @Override
    public Optional<Path> folder() {
        return Optional.of(tree.root().getParent());
    }

    @Override
    public long size() throws Trouble {
        present();
        try {
            return tree.size();
        } catch (IOException failed) {
            throw Troubles.of("see the size of `" + name + "`", failed);
        }
    }

    @Override
    public Fingerprint fingerprint() throws Trouble {
        present();
        try {
            return tree.fingerprint();
        } catch (IOException failed) {
            throw Troubles.of("read `" + name + "`", failed);
        }
    }

    private void present() throws Trouble {
        if (!Files.isDirectory(tree.root())) {
            boolean between = Files.exists(restored()) && !Files.exists(tree.root(), LinkOption.NOFOLLOW_LINKS);
            throw new Trouble(
                    "the folder of `" + name + "` is not there: " + tree.root(),
                    between ? "a restore was cut between its renames: restore once more" : "check `path`");
        }
    }

    @Override
    public Captured backUp(Path folder, Progress progress) throws Trouble {
        present();
        try {
            Fingerprint fingerprint = Archive.write(tree, folder.resolve(NAME), name, progress);
            return new Captured(
                    FORMAT, List.of(NAME), "rung with tar and zstd", Optional.empty(), fingerprint, Map.of());
        } catch (IOException failed) {
            throw Troubles.of("back up `" + name + "` to " + folder, failed);
        }
    }

    @Override
    public Fingerprint tryRestore(Path folder, Captured captured, Path scratch, Progress progress) throws Trouble {
        Path target = scratch.resolve("rung-scratch-" + name);
        try {
            Disk.remove(target);
            Archive.extract(packed(folder, captured), target, name, progress);
            return tree.at(target).fingerprint();
        } catch (IOException failed) {
            throw Troubles.of("restore `" + name + "` into " + scratch, failed);
        } finally {
            forget(target);
        }
    }

    private Path packed(Path folder, Captured captured) throws Trouble {
        if (!captured.format().equals(FORMAT)) {
            throw new Trouble(
                    "the backup of `" + name + "` has the format " + captured.format() + ", which is not known here");
        }
        return folder.resolve(captured.files().getFirst());
    }

    @Override
    public void restore(Path folder, Captured captured, Progress progress) throws Trouble {
        try {
            if (Files.isDirectory(tree.root()) && tree.fingerprint().equals(captured.fingerprint())) {
                Disk.sync(tree.root().getParent());
                Disk.remove(restored());
                return;
            }
            boolean ready = Files.isDirectory(restored())
                    && tree.at(restored()).fingerprint().equals(captured.fingerprint());
            if (!ready) {
                prepare(packed(folder, captured), folder, captured, progress);
            }
            exchange();
        } catch (IOException failed) {
            throw Troubles.of("restore `" + name + "`", failed);
        } finally {
            forget(beside("partial"));
        }
    }

    private void prepare(Path packed, Path folder, Captured captured, Progress progress) throws IOException, Trouble {
        Path partial = beside("partial");
        Disk.remove(partial);
        Disk.remove(restored());
        Archive.extract(packed, partial, name, progress);
        Fingerprint is = tree.at(partial).fingerprint();
        if (!is.equals(captured.fingerprint())) {
            throw new Trouble(
                    "the backup of `" + name + "` in " + folder + " does not bring back what was saved: fingerprint "
                            + is.digest() + " over " + is.items() + " files, not "
                            + captured.fingerprint().digest() + " over "
                            + captured.fingerprint().items(),
                    "nothing was changed; restore from another backup");
        }
        LeftOut.bring(tree, partial);
        // one call for the whole volume is far quicker than one a file
        Commands.Finished finished = commands.run(Line.of("sync", "-f", partial.toString()), PATIENCE, true);
        if (finished.exitCode() != 0) {
            throw new Trouble("what was restored for `" + name + "` cannot be flushed to disk: "
                    + finished.output().strip());
        }
        Disk.renameOver(partial, restored());
    }

    private void exchange() throws IOException {
        if (Files.exists(tree.root(), LinkOption.NOFOLLOW_LINKS)) {
            List<Path> kept = kept();
            int next = kept.isEmpty() ? 1 : number(kept.getLast()) + 1;
            Files.move(tree.root(), beside("kept-" + next));
        }
        Disk.renameOver(restored(), tree.root());
    }

    @Override
    public void discardKept() throws Trouble {
        try {
            for (Path kept : kept()) {
                Disk.remove(kept);
            }
            Disk.remove(beside("partial"));
            if (Files.isDirectory(tree.root())) {
                Disk.remove(restored());
            }
        } catch (IOException failed) {
            throw Troubles.of("remove former states of `" + name + "`", failed);
        }
    }

    private List<Path> kept() throws IOException {
        try (Stream<Path> entries = Files.list(tree.root().getParent())) {
            return entries.filter(entry -> number(entry) > 0)
                    .sorted((a, b) -> Integer.compare(number(a), number(b)))
                    .toList();
        }
    }

    private int number(Path entry) {
        String prefix = tree.root().getFileName() + ".rung-kept-";
        String entryName = entry.getFileName().toString();
        String rest = entryName.startsWith(prefix) ? entryName.substring(prefix.length()) : "";
        return rest.matches("\\d{1,6}") ? Integer.parseInt(rest) : 0;
    }

    private Path restored() {
        return beside("restored");
    }

    private Path beside(String word) {
        return tree.root().resolveSibling(tree.root().getFileName() + ".rung-" + word);
    }

    private static void forget(Path path) {
        try {
            Disk.remove(path);
        } catch (IOException stays) {
            // the next try removes it
        }
    }

    @Override
    public List<Trouble> preflight() {
        List<Trouble> troubles = new ArrayList<>();
        Path parent = tree.root().getParent();
        try {
            if (!Files.isDirectory(tree.root())) {
                troubles.add(new Trouble("the folder of `" + name + "` is not there: " + tree.root(), "check `path`"));
            } else if (Files.isSymbolicLink(tree.root())) {
                troubles.add(new Trouble(
                        tree.root() + " of `" + name + "` is a symbolic link", "name the folder that it points to"));
            } else if (!Files.getFileStore(tree.root()).equals(Files.getFileStore(parent))) {
                troubles.add(new Trouble(
                        tree.root() + " of `" + name
                                + "` is a volume of its own, so it cannot be changed over by a rename",
                        "name a folder inside of it"));
            } else if (!Files.isWritable(parent)) {
                troubles.add(new Trouble(
                        "the folder " + parent + " cannot be written, so `" + name + "` could not be restored",
                        "run as a user who may write there"));
            }
        } catch (IOException failed) {
            troubles.add(Troubles.of("look at `" + name + "`", failed));
        }
        return troubles;
    }
}
