package dev.rung.driver.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rung.driver.support.World;
import dev.rung.engine.driver.Data.Captured;
import dev.rung.engine.driver.Data.Fingerprint;
import dev.rung.engine.driver.FileTree;
import dev.rung.engine.driver.Progress;
import dev.rung.engine.driver.Trouble;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryTest {
    private static final String LONG = "a-very-long-name-".repeat(10);
    private static final Instant OLD = Instant.parse("2001-02-03T04:05:06.7890123Z");

    @TempDir
    Path folder;

    private Path root;
    private Path backup;
    private Path scratch;
    private FileTree store;

    @BeforeEach
    void aFolderWithOddThings() throws Exception {
        backup = Files.createDirectory(folder.resolve("backup"));
        scratch = Files.createDirectory(folder.resolve("scratch"));
        root = Files.createDirectory(folder.resolve("store"));
        Files.writeString(root.resolve("plain"), "plain");
        Files.createDirectories(root.resolve("inner/empty"));
        Files.write(root.resolve("inner").resolve(LONG), new byte[3_000_000]);
        Files.writeString(root.resolve("inner/Ünï 𝄞 'x'"), "named oddly");
        Files.setPosixFilePermissions(root.resolve("plain"), PosixFilePermissions.fromString("rwx---r--"));
        Files.setLastModifiedTime(root.resolve("plain"), FileTime.from(OLD));
        Files.createSymbolicLink(root.resolve("link"), Path.of("plain"));
        Files.createSymbolicLink(root.resolve("dangling"), Path.of("/no/such"));
        Files.createDirectory(root.resolve("cache"));
        Files.writeString(root.resolve("cache/left out"), "v1");
        Files.writeString(root.resolve("inner/x.tmp"), "t1");
        Files.setPosixFilePermissions(root.resolve("inner"), PosixFilePermissions.fromString("r-xr-x---"));
        store = World.open(
                FileTree.class,
                new DirectoryDriver(),
                "store",
                folder,
                "path",
                "store",
                "exclude",
                List.of("/cache/", "*.tmp"));
    }

    @Test
    void everythingComesBackAndWhatIsLeftOutStays() throws Exception {
        Fingerprint before = store.fingerprint();
        assertThat(before.items()).isEqualTo(5);
        assertThat(store.size()).isEqualTo(3_000_000 + "plain".length() + "named oddly".length());
        Captured captured = store.backUp(backup, Progress.NONE);
        assertThat(captured.fingerprint()).isEqualTo(before);
        assertThat(store.tryRestore(backup, captured, scratch, Progress.NONE)).isEqualTo(before);
        assertThat(scratch).isEmptyDirectory();

        Files.writeString(root.resolve("plain"), "spoiled");
        Files.delete(root.resolve("link"));
        Files.writeString(root.resolve("cache/left out"), "v2");
        assertThat(store.fingerprint()).isNotEqualTo(before);
        for (int i = 0; i < 2; i++) {
            store.restore(backup, captured, Progress.NONE);
            assertThat(store.fingerprint()).isEqualTo(before);
        }
        assertThat(root.resolve("plain")).hasContent("plain");
        assertThat(Files.getLastModifiedTime(root.resolve("plain")).toInstant()).isEqualTo(OLD);
        assertThat(Files.readSymbolicLink(root.resolve("dangling"))).isEqualTo(Path.of("/no/such"));
        assertThat(Files.isSymbolicLink(root.resolve("link"))).isTrue();
        assertThat(root.resolve("cache/left out")).hasContent("v2");
        assertThat(root.resolve("inner/x.tmp")).hasContent("t1");
        assertThat(names()).containsExactly("backup", "scratch", "store", "store.rung-kept-1");
        assertThat(folder.resolve("store.rung-kept-1/plain")).hasContent("spoiled");
        store.discardKept();
        assertThat(names()).containsExactly("backup", "scratch", "store");
    }

    private List<String> names() throws Exception {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aCutBetweenTheRenamesIsFinished() throws Exception {
        Captured captured = store.backUp(backup, Progress.NONE);
        Fingerprint before = store.fingerprint();
        Files.writeString(root.resolve("plain"), "spoiled");
        store.restore(backup, captured, Progress.NONE);
        Files.move(root, folder.resolve("store.rung-restored"));
        assertThatThrownBy(store::fingerprint)
                .isInstanceOfSatisfying(
                        Trouble.class, trouble -> assertThat(trouble.help()).contains("restore once more"));
        store.restore(backup, captured, Progress.NONE);
        assertThat(store.fingerprint()).isEqualTo(before);
    }

    @Test
    void anythingDamagedChangesNothing() throws Exception {
        Captured captured = store.backUp(backup, Progress.NONE);
        Files.writeString(root.resolve("plain"), "newer");
        Fingerprint present = store.fingerprint();
        Path packed = backup.resolve("files.tar.zst");
        byte[] bytes = Files.readAllBytes(packed);
        bytes[bytes.length / 2] ^= 4;
        Files.write(packed, bytes);
        assertThatThrownBy(() -> store.restore(backup, captured, Progress.NONE)).isInstanceOf(Trouble.class);
        assertThat(store.fingerprint()).isEqualTo(present);
        assertThat(names()).containsExactly("backup", "scratch", "store");
    }

    @Test
    void anyTarReadsIt() throws Exception {
        store.backUp(backup, Progress.NONE);
        Path target = Files.createDirectory(folder.resolve("by-tar"));
        Process tar = new ProcessBuilder("sh", "-c", "zstd -dc ../backup/files.tar.zst | tar -xp")
                .directory(target.toFile())
                .inheritIO()
                .start();
        assertThat(tar.waitFor()).isZero();
        FileTree other = World.open(
                FileTree.class,
                new DirectoryDriver(),
                "store",
                folder,
                "path",
                "by-tar",
                "exclude",
                List.of("cache", "*.tmp"));
        assertThat(other.fingerprint()).isEqualTo(store.fingerprint());
        assertThat(Files.exists(target.resolve("cache"), LinkOption.NOFOLLOW_LINKS))
                .isFalse();
    }

    @Test
    void preflightSeesWhatIsNoFolder() throws Exception {
        assertThat(store.preflight()).isEmpty();
        FileTree missing = World.open(FileTree.class, new DirectoryDriver(), "store", folder, "path", "nowhere");
        assertThat(missing.preflight())
                .singleElement()
                .satisfies(trouble -> assertThat(trouble.words()).contains("is not there"));
        Files.createSymbolicLink(folder.resolve("alias"), root);
        FileTree linked = World.open(FileTree.class, new DirectoryDriver(), "store", folder, "path", "alias");
        assertThat(linked.preflight())
                .singleElement()
                .satisfies(trouble -> assertThat(trouble.words()).contains("symbolic link"));
    }
}
