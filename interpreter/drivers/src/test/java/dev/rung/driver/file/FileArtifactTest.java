package dev.rung.driver.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.rung.driver.support.Disk;
import dev.rung.driver.support.World;
import dev.rung.engine.driver.Artifact;
import dev.rung.engine.driver.Artifact.Staged;
import dev.rung.engine.driver.Progress;
import dev.rung.engine.driver.Trouble;
import dev.rung.model.version.Version;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileArtifactTest {
    private static final Version NEXT = Version.of("2.0");

    @TempDir
    Path folder;

    private Path jar;
    private Artifact artifact;

    @BeforeEach
    void anInstalledJar() throws Exception {
        jar = Files.writeString(Files.createDirectory(folder.resolve("app")).resolve("app.jar"), "one");
        Files.setPosixFilePermissions(jar, PosixFilePermissions.fromString("rwxr-x--x"));
        Files.writeString(folder.resolve("two.jar"), "two");
        artifact = World.open(Artifact.class, new FileDriver(), "jar", folder, "path", "app/app.jar");
    }

    private static String sha256(String content) {
        var digest = Disk.sha256();
        digest.update(content.getBytes(StandardCharsets.UTF_8));
        return Disk.hex(digest);
    }

    @Test
    void stageChangeOverAndPutBackAreHarmlessOnceMore() throws Exception {
        String before = artifact.inPlace().orElseThrow();
        assertThat(artifact.size()).isEqualTo(3);
        Staged staged =
                artifact.stage(NEXT, "two.jar", Optional.of(sha256("two").toUpperCase()), Progress.NONE);
        assertThat(staged.digest()).isEqualTo(sha256("two"));
        assertThat(jar).as("staging changes nothing").hasContent("one");

        for (int i = 0; i < 2; i++) {
            artifact.changeOver(staged);
            assertThat(jar).hasContent("two");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(jar)))
                    .isEqualTo("rwxr-x--x");
        }
        for (int i = 0; i < 2; i++) {
            artifact.putBack(before);
            assertThat(jar).hasContent("one");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(jar)))
                    .isEqualTo("rwxr-x--x");
        }
        artifact.changeOver(staged);
        assertThat(jar).hasContent("two");
        try (Stream<Path> left = Files.walk(folder)) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .noneMatch(name -> name.matches(".*\\.(new|change|partial)"));
        }
    }

    /** What was put back shares its content with what is kept, until somebody writes into it. */
    @Test
    void whatIsKeptIsOutOfTheReachOfWhoeverWritesIntoTheFile() throws Exception {
        String before = artifact.inPlace().orElseThrow();
        for (int i = 0; i < 3; i++) {
            artifact.keep();
            artifact.keep();
            Files.writeString(jar, "patched", StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
            artifact.putBack(before);
            assertThat(jar).hasContent("one");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(jar)))
                    .isEqualTo("rwxr-x--x");
        }
    }

    @Test
    void anotherDigestIsRefusedAndNothingIsLeft() {
        assertThatThrownBy(() -> artifact.stage(NEXT, "two.jar", Optional.of(sha256("three")), Progress.NONE))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining(sha256("two"))
                .hasMessageContaining(sha256("three"));
        assertThat(folder.resolve("app/.rung/app.jar/2.0")).isEmptyDirectory();
    }

    @Test
    void anAddressIsFollowedAndFetchedOnce() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().add("Location", "/two.jar");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.createContext("/two.jar", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(200, 3);
            exchange.getResponseBody().write("two".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        server.start();
        try {
            String base = "http://127.0.0.1:" + server.getAddress().getPort();
            Staged staged = artifact.stage(NEXT, base + "/moved", Optional.empty(), Progress.NONE);
            assertThat(staged.digest()).isEqualTo(sha256("two"));
            assertThat(artifact.stage(NEXT, base + "/moved", Optional.empty(), Progress.NONE))
                    .isEqualTo(staged);
            assertThat(asked).as("what is there is not fetched again").hasValue(1);
            assertThatThrownBy(
                            () -> artifact.stage(Version.of("3.0"), base + "/nowhere", Optional.empty(), Progress.NONE))
                    .isInstanceOf(Trouble.class)
                    .hasMessageContaining("/nowhere answered 404");
        } finally {
            server.stop(0);
        }
        assertThatThrownBy(() -> artifact.stage(
                        Version.of("4.0"),
                        "http://127.0.0.1:" + server.getAddress().getPort() + "/x",
                        Optional.empty(),
                        Progress.NONE))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("no connection");
    }

    @Test
    void whatWasSpoiledSinceItWasStagedIsNotPutInPlace() throws Exception {
        Staged staged = artifact.stage(NEXT, "two.jar", Optional.empty(), Progress.NONE);
        Files.writeString(Path.of(staged.location()), "spoiled");
        assertThatThrownBy(() -> artifact.changeOver(staged))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("is not what it was");
        assertThat(jar).hasContent("one");
    }

    @Test
    void whatIsKeptNowhereCannotBePutBack() {
        assertThatThrownBy(() -> artifact.putBack(sha256("zero")))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("is kept nowhere");
    }

    @Test
    void preflightSeesAMissingFileAndALink() throws Exception {
        assertThat(artifact.preflight()).isEmpty();
        Files.delete(jar);
        assertThat(artifact.preflight())
                .singleElement()
                .satisfies(trouble -> assertThat(trouble.words()).contains("is not there"));
        Files.createSymbolicLink(jar, folder.resolve("two.jar"));
        assertThat(artifact.preflight())
                .singleElement()
                .satisfies(trouble -> assertThat(trouble.words()).contains("symbolic link"));
    }
}
