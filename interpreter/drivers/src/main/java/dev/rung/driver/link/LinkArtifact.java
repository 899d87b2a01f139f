package dev.rung.driver.link;

import dev.rung.driver.support.Disk;
import dev.rung.driver.support.Excluded;
import dev.rung.driver.support.Staging;
import dev.rung.driver.support.Tree;
import dev.rung.driver.support.Troubles;
import dev.rung.driver.support.Unpacking;
import dev.rung.engine.driver.Artifact;
import dev.rung.engine.driver.Commands;
import dev.rung.engine.driver.Commands.Line;
import dev.rung.engine.driver.Progress;
import dev.rung.engine.driver.Surroundings;
import dev.rung.engine.driver.Trouble;
import dev.rung.model.version.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A link to the folder of the release that is used. A change points the link elsewhere by one rename, so at every moment it
 * leads to one whole release; what it led to stays as it is.
 */
final class LinkArtifact implements Artifact {
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final String name;
    private final Path link;
    private final Releases releases;
    private final Kept kept;
    private final Former former;
    private final Surroundings surroundings;

    LinkArtifact(String name, Path link, Releases releases, Kept kept, Surroundings surroundings) {
        this.name = name;
        this.link = link;
        this.releases = releases;
        this.kept = kept;
        this.former = new Former(name, releases);
        this.surroundings = surroundings;
    }

    @Override
    public Optional<Path> folder() {
        return Optional.of(link.getParent());
    }

    @Override
    public long size() throws Trouble {
        try {
            Optional<Path> release = release();
            return release.isPresent() ? new Tree(release.get(), Excluded.of(List.of())).size() : 0;
        } catch (IOException failed) {
            throw Troubles.of("read `" + name + "`", failed);
        }
    }

    @Override
    public Optional<String> inPlace() throws Trouble {
        try {
            Optional<Path> release = release();
            return release.isPresent() ? Optional.of(former.digest(release.get())) : Optional.empty();
        } catch (IOException failed) {
            throw Troubles.of("read " + link, failed);
        }
    }

    /** Where the link leads; empty if it is none, or leads nowhere. */
    private Optional<Path> release() throws IOException {
        if (!Files.isSymbolicLink(link)) {
            return Optional.empty();
        }
        Path release = link.resolveSibling(Files.readSymbolicLink(link)).normalize();
        return Files.isDirectory(release) ? Optional.of(release) : Optional.empty();
    }

    @Override
    public Staged stage(Version version, String source, Optional<String> sha256, Progress progress) throws Trouble {
        Optional<String> wanted = sha256.map(digest -> digest.toLowerCase(Locale.ROOT));
        try {
            Optional<Path> ready = isWeb(source) ? releases.staged(version, source, wanted) : Optional.empty();
            Path release = ready.isPresent() ? ready.get() : bring(version, source, wanted, progress);
            return new Staged(version, releases.digest(release), release.toString());
        } catch (IOException failed) {
            throw Troubles.of("stage `" + name + "` " + version + " from " + source, failed);
        }
    }

    private static boolean isWeb(String source) {
        String lower = source.toLowerCase(Locale.ROOT);
        return lower.startsWith("http://") || lower.startsWith("https://");
    }

    private Path bring(Version version, String source, Optional<String> wanted, Progress progress)
            throws IOException, Trouble {
        Path partial = releases.own().resolve("new.partial");
        Path archive = releases.own().resolve("archive");
        try {
            Disk.folders(releases.own());
            Disk.remove(partial);
            Path local = isWeb(source) ? archive : surroundings.folder().resolve(source);
            String digest;
            if (Files.isDirectory(local)) {
                digest = copied(local, partial, wanted);
            } else {
                digest = new Staging(name, surroundings.folder()).fetch(source, archive, wanted, progress);
                unpack(archive, source, partial, progress);
            }
            Optional<Path> ready = releases.staged(version, source, Optional.of(digest));
            return ready.isPresent() ? ready.get() : named(version, source, digest, partial);
        } finally {
            forget(partial);
            forget(archive);
            forget(archive.resolveSibling(archive.getFileName() + ".sha256"));
        }
    }

    private void unpack(Path archive, String source, Path partial, Progress progress) throws Trouble {
        try {
            Unpacking.unpack(archive, partial, name, progress);
        } catch (IOException failed) {
            throw Troubles.of("unpack what " + source + " gave for `" + name + "`", failed);
        }
    }

    private String copied(Path source, Path partial, Optional<String> wanted) throws IOException, Trouble {
        if (wanted.isPresent()) {
            throw new Trouble(
                    "the source of `" + name + "` is a folder, " + source + ", and a folder has no sha256",
                    "leave `sha256` out, or name an archive");
        }
        Files.createDirectory(partial);
        program("copy " + source, "cp", "-a", "--reflink=auto", source.toString(), partial + "/");
        return releases.tree(Unpacking.top(partial)).digest();
    }

    /** It gets its name once it is whole, and is nobody's before it has its record. */
    private Path named(Version version, String source, String digest, Path partial) throws IOException, Trouble {
        Path top = Unpacking.top(partial);
        Optional<Path> present = release();
        if (present.isPresent()) {
            ownedLike(present.get(), top);
            kept.take(present.get(), top);
        }
        // one call for the whole volume is far quicker than one a file
        program("flush what was unpacked to disk", "sync", "-f", top.toString());
        Path release = releases.free(version);
        releases.note(
                release.getFileName().toString(),
                new Releases.Record(digest, source, releases.tree(top).digest()));
        Disk.renameOver(top, release);
        return release;
    }

    /** Only root gives files away; whoever else unpacks keeps them. */
    private void ownedLike(Path model, Path fresh) throws IOException, Trouble {
        if (Files.getOwner(model).equals(Files.getOwner(fresh))) {
            return;
        }
        Commands.Finished finished = surroundings
                .commands()
                .run(Line.of("chown", "-R", "-h", "--reference=" + model, "--", fresh.toString()), PATIENCE, true);
        if (finished.exitCode() != 0 && Disk.givesAway(fresh)) {
            throw new Trouble("what is staged for `" + name + "` cannot be given to the owner of " + model + ": "
                    + finished.output().strip());
        }
    }

    private void program(String doing, String... words) throws Trouble {
        Commands.Finished finished = surroundings.commands().run(Line.of(words), PATIENCE, true);
        if (finished.exitCode() != 0) {
            throw new Trouble("cannot " + doing + " for `" + name + "`: "
                    + finished.output().strip());
        }
    }

    private static void forget(Path path) {
        try {
            Disk.remove(path);
        } catch (IOException stays) {
            // the next staging removes it
        }
    }

    /** What is kept may have changed since it was staged: whoever starts from it is held now. */
    @Override
    public void changeOver(Staged staged) throws Trouble {
        Path release = link.getFileSystem().getPath(staged.location());
        try {
            Optional<Path> present = release();
            if (present.equals(Optional.of(release))) {
                Disk.sync(link.getParent());
                return;
            }
            refuseOther();
            releases.verify(release);
            if (present.isPresent()) {
                kept.take(present.get(), release);
            }
            point(release);
        } catch (IOException failed) {
            throw Troubles.of("point " + link + " to " + staged.version(), failed);
        }
    }

    @Override
    public void putBack(String digest) throws Trouble {
        try {
            Optional<Path> present = release();
            if (present.isPresent() && former.digest(present.get()).equals(digest)) {
                Disk.sync(link.getParent());
                return;
            }
            refuseOther();
            Path release = former.find(digest);
            former.mend(release, digest);
            point(release);
            former.isDone(digest);
        } catch (IOException failed) {
            throw Troubles.of("point " + link + " back", failed);
        }
    }

    @Override
    public void keep() throws Trouble {
        try {
            Optional<Path> release = release();
            if (release.isPresent()) {
                former.note(
                        release.get(),
                        (from, to) -> program(
                                "keep a copy of " + from,
                                "cp",
                                "-a",
                                "--reflink=auto",
                                from.toString(),
                                to.toString()));
            }
        } catch (IOException failed) {
            throw Troubles.of("keep a copy of what " + link + " leads to", failed);
        }
    }

    /** As the link was written, whole or from its own folder. */
    private void point(Path release) throws IOException, Trouble {
        former.remember(release());
        boolean whole =
                Files.isSymbolicLink(link) && Files.readSymbolicLink(link).isAbsolute();
        Path fresh = link.resolveSibling(".rung")
                .resolve(link.getFileName().toString())
                .resolve("pointing");
        Disk.folders(fresh.getParent());
        Files.deleteIfExists(fresh);
        Files.createSymbolicLink(fresh, whole ? release : link.getParent().relativize(release));
        Disk.renameOver(fresh, link);
        if (!release().equals(Optional.of(release))) {
            throw new Trouble(link + " was pointed to " + release + ", and leads elsewhere");
        }
    }

    private void refuseOther() throws Trouble {
        if (Files.exists(link, LinkOption.NOFOLLOW_LINKS) && !Files.isSymbolicLink(link)) {
            throw noLink();
        }
    }

    private Trouble noLink() {
        return new Trouble(
                link + " of `" + name + "` is no symbolic link",
                "move that folder among the releases and make " + link
                        + " a link to it; or use the driver `directory`");
    }

    @Override
    public List<Trouble> preflight() {
        return new LinkPreflight(name, link, releases, surroundings).troubles();
    }
}
