package dev.rung.driver.file;

import dev.rung.driver.support.Disk;
import dev.rung.driver.support.Staging;
import dev.rung.driver.support.Troubles;
import dev.rung.engine.driver.Artifact;
import dev.rung.engine.driver.Progress;
import dev.rung.engine.driver.Trouble;
import dev.rung.model.version.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One file. What belongs to it lies in {@code .rung/<its name>} beside it, on the same volume, so that every change is a
 * rename: {@code <version>/} has what is staged, {@code kept/<digest>/} what stood here before.
 */
final class FileArtifact implements Artifact {
    private final String name;
    private final Path file;
    private final Path beside;
    private final Staging staging;

    FileArtifact(String name, Path file, Path runbookFolder) {
        this.name = name;
        this.file = file;
        this.beside = file.resolveSibling(".rung").resolve(file.getFileName().toString());
        this.staging = new Staging(name, runbookFolder);
    }

    @Override
    public Optional<Path> folder() {
        return Optional.of(file.getParent());
    }

    @Override
    public long size() throws Trouble {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException failed) {
            throw Troubles.of("read " + file, failed);
        }
    }

    @Override
    public Optional<String> inPlace() throws Trouble {
        try {
            return Files.exists(file) ? Optional.of(Disk.digest(file)) : Optional.empty();
        } catch (IOException failed) {
            throw Troubles.of("read " + file, failed);
        }
    }

    @Override
    public Staged stage(Version version, String source, Optional<String> sha256, Progress progress) throws Trouble {
        Path target = beside.resolve(folderName(version)).resolve(file.getFileName());
        String digest = staging.fetch(source, target, sha256, progress);
        return new Staged(version, digest, target.toString());
    }

    /** A version as the name of a folder, which none of ours has. */
    private static String folderName(Version version) {
        String safe = version.written().replaceAll("[^A-Za-z0-9._+-]", "_");
        return safe.startsWith(".") || safe.equals("kept") ? "_" + safe : safe;
    }

    @Override
    public void changeOver(Staged staged) throws Trouble {
        Path fresh = file.getFileSystem().getPath(staged.location());
        try {
            if (isInPlace(staged.digest())) {
                return;
            }
            refuseLink();
            verify(fresh, staged.digest(), "what is staged for `" + name + "`");
            if (Files.exists(file)) {
                nameAsKept();
                Disk.likeIn(file, fresh);
            }
            replaceBy(fresh);
            verify(file, staged.digest(), "`" + name + "` after the change");
        } catch (IOException failed) {
            throw Troubles.of("change " + file + " over to " + staged.version(), failed);
        }
    }

    @Override
    public void putBack(String digest) throws Trouble {
        Path kept = kept(digest);
        try {
            if (isInPlace(digest)) {
                return;
            }
            refuseLink();
            if (!Files.exists(kept)) {
                throw new Trouble(
                        "the former `" + name + "` (sha256 " + digest + ") is kept nowhere: " + kept + " is not there",
                        "fetch that release and put it to " + file + " by hand");
            }
            verify(kept, digest, "the kept `" + name + "`");
            if (Files.exists(file)) {
                nameAsKept();
            }
            replaceBy(kept);
            verify(file, digest, "`" + name + "` after putting it back");
        } catch (IOException failed) {
            throw Troubles.of("put the former " + file + " back", failed);
        }
    }

    private boolean isInPlace(String digest) throws IOException {
        boolean there = Files.exists(file) && Disk.digest(file).equals(digest);
        if (there) {
            // the cut may have come between the rename and this
            Disk.sync(file.getParent());
        }
        return there;
    }

    private Path kept(String digest) {
        return beside.resolve("kept").resolve(digest).resolve(file.getFileName());
    }

    @Override
    public void keep() throws Trouble {
        try {
            refuseLink();
            if (Files.exists(file)) {
                keepApart();
            }
        } catch (IOException failed) {
            throw Troubles.of("keep a copy of " + file, failed);
        }
    }

    /** A second name would be changed with the first by whoever writes into the file. */
    private void keepApart() throws IOException {
        String digest = Disk.digest(file);
        Path kept = kept(digest);
        if (Files.exists(kept) && !Disk.same(kept, file) && Disk.digest(kept).equals(digest)) {
            return;
        }
        Disk.folders(kept.getParent());
        Path fresh = kept.resolveSibling(kept.getFileName() + ".new");
        Files.copy(file, fresh, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
        Disk.likeIn(file, fresh);
        Disk.sync(fresh);
        Disk.renameOver(fresh, kept);
    }

    /** Gives what stands in place a second name under its own digest. */
    private void nameAsKept() throws IOException {
        String digest = Disk.digest(file);
        Path kept = kept(digest);
        if (Files.exists(kept) && (Disk.same(kept, file) || Disk.digest(kept).equals(digest))) {
            return;
        }
        Disk.folders(kept.getParent());
        Path fresh = kept.resolveSibling(kept.getFileName() + ".new");
        Disk.secondName(file, fresh);
        Disk.sync(fresh);
        Disk.renameOver(fresh, kept);
    }

    /** The file that comes in keeps its other name: what is staged or kept stays so. */
    private void replaceBy(Path source) throws IOException {
        Path fresh = beside.resolve(file.getFileName() + ".change");
        Disk.secondName(source, fresh);
        Disk.sync(fresh);
        Disk.renameOver(fresh, file);
    }

    private static void verify(Path path, String digest, String what) throws IOException, Trouble {
        if (!Files.exists(path)) {
            throw new Trouble(what + " is not there: " + path, "stage it again");
        }
        String is = Disk.digest(path);
        if (!is.equals(digest)) {
            throw new Trouble(what + " is not what it was: " + path + " has sha256 " + is + ", not " + digest);
        }
    }

    private void refuseLink() throws Trouble {
        if (Files.isSymbolicLink(file)) {
            throw linked();
        }
    }

    private Trouble linked() {
        return new Trouble(
                file + " is a symbolic link, and the driver `file` replaces files by renames",
                "name the file that it points to");
    }

    @Override
    public List<Trouble> preflight() {
        List<Trouble> troubles = new ArrayList<>();
        Path folder = file.getParent();
        if (!Files.isDirectory(folder)) {
            troubles.add(new Trouble("the folder " + folder + " of `" + name + "` is not there", "check the path"));
            return troubles;
        }
        if (Files.isSymbolicLink(file)) {
            troubles.add(linked());
        } else if (!Files.exists(file)) {
            troubles.add(new Trouble("`" + name + "` is not there: " + file, "check the path"));
        } else if (!Files.isRegularFile(file)) {
            troubles.add(new Trouble("`" + name + "` is no file: " + file, "check the path"));
        }
        Path own = Files.isDirectory(beside) ? beside : folder.resolve(".rung");
        for (Path place : List.of(folder, own)) {
            if (Files.isDirectory(place) && !Files.isWritable(place)) {
                troubles.add(new Trouble(
                        "the folder " + place + " cannot be written, so `" + name + "` cannot be changed over",
                        "run as a user who may write there"));
            }
        }
        return troubles;
    }
}
