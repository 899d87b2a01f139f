package dev.rung.driver.link;

import dev.rung.driver.support.Disk;
import dev.rung.engine.driver.Data.Fingerprint;
import dev.rung.engine.driver.Trouble;
import dev.rung.model.version.Version;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The folders of releases. What Rung has to know of one lies in {@code .rung/<link>} beside them: a folder that has a record
 * there was staged, and is whole; one without was put there by somebody else, and goes by its name.
 *
 * @param link the name of the link, so that two links may share a folder of releases
 */
record Releases(String artifact, Path folder, String link, Kept kept) {
    /**
     * What is known of a folder that was staged.
     *
     * @param archive the digest of what it was unpacked from; of a folder, that of its tree
     * @param tree that of the vendor's files in it
     */
    record Record(String archive, String source, String tree) {
        private String written() {
            return archive + " " + tree + " " + source + "\n";
        }

        private static Optional<Record> of(String written) {
            String[] words = written.strip().split(" ", 3);
            return words.length == 3 ? Optional.of(new Record(words[0], words[2], words[1])) : Optional.empty();
        }
    }

    Path own() {
        return folder.resolve(".rung").resolve(link);
    }

    private Path record(String name) {
        return own().resolve(name + ".staged");
    }

    Optional<Record> recorded(String name) throws IOException {
        return Files.isRegularFile(record(name)) ? Record.of(Files.readString(record(name))) : Optional.empty();
    }

    void note(String name, Record record) throws IOException {
        Disk.write(record(name), record.written().getBytes(StandardCharsets.UTF_8));
    }

    /** What tells a release from others: what it was staged from, or, of one that somebody else put there, its name. */
    String digest(Path release) throws IOException {
        String name = release.getFileName().toString();
        Optional<Record> record = isAmongThem(release) ? recorded(name) : Optional.empty();
        String identity =
                record.map(known -> "staged " + name + " " + known.tree()).orElse("folder " + release);
        var digest = Disk.sha256();
        digest.update(identity.getBytes(StandardCharsets.UTF_8));
        return Disk.hex(digest);
    }

    private boolean isAmongThem(Path release) {
        return folder.equals(release.getParent());
    }

    /** The vendor's files of a folder. */
    Fingerprint tree(Path release) throws IOException {
        return kept.without(release).fingerprint();
    }

    /** A folder of this version that was staged from the same, and has not been changed since. */
    Optional<Path> staged(Version version, String source, Optional<String> sha256) throws IOException {
        for (int number = 1; ; number++) {
            Path release = folder.resolve(name(version, number));
            if (!Files.exists(release, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.empty();
            }
            Optional<Record> record = recorded(release.getFileName().toString());
            boolean same = record.filter(known -> sha256.isPresent()
                            ? known.archive().equals(sha256.get())
                            : known.source().equals(source))
                    .isPresent();
            if (same && tree(release).digest().equals(record.get().tree())) {
                return Optional.of(release);
            }
        }
    }

    /** No folder is ever written over: whoever has been put back starts from it. */
    Path free(Version version) {
        int number = 1;
        while (Files.exists(folder.resolve(name(version, number)), LinkOption.NOFOLLOW_LINKS)) {
            number++;
        }
        return folder.resolve(name(version, number));
    }

    private static String name(Version version, int number) {
        String safe = version.written().replaceAll("[^A-Za-z0-9._+-]", "_");
        String name = safe.startsWith(".") ? "_" + safe : safe;
        return number == 1 ? name : name + "-" + number;
    }

    void verify(Path release) throws IOException, Trouble {
        if (!Files.isDirectory(release)) {
            throw new Trouble("what is staged for `" + artifact + "` is not there: " + release, "stage it again");
        }
        Optional<Record> record = recorded(release.getFileName().toString());
        if (record.isEmpty() || !record.get().tree().equals(tree(release).digest())) {
            throw new Trouble(
                    "what is staged for `" + artifact + "` is not what it was: somebody has changed " + release,
                    "remove that folder, and begin again");
        }
    }
}
