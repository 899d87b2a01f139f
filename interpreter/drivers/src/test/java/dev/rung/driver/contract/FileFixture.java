package dev.rung.driver.contract;

import dev.rung.driver.file.FileDriver;
import dev.rung.engine.driver.Driver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The single file. */
final class FileFixture implements Fixture.OfArtifact {
    private static final int SIZE = 256 * 1024;

    @Override
    public Driver driver() {
        return new FileDriver();
    }

    @Override
    public Map<String, Object> arguments() {
        return Map.of("path", "app.jar");
    }

    @Override
    public void lay(Path folder) throws IOException {
        Files.write(folder.resolve("app.jar"), content(1));
        Files.write(folder.resolve("two.jar"), content(2));
    }

    private static byte[] content(int value) {
        byte[] bytes = new byte[SIZE];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    @Override
    public String source() {
        return "two.jar";
    }

    /** Writes into the file itself, half of it first. */
    @Override
    public List<String> otherInstaller() {
        return List.of(
                "sh",
                "-c",
                "head -c 100000 two.jar > app.jar && sleep 0.05 && tail -c +100001 two.jar >> app.jar && sleep 0.05");
    }
}
