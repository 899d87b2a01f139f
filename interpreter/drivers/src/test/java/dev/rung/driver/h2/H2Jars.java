package dev.rung.driver.h2;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The H2 jars of every file format, as the build has put them there, and their own tools. */
final class H2Jars {
    static final String OLD = "1.4.200";
    static final String MIDDLE = "2.1.214";
    static final String NEW = "2.4.240";
    static final String NEWEST = "2.5.252";

    private H2Jars() {}

    static Path jar(String version) {
        Path jar = Path.of("target/h2-jars/h2-" + version + ".jar").toAbsolutePath();
        assertThat(jar).exists();
        return jar;
    }

    static Process start(String version, List<String> tool) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                jar(version).toString()));
        words.addAll(tool);
        return new ProcessBuilder(words).redirectErrorStream(true).start();
    }

    static String run(String version, String... tool) throws IOException, InterruptedException {
        Process process = start(version, List.of(tool));
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    /** Runs SQL with the tool of one version; the file has no ending. */
    static void sql(String version, Path file, String sql) throws IOException, InterruptedException {
        if (version.equals(NEWEST)) {
            here(file, sql);
            return;
        }
        Path script = Files.createTempFile(file.toAbsolutePath().getParent(), "script-", ".sql");
        Files.writeString(script, sql);
        run(version, "org.h2.tools.RunScript", "-url", "jdbc:h2:" + file, "-user", "sa", "-script", script.toString());
        Files.delete(script);
    }

    /** The newest is our own, so it needs no process of its own. */
    private static void here(Path file, String sql) {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:" + file, "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    /** A dump of a database by the version's own tool. */
    static Path dump(String version, Path file) throws IOException, InterruptedException {
        Path dump = file.resolveSibling(file.getFileName() + "-" + version + ".sql");
        run(version, "org.h2.tools.Script", "-url", "jdbc:h2:" + file, "-user", "sa", "-script", dump.toString());
        return dump;
    }

    /** A database with the odd things that real ones have, made natively by one version. */
    static void rich(String version, Path file) throws IOException, InterruptedException {
        try (InputStream resource = H2Jars.class.getResourceAsStream("rich.sql")) {
            String sql = new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                    .replace(
                            "GENERATED_COLUMN",
                            version.equals(OLD) ? "AS \"select\" * 2" : "GENERATED ALWAYS AS (\"select\" * 2)")
                    .replace("RANDOM_UUID_PLACEHOLDER", "X'" + "00112233445566778899aabbccddeeff".repeat(4000) + "'");
            sql(version, file, sql);
        }
    }
}
