package dev.rung.runbooks.h2server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.runbooks.h2server.H2Site.Finished;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The runbook over real H2 servers, through both changes of the file format. */
class H2ServerTest {
    private static final String QUESTION =
            "SELECT COUNT(*) || ' ' || SUM(AMOUNT) || ' ' || SUM(GROSS) || ' ' || MAX(LENGTH(TEXT)) || ' ' ||"
                    + " H2VERSION() FROM BOOKING";

    @TempDir
    Path folder;

    private H2Site site;

    @BeforeEach
    void install() {
        site = H2Site.lay(folder.resolve("site"), Integer.getInteger("rung.h2server.rows", 20_000));
        site.start();
    }

    @AfterEach
    void leaveNothingBehind() {
        site.close();
    }

    private String answer(String sql) {
        return site.query(sql).lines().skip(1).findFirst().orElse("").strip();
    }

    @Test
    void climbsThroughBothFormatsWithEveryRow() throws Exception {
        String before = answer(QUESTION);
        assertThat(before).endsWith(H2Site.OLDEST);
        Finished up = site.upgrade();
        assertThat(up.exitCode()).as(up.output()).isZero();
        assertThat(answer(QUESTION)).isEqualTo(before.replace(H2Site.OLDEST, "2.5.252"));
        assertThat(answer("INSERT INTO CUSTOMER(CODE, NAME) VALUES ('new', 'after the upgrade')"))
                .as("keys go on")
                .isNotNull();
        assertThat(site.processes()).as("the server and nothing else").hasSize(1);
    }

    @Test
    void aJarThatDoesNotStartIsTakenBackWithTheData() throws Exception {
        String before = answer(QUESTION);
        Files.copy(
                H2Site.jar("2.1.214"), folder.resolve("site/jars/h2-2.5.252.jar"), StandardCopyOption.REPLACE_EXISTING);
        Finished refused = site.upgrade();
        assertThat(refused.exitCode()).as(refused.output()).isEqualTo(4);
        assertThat(refused.output()).contains("sha256");
        assertThat(answer(QUESTION)).isEqualTo(before);
    }

    @Test
    void whatCannotBeComputedAgainIsRefusedBeforeAnythingStops() {
        Map<String, String> refused = Map.of(
                "STAMP TIMESTAMP AS NOW()", "computed from the time",
                "BY_CHANCE DOUBLE AS 1 + RAND()", "computed from the time, from chance",
                "FROM_OTHERS BIGINT AS (SELECT COUNT(*) FROM AUDIT)", "or from other rows",
                "\"a \"\"b\" INT AS ID + 1, C INT AS \"a \"\"b\" * 2", "computed from another computed one");
        long process = site.processes().getFirst().pid();
        refused.forEach((column, why) -> {
            site.query("CREATE TABLE ODD(ID INT PRIMARY KEY, NOWHERE INT AS ID + 1, " + column + ");"
                    + "INSERT INTO ODD(ID) VALUES (1)");
            String before = answer("SELECT * FROM ODD");
            Finished run = site.upgrade();
            assertThat(run.exitCode()).as(run.output()).isEqualTo(4);
            assertThat(run.output()).contains(why);
            assertThat(answer("SELECT * FROM ODD")).isEqualTo(before);
            site.query("DROP TABLE ODD");
        });
        assertThat(site.processes().getFirst().pid()).isEqualTo(process);
    }

    /** H2 1.4 takes the blanks off a CHAR, H2 2 does not: the first badge without six digits cannot be computed. */
    @Test
    void anImportThatBreaksAtAComputedColumnGoesBackAndCanBeRunAgain() throws Exception {
        site.query("CREATE TABLE BADGE(CODE CHAR(6), CHECK_DIGIT INT AS CAST(RIGHT(CODE, 1) AS INT));"
                + "INSERT INTO BADGE(CODE) SELECT 100900 - X FROM SYSTEM_RANGE(1, 2000)");
        String sum = answer("SELECT SUM(CHECK_DIGIT) FROM BADGE");
        String before = site.content();
        Finished back = site.upgrade();
        assertThat(back.exitCode()).as(back.output()).isEqualTo(10);
        assertThat(back.output())
                .contains("Data conversion error converting", "(at INSERT INTO \"PUBLIC\".\"BADGE\")")
                .contains("rolled back to 1.4.200");
        assertThat(answer("SELECT H2VERSION()")).isEqualTo(H2Site.OLDEST);
        assertThat(site.content()).isEqualTo(before);
        assertThat(site.names()).as("the dump, and nothing half done").containsExactly("app-dump.zip", "app.mv.db");
        site.query("ALTER TABLE BADGE DROP COLUMN CHECK_DIGIT;"
                + "ALTER TABLE BADGE ADD CHECK_DIGIT INT AS CAST(RIGHT(TRIM(CODE), 1) AS INT)");
        Finished up = site.upgrade();
        assertThat(up.exitCode()).as(up.output()).isZero();
        assertThat(answer("SELECT SUM(CHECK_DIGIT) FROM BADGE")).isEqualTo(sum);
    }

    @Test
    void aComputedValueThatComesOutOtherwiseBringsTheOldServerBack() {
        site.query("CREATE TABLE BADGE(CODE CHAR(6), LONG INT AS LENGTH(CODE)); INSERT INTO BADGE(CODE) VALUES ('1')");
        Finished back = site.upgrade();
        assertThat(back.exitCode()).as(back.output()).isEqualTo(10);
        assertThat(back.output()).contains("rolled back to 1.4.200");
        assertThat(answer("SELECT LONG || ' ' || H2VERSION() FROM BADGE")).isEqualTo("1 " + H2Site.OLDEST);
    }

    @Test
    void anArrayThatCannotBeImportedBringsTheOldServerBack() {
        site.query("CREATE TABLE LISTS(L ARRAY); INSERT INTO LISTS VALUES (ARRAY[1, 2])");
        String before = answer(QUESTION);
        Finished back = site.upgrade();
        assertThat(back.exitCode()).as(back.output()).isEqualTo(10);
        assertThat(back.output()).contains("rolled back to 1.4.200");
        assertThat(answer(QUESTION)).isEqualTo(before);
    }
}
