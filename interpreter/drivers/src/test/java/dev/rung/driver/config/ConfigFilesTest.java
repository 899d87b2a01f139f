package dev.rung.driver.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rung.driver.Drivers;
import dev.rung.driver.support.World;
import dev.rung.engine.driver.Config;
import dev.rung.engine.driver.Config.Look;
import dev.rung.engine.driver.Driver;
import dev.rung.engine.driver.Progress;
import dev.rung.engine.driver.Trouble;
import dev.rung.model.expression.Type;
import dev.rung.model.expression.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files of every format on disk: how they are replaced, kept, backed up and refused. */
class ConfigFilesTest {
    @TempDir
    Path folder;

    private static Config open(String driver, Path file) throws Trouble {
        Driver made = Drivers.all().driver(driver, Type.CONFIG).orElseThrow();
        return World.open(Config.class, made, "settings", file.getParent(), "path", file.toString());
    }

    static Stream<NastyFile> files() {
        return NastyFile.all().stream().filter(file -> !file.name().contains(","));
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @MethodSource("files")
    void whatIsEditedIsPutBackAsItWas(NastyFile nasty) throws Exception {
        Path file = laid(nasty);
        Config config = open(nasty.driver(), file);
        assertThat(config.preflight()).isEmpty();
        Map<String, Look> looks = new LinkedHashMap<>();
        List<String> keys = new ArrayList<>(nasty.keys().keySet());
        keys.add("fresh");
        for (String key : keys) {
            looks.put(key, config.look(key));
            config.edit(key, Optional.of(new Value.Text("new"))).carryOut();
            assertThat(config.look(key).value()).isNotEqualTo(looks.get(key).value());
        }
        for (String key : keys.reversed()) {
            config.putBack(key, looks.get(key));
            config.putBack(key, looks.get(key));
        }
        assertThat(text(file)).isEqualTo(nasty.text());
    }

    private Path laid(NastyFile nasty) throws IOException {
        return Files.write(folder.resolve("settings"), nasty.bytes());
    }

    @ParameterizedTest
    @MethodSource("files")
    void aBackupBringsBackEveryByteOwnerAndMode(NastyFile nasty) throws Exception {
        Path file = laid(nasty);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        Config config = open(nasty.driver(), file);
        Path backup = Files.createDirectory(folder.resolve("backup"));
        Config.Captured captured = config.backUp(backup, Progress.NONE);
        assertThat(config.tryRestore(backup, captured, folder, Progress.NONE)).isEqualTo(captured.fingerprint());
        Files.delete(file);
        config.restore(backup, captured, Progress.NONE);
        config.restore(backup, captured, Progress.NONE);
        config.discardKept();
        assertThat(text(file)).isEqualTo(nasty.text());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
    }

    @Test
    void aFileThatIsMissingIsBackedUpAsMissing() throws Exception {
        for (String driver : List.of("dotenv", "json", "properties", "yaml")) {
            Path file = folder.resolve(driver);
            Config config = open(driver, file);
            assertThat(config.preflight()).isEmpty();
            assertThat(config.isThere()).isFalse();
            assertThat(config.value("a.b")).isEmpty();
            Path backup = Files.createDirectory(folder.resolve(driver + "-backup"));
            Config.Captured captured = config.backUp(backup, Progress.NONE);
            config.edit("a.b", Optional.empty()).carryOut();
            assertThat(file).as("an unset of nothing does nothing").doesNotExist();
            Look before = config.look("a.b");
            config.edit("a.b", Optional.of(new Value.Text("it"))).carryOut();
            assertThat(config.value("a.b")).contains("it");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            config.putBack("a.b", before);
            assertThat(file).doesNotExist();
            config.edit("a.b", Optional.of(new Value.Text("it"))).carryOut();
            config.restore(backup, captured, Progress.NONE);
            assertThat(file).doesNotExist();
        }
    }

    @Test
    void anEditKeepsTheMode() throws Exception {
        Path file = Files.writeString(folder.resolve("env"), "A=1\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        Config config = open("dotenv", file);
        config.edit("A", Optional.of(new Value.Text("2"))).carryOut();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r--r--");
    }

    @Test
    void whatIsKeptBesideIsForNobodyElsesEyes() throws Exception {
        Path file = Files.writeString(folder.resolve("env"), "A=secret\n");
        Config config = open("dotenv", file);
        config.edit("A", Optional.of(new Value.Text("other"))).carryOut();
        try (Stream<Path> all = Files.walk(folder.resolve(".rung"))) {
            assertThat(all)
                    .allSatisfy(path -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                            .endsWith("------"));
        }
    }

    @Test
    void aLinkIsRefused() throws Exception {
        Files.writeString(folder.resolve("real"), "A=1\n");
        Path link = Files.createSymbolicLink(folder.resolve("env"), folder.resolve("real"));
        Config config = open("dotenv", link);
        assertThat(config.preflight()).hasSize(1);
        assertThatThrownBy(
                        () -> config.edit("A", Optional.of(new Value.Text("2"))).carryOut())
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("symbolic link");
    }

    @Test
    void whoeverElseWritesMeanwhileIsNotWrittenOver() throws Exception {
        Path file = Files.writeString(folder.resolve("env"), "A=1\n");
        Config config = open("dotenv", file);
        Config.Edit edit = config.edit("A", Optional.of(new Value.Text("2")));
        Files.writeString(file, "A=1\nB=1\n");
        assertThatThrownBy(edit::carryOut).isInstanceOf(Trouble.class).hasMessageContaining("somebody else");
        assertThat(file).hasContent("A=1\nB=1\n");
    }

    /** What it is refused for is said without a value. */
    @ParameterizedTest
    @MethodSource("dev.rung.driver.config.NastyFile#broken")
    void whatCannotBeEditedIsRefusedAndNotTouched(NastyFile broken) throws Exception {
        Path file = laid(broken);
        Config config = open(broken.driver(), file);
        for (String key : broken.keys().keySet()) {
            assertThatThrownBy(() ->
                            config.edit(key, Optional.of(new Value.Text("new"))).carryOut())
                    .as(broken + " " + key)
                    .isInstanceOfSatisfying(
                            Trouble.class,
                            trouble -> assertThat(trouble.words() + trouble.help())
                                    .containsPattern("line|path|keys")
                                    .doesNotContain("secret"));
        }
        assertThat(text(file)).isEqualTo(broken.text());
    }
}
