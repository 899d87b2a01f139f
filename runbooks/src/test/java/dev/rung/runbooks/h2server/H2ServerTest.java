package dev.rung.runbooks.h2server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.runbooks.h2server.H2Site.Finished;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The runbook over real H2 servers, through both changes of the file format. */
class H2ServerTest {
    private static final String QUESTION =
            "SELECT COUNT(*) || ' ' || SUM(AMOUNT) || ' ' || MAX(LENGTH(TEXT)) || ' ' || H2VERSION() FROM BOOKING";

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
    void anEnumThatH2WouldMixUpIsRefusedBeforeAnythingStops() {
        site.query("CREATE TABLE MOODS(M ENUM('good', 'bad')); INSERT INTO MOODS VALUES ('bad')");
        Finished refused = site.upgrade();
        assertThat(refused.exitCode()).as(refused.output()).isEqualTo(4);
        assertThat(refused.output()).contains("whose values 2.x would mix up");
        assertThat(answer("SELECT M FROM MOODS")).isEqualTo("bad");
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
