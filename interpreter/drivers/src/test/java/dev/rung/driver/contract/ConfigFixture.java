package dev.rung.driver.contract;

import dev.rung.engine.driver.Driver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A config that is one file.
 *
 * @param text of it, with a key {@code key} among others
 */
record ConfigFixture(Driver driver, String text) implements Fixture.OfConfig {
    @Override
    public Map<String, Object> arguments() {
        return Map.of("path", "settings");
    }

    @Override
    public void lay(Path folder) throws IOException {
        Files.writeString(folder.resolve("settings"), text);
    }

    @Override
    public void change(Path folder) throws IOException {
        Files.delete(folder.resolve("settings"));
    }

    @Override
    public String key() {
        return "key";
    }
}
