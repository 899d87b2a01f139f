package dev.rung.runbooks.hygiene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher, on a copy of what the build leaves for it: without sources, in a folder with a blank in its name. */
class LauncherTest {
    @TempDir
    Path temporary;

    private Path top;

    /** What a process said. */
    private record Said(int exitCode, String out, String err) {}

    @BeforeEach
    void copy() throws IOException {
        Path built = Project.here().top().resolve("repl/target/rung");
        Assumptions.assumeTrue(Files.exists(built.resolve("built")), "the launcher's jars come with `mvn package`");
        top = temporary.resolve("a folder");
        copy(built, top.resolve("repl/target/rung"));
        Files.copy(Project.here().top().resolve("rung"), top.resolve("rung"));
        assertThat(top.resolve("rung").toFile().setExecutable(true)).isTrue();
    }

    @Test
    void saysItsVersionFromAnyFolder() throws Exception {
        Said said = run(Path.of("/"), Map.of(), top.resolve("rung").toString(), "--version");
        assertThat(said.exitCode).isZero();
        assertThat(said.out).startsWith("rung ").contains(" on Java 25").hasLineCount(1);
        assertThat(said.err).isEmpty();
    }

    @Test
    void worksThroughSymbolicLinks() throws Exception {
        Path bin = Files.createDirectories(temporary.resolve("bin"));
        Files.createSymbolicLink(bin.resolve("linked"), Path.of("../a folder/rung"));
        Files.createSymbolicLink(bin.resolve("rung"), Path.of("linked"));
        assertThat(run(bin, Map.of(), "./rung", "--version").out).startsWith("rung ");
        assertThat(run(top, Map.of("PATH", bin + ":" + System.getenv("PATH")), "rung", "--version").out)
                .startsWith("rung ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing", "empty", "cut off", "of something else"})
    void aCacheThatCannotBeUsedSaysNothing(String state) throws Exception {
        Path cache = top.resolve("repl/target/rung/start.aot");
        Assumptions.assumeTrue(Files.exists(cache), "the training run has left a cache");
        switch (state) {
            case "missing" -> Files.delete(cache);
            case "empty" -> Files.write(cache, new byte[0]);
            case "cut off" -> Files.write(cache, halfOf(cache));
            default -> Files.writeString(cache, "something else");
        }
        Said said = run(top, Map.of(), "./rung", "--version");
        assertThat(said.out).startsWith("rung ");
        assertThat(said.err).isEmpty();
        assertThat(said.exitCode).isZero();
    }

    @Test
    void jarsThatChangedSinceTheTrainingSayNothing() throws Exception {
        Path jar = top.resolve("repl/target/rung/lib/rung.jar");
        Files.setLastModifiedTime(
                jar, FileTime.fromMillis(Files.getLastModifiedTime(jar).toMillis() + 5000));
        Said said = run(top, Map.of(), "./rung", "--version");
        assertThat(said.out).startsWith("rung ");
        assertThat(said.err).isEmpty();
    }

    @Test
    void opensFilesOfAnyNameWithoutALocale() throws Exception {
        Files.writeString(top.resolve("größe.runbook"), "runbook \"Größe\"\n");
        Said said = run(top, Map.of("LC_ALL", "C"), "./rung", "lint", "größe.runbook");
        assertThat(said.err).doesNotContain("no file").doesNotContain("bug");
        assertThat(said.out + said.err).matches("\\p{ASCII}*");
    }

    @Test
    void aFolderThatIsNoJdkIsNamedInASentence() throws Exception {
        Said said = run(top, Map.of("RUNG_JAVA_HOME", temporary.toString()), "./rung", "--version");
        assertThat(said.exitCode).isEqualTo(2);
        assertThat(said.out).isEmpty();
        assertThat(said.err)
                .startsWith("rung: RUNG_JAVA_HOME is no JDK 25: " + temporary)
                .hasLineCount(2);
    }

    @Test
    void withoutABuildAndWithoutMavenItSaysWhatToInstall() throws Exception {
        Files.delete(top.resolve("repl/target/rung/built"));
        Said said = run(top, Map.of("PATH", temporary.toString()), "/bin/sh", "./rung", "--version");
        assertThat(said.exitCode).isEqualTo(2);
        assertThat(said.err).contains("Maven is not on PATH").contains("install Maven 3.8 or newer");
    }

    private Said run(Path folder, Map<String, String> environment, String... words) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(List.of(words)).directory(folder.toFile());
        if (environment.containsKey("PATH") && !words[0].startsWith("/")) {
            builder.command(
                    Stream.concat(Stream.of("/usr/bin/env"), Stream.of(words)).toList());
        }
        builder.environment().remove("RUNG_JAVA_HOME");
        builder.environment().putAll(environment);
        Path out = temporary.resolve("out");
        Path err = temporary.resolve("err");
        Process process =
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Said(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    private static byte[] halfOf(Path file) throws IOException {
        byte[] all = Files.readAllBytes(file);
        return Arrays.copyOf(all, all.length / 2);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> tree = Files.walk(from)) {
            tree.forEach(path -> {
                try {
                    Path copy = to.resolve(from.relativize(path).toString());
                    Files.createDirectories(copy.getParent());
                    Files.copy(path, copy, StandardCopyOption.COPY_ATTRIBUTES);
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            });
        }
    }
}
