package dev.rung.driver.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.driver.file.FileDriver;
import dev.rung.driver.support.Disk;
import dev.rung.driver.support.World;
import dev.rung.engine.driver.Artifact;
import dev.rung.engine.driver.Artifact.Staged;
import dev.rung.engine.driver.Progress;
import dev.rung.engine.driver.Trouble;
import dev.rung.model.version.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The single file: staged, changed over, put back. */
final class FileOperations {
    private static final Version NEXT = Version.of("2.0");
    private static final int SIZE = 1024 * 1024;

    private FileOperations() {}

    static List<Operation> all() {
        return List.of(new Stage(), new ChangeOver(), new Keep(), new PutBack());
    }

    private static Path jar(Path folder) {
        return folder.resolve("app.jar");
    }

    private static Artifact artifact(Path folder) throws Trouble {
        return World.open(Artifact.class, new FileDriver(), "jar", folder, "path", "app.jar");
    }

    private static void lay(Path folder) throws IOException {
        Disk.remove(folder);
        Files.createDirectories(folder);
        Files.write(jar(folder), content(1));
        Files.write(folder.resolve("two.jar"), content(2));
    }

    private static byte[] content(int value) {
        byte[] bytes = new byte[SIZE];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    private static Staged staged(Path folder) throws Trouble {
        return artifact(folder).stage(NEXT, "two.jar", Optional.empty(), Progress.NONE);
    }

    private static int inPlace(Path folder) throws IOException {
        byte[] bytes = Files.readAllBytes(jar(folder));
        assertThat(Arrays.equals(bytes, content(bytes[0]))).as("whole").isTrue();
        return bytes[0];
    }

    private static void nothingHalf(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.endsWith(".partial") || name.endsWith(".change") || name.endsWith(".new"));
        }
    }

    private record Stage() implements Operation {
        @Override
        public String name() {
            return "file: stage";
        }

        @Override
        public int cuts() {
            return 4;
        }

        @Override
        public void prepare(Path folder) throws IOException {
            lay(folder);
        }

        @Override
        public void perform(Path folder) throws Trouble {
            staged(folder);
        }

        @Override
        public void allowed(Path folder) throws IOException {
            assertThat(inPlace(folder)).isEqualTo(1);
        }

        @Override
        public void done(Path folder) throws IOException, Trouble {
            assertThat(inPlace(folder)).isEqualTo(1);
            assertThat(Arrays.equals(Files.readAllBytes(Path.of(staged(folder).location())), content(2)))
                    .isTrue();
            nothingHalf(folder);
        }
    }

    private record ChangeOver() implements Operation {
        @Override
        public String name() {
            return "file: change over";
        }

        @Override
        public int cuts() {
            return 5;
        }

        @Override
        public void prepare(Path folder) throws IOException, Trouble {
            lay(folder);
            staged(folder);
        }

        @Override
        public void perform(Path folder) throws Trouble {
            artifact(folder).changeOver(staged(folder));
        }

        @Override
        public void allowed(Path folder) throws IOException {
            assertThat(inPlace(folder)).isIn(1, 2);
        }

        @Override
        public void done(Path folder) throws IOException, Trouble {
            assertThat(inPlace(folder)).isEqualTo(2);
            artifact(folder).putBack(Disk.digest(kept(folder)));
            assertThat(inPlace(folder)).as("the former one was kept").isEqualTo(1);
            nothingHalf(folder);
        }
    }

    private static Path kept(Path folder) throws IOException {
        try (Stream<Path> kept = Files.list(folder.resolve(".rung/app.jar/kept"))) {
            return kept.findFirst().orElseThrow().resolve("app.jar");
        }
    }

    private record Keep() implements Operation {
        @Override
        public String name() {
            return "file: keep";
        }

        @Override
        public int cuts() {
            return 4;
        }

        @Override
        public void prepare(Path folder) throws IOException {
            lay(folder);
        }

        @Override
        public void perform(Path folder) throws Trouble {
            artifact(folder).keep();
        }

        @Override
        public void allowed(Path folder) throws IOException {
            assertThat(inPlace(folder)).isEqualTo(1);
        }

        @Override
        public void done(Path folder) throws IOException, Trouble {
            String digest = Disk.digest(jar(folder));
            Files.write(jar(folder), content(3));
            artifact(folder).putBack(digest);
            assertThat(inPlace(folder))
                    .as("what was written into it has not reached the copy")
                    .isEqualTo(1);
            nothingHalf(folder);
        }
    }

    private record PutBack() implements Operation {
        @Override
        public String name() {
            return "file: put back";
        }

        @Override
        public int cuts() {
            return 5;
        }

        @Override
        public void prepare(Path folder) throws IOException, Trouble {
            lay(folder);
            artifact(folder).changeOver(staged(folder));
        }

        @Override
        public void perform(Path folder) throws Trouble {
            MessageDigest first = Disk.sha256();
            first.update(content(1));
            artifact(folder).putBack(Disk.hex(first));
        }

        @Override
        public void allowed(Path folder) throws IOException {
            assertThat(inPlace(folder)).isIn(1, 2);
        }

        @Override
        public void done(Path folder) throws IOException {
            assertThat(inPlace(folder)).isEqualTo(1);
            nothingHalf(folder);
        }
    }
}
