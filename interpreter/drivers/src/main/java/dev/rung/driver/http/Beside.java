package dev.rung.driver.http;

import dev.rung.driver.support.Disk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The files that a download keeps beside its target. @param mark tells those of one statement from those of another */
record Beside(Path target, String mark) {
    /** What has come until now. */
    Path part() {
        return name("part");
    }

    /** From where that comes, and by what it is known whether the server still has the same. */
    Path source() {
        return name("part-from");
    }

    private Path former() {
        return name(mark + "-before");
    }

    private Path record() {
        return name(mark + "-brought");
    }

    private Path name(String word) {
        return target.resolveSibling("." + target.getFileName() + ".rung-" + word);
    }

    static Beside of(Path target, String mark) {
        var digest = Disk.sha256();
        digest.update(mark.getBytes(StandardCharsets.UTF_8));
        return new Beside(target, Disk.hex(digest).substring(0, 12));
    }

    /** Whether what stands there was brought by this statement. */
    boolean isBrought() throws IOException {
        return recorded().isPresent() && recorded().equals(digest());
    }

    private Optional<String> recorded() throws IOException {
        return Files.exists(record()) ? Optional.of(Files.readString(record()).strip()) : Optional.empty();
    }

    private Optional<String> digest() throws IOException {
        return Files.isRegularFile(target) ? Optional.of(Disk.digest(target)) : Optional.empty();
    }

    /** @return whether another file stood there */
    boolean bringIn(String digest) throws IOException {
        boolean replaces = Files.exists(target);
        if (digest().equals(Optional.of(digest))) {
            forgetPart();
            return replaces;
        }
        if (replaces) {
            Disk.likeIn(target, part());
            Disk.secondName(target, former());
        }
        Disk.sync(part());
        Disk.write(record(), (digest + "\n").getBytes(StandardCharsets.UTF_8));
        Disk.renameOver(part(), target);
        forgetPart();
        return replaces;
    }

    /** @return what became of it, for a person */
    String takeBack() throws IOException {
        forgetPart();
        boolean wasBrought = recorded().isPresent();
        boolean isOurs = isBrought();
        boolean isChanged = wasBrought && !isOurs && Files.exists(target) && !Disk.same(former(), target);
        boolean hasFormer = Files.exists(former());
        String words = "";
        if (wasBrought && isChanged) {
            words = target + " was changed since it was brought, and is left as it is"
                    + (hasFormer ? "; the file from before lies in " + former() : "");
        } else if (wasBrought && hasFormer) {
            Disk.renameOver(former(), target);
            words = "the file from before is back";
        } else {
            Disk.remove(former());
            if (isOurs) {
                Files.delete(target);
                words = "removed";
            }
        }
        Files.deleteIfExists(record());
        if (Files.isDirectory(target.getParent())) {
            Disk.sync(target.getParent());
        }
        return words;
    }

    void forgetPart() throws IOException {
        Files.deleteIfExists(part());
        Files.deleteIfExists(source());
    }
}
