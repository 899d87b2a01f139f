package dev.rung.driver.link;

import dev.rung.driver.support.Disk;
import dev.rung.engine.driver.Trouble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the link led to before: by its digest, so that a way back finds it. Before somebody else brings a release, what is in
 * place is copied too, and looked at: whoever writes into it, instead of beside it, is found out.
 */
record Former(String name, Releases releases) {
    /** Brings a folder to where none is. */
    @FunctionalInterface
    interface Copying {
        void copy(Path from, Path to) throws Trouble;
    }

    private Path own() {
        return releases.own().resolve("former");
    }

    /** Says where a release with this digest lies. */
    private Path where(String digest) {
        return own().resolve(digest);
    }

    private Path copy(String digest) {
        return own().resolve(digest + ".copy");
    }

    /** Says what the copied one was like. */
    private Path tree(String digest) {
        return own().resolve(digest + ".tree");
    }

    void remember(Optional<Path> release) throws IOException {
        if (release.isPresent()) {
            Disk.folders(own());
            Disk.write(where(releases.digest(release.get())), (release.get() + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Of one that is watched, another one as soon as anything of the vendor's in it has changed. */
    String digest(Path release) throws IOException {
        String digest = releases.digest(release);
        if (!Files.exists(tree(digest))) {
            return digest;
        }
        String is = releases.tree(release).digest();
        return is.equals(Files.readString(tree(digest)).strip()) ? digest : is;
    }

    /** Copies it and watches it. Once more is harmless. */
    void note(Path release, Copying copying) throws IOException, Trouble {
        String digest = releases.digest(release);
        remember(Optional.of(release));
        if (Files.exists(tree(digest))) {
            return;
        }
        Path partial = own().resolve("copy.partial");
        Disk.remove(partial);
        Disk.remove(copy(digest));
        copying.copy(release, partial);
        Disk.renameOver(partial, copy(digest));
        Disk.write(tree(digest), (releases.tree(copy(digest)).digest() + "\n").getBytes(StandardCharsets.UTF_8));
    }

    Path find(String digest) throws IOException, Trouble {
        if (!Files.isRegularFile(where(digest))) {
            throw new Trouble(
                    "the former release of `" + name + "` is known nowhere: " + where(digest) + " is not there",
                    "point the link to it by hand");
        }
        return releases.folder()
                .getFileSystem()
                .getPath(Files.readString(where(digest)).strip());
    }

    /** One that is gone, or was written into, comes back from its copy, if there is one. */
    void mend(Path release, String digest) throws IOException, Trouble {
        boolean watched = Files.exists(tree(digest));
        boolean whole =
                Files.isDirectory(release) && (watched ? digest(release) : releases.digest(release)).equals(digest);
        if (whole) {
            return;
        }
        if (!watched || !Files.isDirectory(copy(digest))) {
            throw new Trouble(
                    "the former release of `" + name + "` is not there any more: " + release,
                    "unpack it there by hand, and go on");
        }
        Disk.remove(release);
        Disk.renameOver(copy(digest), release);
    }

    /** Nobody is watched any more: what runs may write into its own folder. */
    void isDone(String digest) throws IOException {
        Files.deleteIfExists(tree(digest));
        Disk.remove(copy(digest));
    }
}
