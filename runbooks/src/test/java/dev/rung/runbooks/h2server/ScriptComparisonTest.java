package dev.rung.runbooks.h2server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.runbooks.h2server.H2Site.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The upgraded database against the old one, told by H2 alone: the old file is brought to the newest H2 by hand, with H2's
 * own tools in one leap, and the newest H2 writes both as SQL. What is left after taking out what is no content (the order
 * of lines, estimates of the planner, the salt of a password) has to be the same to the letter.
 */
class ScriptComparisonTest {
    private static final String NEWEST = "2.5.252";

    @TempDir
    Path folder;

    @Test
    void h2ItselfWritesTheSameSqlOfBoth() throws Exception {
        Path site = folder.resolve("site");
        try (H2Site server = H2Site.lay(site, Integer.getInteger("rung.h2server.rows", 20_000))) {
            Path old = Files.copy(server.home.resolve("data/app.mv.db"), folder.resolve("old.mv.db"));
            server.start();
            Finished up = server.upgrade();
            assertThat(up.exitCode()).as(up.output()).isZero();
            server.close();
            List<String> upgraded = script(server.home.resolve("data/app"));
            List<String> byHand = script(leap(old));
            assertThat(upgraded).hasSizeGreaterThan(20_000);
            assertThat(without(upgraded, byHand)).as("only in the upgraded one").isEmpty();
            assertThat(without(byHand, upgraded)).as("only in the one by hand").isEmpty();
            assertThat(sha256(upgraded)).isEqualTo(sha256(byHand));
            System.out.printf(
                    "h2 upgrade: %d lines of SQL, sha256 %s both%n",
                    upgraded.size(), sha256(upgraded).substring(0, 16));
        }
    }

    private static List<String> without(List<String> lines, List<String> others) {
        Set<String> known = new HashSet<>(others);
        return lines.stream().filter(line -> !known.contains(line)).limit(20).toList();
    }

    private Path leap(Path old) {
        Path dump = folder.resolve("dump.sql");
        H2Site.java(
                H2Site.jar(H2Site.OLDEST),
                "org.h2.tools.Script",
                "-url",
                url(old),
                "-user",
                "sa",
                "-script",
                dump.toString());
        Path leapt = folder.resolve("leapt.mv.db");
        H2Site.java(
                H2Site.jar(NEWEST),
                "org.h2.tools.RunScript",
                "-url",
                url(leapt),
                "-user",
                "sa",
                "-script",
                dump.toString(),
                "-options",
                "FROM_1X");
        return folder.resolve("leapt");
    }

    private static String url(Path file) {
        return "jdbc:h2:" + file.toString().replace(".mv.db", "");
    }

    private List<String> script(Path file) throws IOException {
        Path sql = Files.createTempFile(folder, "script", ".sql");
        H2Site.java(
                H2Site.jar(NEWEST), "org.h2.tools.Script", "-url", url(file), "-user", "sa", "-script", sql.toString());
        return Files.readString(sql, UTF_8)
                .lines()
                .filter(line -> !line.startsWith("--"))
                .map(line -> line.replaceAll(" SELECTIVITY \\d+| SALT '[0-9a-f]+' HASH '[0-9a-f]+'", "")
                        .strip())
                .sorted()
                .toList();
    }

    private static String sha256(List<String> lines) throws NoSuchAlgorithmException {
        byte[] digest = MessageDigest.getInstance("SHA-256")
                .digest(String.join("\n", lines).getBytes(UTF_8));
        return HexFormat.of().formatHex(digest);
    }
}
