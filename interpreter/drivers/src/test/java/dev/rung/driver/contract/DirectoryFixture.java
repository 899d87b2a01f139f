package dev.rung.driver.contract;

import dev.rung.driver.directory.DirectoryDriver;
import dev.rung.engine.driver.Driver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;

/** The folder of files. */
final class DirectoryFixture implements Fixture.OfData {
    @Override
    public Driver driver() {
        return new DirectoryDriver();
    }

    @Override
    public Map<String, Object> arguments() {
        return Map.of("path", "store");
    }

    @Override
    public void lay(Path folder) throws IOException {
        Random random = new Random(7);
        for (int i = 0; i < 40; i++) {
            byte[] content = new byte[20_000];
            random.nextBytes(content);
            Path inner = Files.createDirectories(folder.resolve("store").resolve("inner" + i % 7));
            Files.write(inner.resolve("file" + i), content);
        }
    }

    @Override
    public void change(Path folder) throws IOException {
        Files.writeString(folder.resolve("store/inner3/file3"), "spoiled");
        Files.delete(folder.resolve("store/inner4/file4"));
        Files.writeString(folder.resolve("store/new"), "new");
    }
}
