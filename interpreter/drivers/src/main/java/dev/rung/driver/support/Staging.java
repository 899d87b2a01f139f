package dev.rung.driver.support;

import dev.rung.engine.driver.Progress;
import dev.rung.engine.driver.Trouble;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Brings a release's file to this machine and checks it before it gets its name. */
public record Staging(String artifact, Path folder) {
    private static final Duration STALL = Duration.ofSeconds(30);

    /** @return the digest of what lies at the target afterwards */
    public String fetch(String source, Path target, Optional<String> sha256, Progress progress) throws Trouble {
        Optional<String> wanted = sha256.map(digest -> digest.toLowerCase(Locale.ROOT));
        Path partial = target.resolveSibling(target.getFileName() + ".partial");
        try {
            Optional<String> present =
                    Files.isRegularFile(target) ? Optional.of(Disk.digest(target)) : Optional.empty();
            if (present.isPresent()
                    && (wanted.isPresent() ? wanted.equals(present) : cameFrom(source, target, present.get()))) {
                return present.get();
            }
            Disk.folders(target.getParent());
            String digest = bring(source, partial, progress);
            if (wanted.isPresent() && !wanted.get().equals(digest)) {
                throw new Trouble(
                        "what " + source + " gave for `" + artifact + "` has sha256 " + digest + ", but " + wanted.get()
                                + " is expected",
                        "compare both with what the vendor publishes; if the release file is wrong, correct it there");
            }
            Disk.sync(partial);
            Disk.renameOver(partial, target);
            Disk.write(record(target), (digest + " " + source + "\n").getBytes(StandardCharsets.UTF_8));
            return digest;
        } catch (IOException failed) {
            throw Troubles.of("fetch `" + artifact + "` from " + source, failed);
        } finally {
            forget(partial);
        }
    }

    /** Whether an address gave this before; a file of this machine is read anew, it may have changed. */
    private static boolean cameFrom(String source, Path target, String digest) throws IOException {
        return isWeb(source)
                && Files.isRegularFile(record(target))
                && Files.readString(record(target)).equals(digest + " " + source + "\n");
    }

    private static boolean isWeb(String source) {
        String lower = source.toLowerCase(Locale.ROOT);
        return lower.startsWith("http://") || lower.startsWith("https://");
    }

    private static Path record(Path target) {
        return target.resolveSibling(target.getFileName() + ".sha256");
    }

    private String bring(String source, Path partial, Progress progress) throws IOException, Trouble {
        if (isWeb(source)) {
            return download(address(source), partial, progress);
        }
        Path file = source.toLowerCase(Locale.ROOT).startsWith("file:")
                ? folder.getFileSystem().getPath(address(source).getPath())
                : folder.resolve(source);
        if (!Files.isRegularFile(file)) {
            throw new Trouble(
                    "the file for `" + artifact + "` is not there: " + file,
                    "put it there, or correct the release file");
        }
        try (InputStream content = Files.newInputStream(file)) {
            return save(content, Files.size(file), partial, progress);
        }
    }

    private String download(URI address, Path partial, Progress progress) throws IOException, Trouble {
        try (Download.Answer answer = Download.ask(address, STALL)) {
            if (answer.status() != 200) {
                throw new Trouble(
                        "`" + artifact + "` cannot be fetched: " + address + " answered " + answer.status() + " "
                                + answer.message(),
                        answer.status() == 404
                                ? "check the address in the release file"
                                : "try again, or fetch it by hand");
            }
            String digest = save(answer.content(), answer.length(), partial, progress);
            long size = Files.size(partial);
            if (answer.length() >= 0 && size != answer.length()) {
                throw new IOException("the connection ended after " + size + " of " + answer.length() + " bytes");
            }
            return digest;
        }
    }

    private String save(InputStream content, long total, Path partial, Progress progress) throws IOException {
        MessageDigest digest = Disk.sha256();
        try (OutputStream out = Files.newOutputStream(partial)) {
            Disk.copy(content, out, digest, done -> progress.at(artifact, done, total));
        }
        return Disk.hex(digest);
    }

    private URI address(String source) throws Trouble {
        try {
            return URI.create(source);
        } catch (IllegalArgumentException malformed) {
            throw new Trouble("`" + source + "` is no address that `" + artifact + "` can be fetched from");
        }
    }

    private static void forget(Path partial) {
        try {
            Files.deleteIfExists(partial);
        } catch (IOException stays) {
            // it is overwritten by the next try
        }
    }
}
