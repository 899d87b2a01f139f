package dev.rung.runbooks.h2server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.runbooks.h2server.H2Site.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The upgraded database against the old one, told by H2 alone: the old file is brought to the newest H2 by hand, with H2's
 * own tools in one leap, and the newest H2 writes both as SQL. By hand, what 1.4 dumps in a way that 2.x cannot read is
 * taken out of the old file first, and made again in the new one by statements that somebody has typed. What is left after taking out what is no content (the order
 * of lines, estimates of the planner, the salt of a password) has to be the same to the letter. What is
 * computed 2.x does not write, so both versions are asked for it, and for what views show of it.
 */
class ScriptComparisonTest {
    private static final String NEWEST = "2.5.252";

    @TempDir
    Path folder;

    @Test
    void h2ItselfWritesTheSameSqlOfBoth() throws Exception {
        Path site = folder.resolve("site");
        try (H2Site server = H2Site.lay(site, Integer.getInteger("rung.h2server.rows", 20_000))) {
            Files.copy(server.home.resolve("data/app.mv.db"), folder.resolve("old.mv.db"));
            List<String> computed = computed(H2Site.OLDEST, folder.resolve("old"));
            server.start();
            Finished up = server.upgrade();
            assertThat(up.exitCode()).as(up.output()).isZero();
            server.close();
            List<String> upgraded = script(server.home.resolve("data/app"));
            List<String> byHand = script(leap(folder.resolve("old")));
            assertThat(upgraded)
                    .hasSizeGreaterThan(20_000)
                    .contains("\"GROSS\" DECIMAL(21, 4) GENERATED ALWAYS AS (\"AMOUNT\" * 1.19) NOT NULL,");
            assertThat(computed).hasSizeGreaterThan(20_000);
            assertThat(computed(NEWEST, server.home.resolve("data/app"))).isEqualTo(computed);
            assertThat(without(upgraded, byHand)).as("only in the upgraded one").isEmpty();
            assertThat(without(byHand, upgraded)).as("only in the one by hand").isEmpty();
            assertThat(sha256(upgraded)).isEqualTo(sha256(byHand));
            System.out.printf(
                    "h2 upgrade %s: %d lines of SQL, sha256 %s both; %d lines of what is computed, sha256 %s both%n",
                    up.output()
                            .lines()
                            .filter(line -> line.startsWith("  took "))
                            .map(String::strip)
                            .toList(),
                    upgraded.size(),
                    sha256(upgraded).substring(0, 16),
                    computed.size(),
                    sha256(computed).substring(0, 16));
        }
    }

    private static List<String> without(List<String> lines, List<String> others) {
        Set<String> known = new HashSet<>(others);
        return lines.stream().filter(line -> !known.contains(line)).limit(20).toList();
    }

    private static final List<String> COMPUTED = List.of(
            "SELECT ID, NOTE_LENGTH, SIGNED_NOTE, SEARCHED FROM CUSTOMER",
            "SELECT ID, GROSS, LABEL, \"Year \"\"booked\"\"\" FROM BOOKING",
            "SELECT \"from\", \"to, \"\"AS\"\"\" FROM \"Old Books\".\"select\"",
            "SELECT ID, STATE, URGENCY, SECRET, SETTLED FROM CLAIM",
            "SELECT Y, N, GROSS FROM YEARS",
            "SELECT ID, SETTLED, URGENCY FROM \"Old Books\".\"lost\"");

    private List<String> computed(String version, Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String query : COMPUTED) {
            Path csv = folder.resolve("computed.csv");
            String call = "CALL CSVWRITE('" + csv + "', '" + query + " ORDER BY 1', 'charset=UTF-8')";
            H2Site.run(H2Site.jar(version), file, call);
            lines.addAll(Files.readAllLines(csv));
        }
        return lines;
    }

    private static final String BEFORE = """
        DROP VIEW YEARS;
        DROP VIEW "Old Books"."lost";
        DROP INDEX IX_LABEL;
        ALTER TABLE BOOKING DROP CONSTRAINT CK_GROSS;
        ALTER TABLE "Old Books".POINTER DROP CONSTRAINT "Old Books".FK_TO;
        ALTER TABLE "Old Books"."select" DROP CONSTRAINT "Old Books"."UQ to";
        ALTER TABLE CUSTOMER DROP COLUMN NOTE_LENGTH, SIGNED_NOTE, SEARCHED;
        ALTER TABLE BOOKING DROP COLUMN GROSS, LABEL, "Year ""booked""\";
        ALTER TABLE "Old Books"."select" DROP COLUMN "to, ""AS""\";
        ALTER TABLE CLAIM DROP COLUMN SETTLED;
        DROP INDEX IX_URGENCY;
        ALTER TABLE CLAIM ALTER COLUMN STATE VARCHAR(20);
        ALTER TABLE CLAIM ALTER COLUMN URGENCY VARCHAR(20) NOT NULL;
        ALTER TABLE CLAIM ALTER COLUMN SECRET SET VISIBLE;
        DROP DOMAIN STATE;
        """;

    private static final String AFTER = """
        ALTER TABLE CUSTOMER ADD COLUMN NOTE_LENGTH BIGINT GENERATED ALWAYS AS (LENGTH(NOTE)) AFTER NOTE;
        ALTER TABLE CUSTOMER ADD COLUMN SIGNED_NOTE CLOB GENERATED ALWAYS AS (NOTE || '; signed ' || ID) AFTER NOTE_LENGTH;
        ALTER TABLE CUSTOMER ADD COLUMN SEARCHED VARCHAR_IGNORECASE(400)
            GENERATED ALWAYS AS (TRIM(NAME) || ' ' || COALESCE(MAIL, '-')) AFTER SIGNED_NOTE;
        ALTER TABLE BOOKING ADD COLUMN GROSS DECIMAL(21, 4) GENERATED ALWAYS AS (AMOUNT * 1.19) NOT NULL AFTER AMOUNT;
        ALTER TABLE BOOKING ADD COLUMN LABEL VARCHAR(130) GENERATED ALWAYS AS (UPPER(TEXT) || '; (it''s computed)') AFTER TEXT;
        COMMENT ON COLUMN BOOKING.LABEL IS 'computed AS (told), here';
        ALTER TABLE BOOKING ADD COLUMN "Year ""booked""\" INT GENERATED ALWAYS AS (YEAR(BOOKED)) AFTER LABEL;
        ALTER TABLE BOOKING ADD CONSTRAINT CK_GROSS CHECK (GROSS < 1000000);
        CREATE INDEX IX_LABEL ON BOOKING("Year ""booked""\", LABEL);
        ALTER TABLE "Old Books"."select" ADD COLUMN "to, ""AS""\" BIGINT GENERATED ALWAYS AS ("from" * 2 + 1) AFTER "from";
        ALTER TABLE "Old Books"."select" ADD CONSTRAINT "Old Books"."UQ to" UNIQUE("to, ""AS""\");
        ALTER TABLE "Old Books".POINTER ADD CONSTRAINT "Old Books".FK_TO
            FOREIGN KEY (P) REFERENCES "Old Books"."select"("to, ""AS""\");
        CREATE DOMAIN STATE AS ENUM('open', 'paid, late', 'it''s lost');
        ALTER TABLE CLAIM ALTER COLUMN STATE SET DATA TYPE STATE;
        ALTER TABLE CLAIM ALTER COLUMN URGENCY SET DATA TYPE ENUM('low', 'high');
        ALTER TABLE CLAIM ALTER COLUMN URGENCY SET DEFAULT 'low';
        ALTER TABLE CLAIM ALTER COLUMN SECRET SET INVISIBLE;
        ALTER TABLE CLAIM ADD COLUMN SETTLED BOOLEAN GENERATED ALWAYS AS (STATE = 'paid, late') AFTER URGENCY;
        CREATE INDEX IX_URGENCY ON CLAIM(URGENCY, STATE);
        CREATE VIEW YEARS AS
            SELECT "Year ""booked""\" AS Y, COUNT(*) AS N, SUM(GROSS) AS GROSS FROM BOOKING GROUP BY "Year ""booked""\";
        CREATE VIEW "Old Books"."lost" AS SELECT ID, SETTLED, URGENCY FROM CLAIM WHERE STATE = 'it''s lost';
        """;

    private Path leap(Path old) throws IOException {
        H2Site.run(H2Site.jar(H2Site.OLDEST), old, BEFORE);
        Path dump = H2Site.script(H2Site.jar(H2Site.OLDEST), old, folder.resolve("by-hand.sql"));
        Path leapt = folder.resolve("leapt");
        H2Site.java(
                H2Site.jar(NEWEST),
                "org.h2.tools.RunScript",
                "-url",
                "jdbc:h2:" + leapt,
                "-user",
                "sa",
                "-script",
                dump.toString(),
                "-options",
                "FROM_1X");
        H2Site.run(H2Site.jar(NEWEST), leapt, AFTER);
        return leapt;
    }

    private List<String> script(Path file) throws IOException {
        Path sql = H2Site.script(H2Site.jar(NEWEST), file, Files.createTempFile(folder, "script", ".sql"));
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
