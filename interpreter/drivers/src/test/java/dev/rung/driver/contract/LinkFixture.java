package dev.rung.driver.contract;

import dev.rung.driver.link.LinkDriver;
import dev.rung.engine.driver.Driver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Folders of releases, and the link to one of them; the next one comes in an archive. */
final class LinkFixture implements Fixture.OfArtifact {
    private static final int FILES = 20;
    private static final int SIZE = 8 * 1024;

    @Override
    public Driver driver() {
        return new LinkDriver();
    }

    @Override
    public Map<String, Object> arguments() {
        return Map.of("path", "current", "keep", List.of("conf"));
    }

    @Override
    public void lay(Path folder) throws IOException {
        release(folder.resolve("first"), "1");
        release(folder.resolve("made/two-2"), "2");
        Files.createSymbolicLink(folder.resolve("current"), Path.of("first"));
        Files.writeString(folder.resolve("first/conf/own"), "ours");
        try {
            Process tar = new ProcessBuilder("tar", "-czf", "two.tar.gz", "-C", "made", "two-2")
                    .directory(folder.toFile())
                    .inheritIO()
                    .start();
            if (tar.waitFor() != 0) {
                throw new IOException("no archive");
            }
        } catch (InterruptedException interrupted) {
            throw new IOException(interrupted);
        }
    }

    private static void release(Path folder, String text) throws IOException {
        Files.createDirectories(folder.resolve("lib"));
        Files.createDirectories(folder.resolve("conf"));
        Files.writeString(folder.resolve("conf/own"), "default");
        for (int i = 0; i < FILES; i++) {
            Files.writeString(folder.resolve("lib/" + i), text.repeat(SIZE));
        }
    }

    @Override
    public String source() {
        return "two.tar.gz";
    }

    /** Unpacks beside, half of it first, and points the link there. */
    @Override
    public List<String> otherInstaller() {
        return List.of(
                "sh",
                "-c",
                "mkdir -p 2 && cp -r made/two-2/lib 2 && sleep 0.05 && cp -r made/two-2/conf 2 && ln -sfT 2 .next"
                        + " && mv -T .next current && sleep 0.05");
    }
}
