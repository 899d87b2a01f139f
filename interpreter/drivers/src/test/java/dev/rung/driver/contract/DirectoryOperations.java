package dev.rung.driver.contract;

import dev.rung.driver.directory.DirectoryDriver;
import dev.rung.driver.support.World;
import dev.rung.engine.driver.Data;
import dev.rung.engine.driver.FileTree;
import dev.rung.engine.driver.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** The folder of files. */
final class DirectoryOperations {
    private static final DataOperation.Kind KIND = new Store();

    private DirectoryOperations() {}

    static List<Operation> all() {
        return List.of(
                new DataOperation.BackUp("directory: back up", 2, KIND),
                new DataOperation.Restore("directory: restore", 6, KIND));
    }

    private record Store() implements DataOperation.Kind {
        @Override
        public Data open(Path folder) throws Trouble {
            return World.open(FileTree.class, new DirectoryDriver(), "store", folder, "path", "store");
        }

        @Override
        public void first(Path folder) throws IOException {
            Random random = new Random(7);
            for (int i = 0; i < 60; i++) {
                byte[] content = new byte[20_000];
                random.nextBytes(content);
                Path inner = Files.createDirectories(folder.resolve("store").resolve("inner" + i % 7));
                Files.write(inner.resolve("file" + i), content);
            }
        }

        @Override
        public void second(Path folder) throws IOException {
            Files.writeString(folder.resolve("store/inner3/file3"), "spoiled");
            Files.delete(folder.resolve("store/inner4/file4"));
            Files.writeString(folder.resolve("store/new"), "new");
        }

        @Override
        public boolean mayStay(String name) {
            return name.equals("store.rung-kept-1");
        }
    }
}
