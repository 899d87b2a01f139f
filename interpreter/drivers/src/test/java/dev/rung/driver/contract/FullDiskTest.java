package dev.rung.driver.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rung.driver.directory.DirectoryDriver;
import dev.rung.driver.file.FileDriver;
import dev.rung.driver.h2.H2Driver;
import dev.rung.driver.support.World;
import dev.rung.engine.driver.Artifact;
import dev.rung.engine.driver.Data.Captured;
import dev.rung.engine.driver.Data.Fingerprint;
import dev.rung.engine.driver.Database;
import dev.rung.engine.driver.FileTree;
import dev.rung.engine.driver.Progress;
import dev.rung.engine.driver.Trouble;
import dev.rung.model.version.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a volume without room everything is refused in words, and what was there is there. Needs the right to mount one. */
class FullDiskTest {
    private static final int PART = 3 * 1024 * 1024;

    @TempDir
    Path folder;

    private Path small;
    private Path backup;

    @BeforeEach
    void mountSmallVolume() throws Exception {
        small = Files.createDirectory(folder.resolve("small"));
        backup = Files.createDirectory(folder.resolve("backup"));
        Process mount = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=5m", "tmpfs", small.toString())
                .redirectErrorStream(true)
                .start();
        mount.getInputStream().readAllBytes();
        Assumptions.assumeTrue(mount.waitFor() == 0, "a full disk cannot be had here: only root mounts a volume");
    }

    @AfterEach
    void unmount() throws Exception {
        new ProcessBuilder("umount", small.toString()).start().waitFor();
    }

    private static byte[] noise() {
        byte[] bytes = new byte[PART];
        new Random(3).nextBytes(bytes);
        return bytes;
    }

    private static void isRefused(ThrowingCallable deed) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        Trouble.class, trouble -> assertThat(trouble.help()).contains("make room"))
                .hasMessageContaining("No space left on device");
    }

    @Test
    void ofAFile() throws Exception {
        Files.write(small.resolve("app.jar"), noise());
        Files.write(folder.resolve("two.jar"), noise());
        Artifact artifact =
                World.open(Artifact.class, new FileDriver(), "jar", folder, "path", small.resolve("app.jar"));
        String before = artifact.inPlace().orElseThrow();
        isRefused(() -> artifact.stage(Version.of("2.0"), "two.jar", Optional.empty(), Progress.NONE));
        assertThat(artifact.inPlace()).contains(before);
        assertThat(small.resolve(".rung/app.jar/2.0")).isEmptyDirectory();
    }

    @Test
    void ofAFolder() throws Exception {
        Path store = Files.createDirectory(small.resolve("store"));
        Files.write(store.resolve("a"), noise());
        FileTree files = World.open(FileTree.class, new DirectoryDriver(), "store", folder, "path", store);
        Captured captured = files.backUp(backup, Progress.NONE);
        Files.writeString(store.resolve("b"), "later");
        Fingerprint before = files.fingerprint();
        isRefused(() -> files.restore(backup, captured, Progress.NONE));
        assertThat(files.fingerprint()).isEqualTo(before);
        isRefused(() -> files.backUp(Files.createDirectories(small.resolve("backup")), Progress.NONE));
        assertThat(small.resolve("store.rung-partial")).doesNotExist();
    }

    @Test
    void ofADatabase() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:" + small.resolve("app"), "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE T(B VARBINARY); INSERT INTO T SELECT SECURE_RAND(100000) FROM SYSTEM_RANGE(1, 25)");
            statement.execute("SHUTDOWN COMPACT");
        }
        Database app = World.open(Database.class, new H2Driver(), "app", folder, "file", small.resolve("app"));
        Fingerprint before = app.fingerprint();
        Captured captured = app.backUp(backup, Progress.NONE);
        Files.write(small.resolve("other"), new byte[1024 * 1024]);
        try (Connection connection = DriverManager.getConnection("jdbc:h2:" + small.resolve("app"), "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM T FETCH FIRST ROW ONLY");
        }
        Fingerprint present = app.fingerprint();
        assertThat(present).isNotEqualTo(before);
        isRefused(() -> app.restore(backup, captured, Progress.NONE));
        assertThat(app.fingerprint()).isEqualTo(present);
        isRefused(() ->
                app.tryRestore(backup, captured, Files.createDirectories(small.resolve("scratch")), Progress.NONE));
        assertThat(small.resolve("scratch")).isEmptyDirectory();
    }
}
