package dev.rung.driver.h2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rung.driver.support.Disk;
import dev.rung.driver.support.World;
import dev.rung.engine.driver.Data.Fingerprint;
import dev.rung.engine.driver.Database;
import dev.rung.engine.driver.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2FingerprintTest {
    @TempDir
    Path folder;

    private Database open(String version, String file) throws Exception {
        return World.open(Database.class, new H2Driver(), "app", folder, "file", file, "jar", H2Jars.jar(version));
    }

    private Fingerprint fingerprint(String version, String file) throws Exception {
        return open(version, file).fingerprint();
    }

    @Test
    void itStaysTheSameFromVersionToVersion() throws Exception {
        H2Jars.rich(H2Jars.OLD, folder.resolve("a"));
        Path file = folder.resolve("a.mv.db");
        String before = Disk.digest(file);
        Fingerprint old = fingerprint(H2Jars.OLD, "a");
        assertThat(old.items()).isEqualTo(4 + 3 + 3000 + 3 + 1);
        assertThat(Disk.digest(file)).as("reading does not write").isEqualTo(before);
        String from = H2Jars.OLD;
        for (String into : new String[] {H2Jars.MIDDLE, H2Jars.NEWEST}) {
            Path dump = H2Jars.dump(from, folder.resolve("a"));
            Database database = open(into, "a");
            database.importFrom(dump, Progress.NONE);
            assertThat(database.fingerprint()).as(from + " to " + into).isEqualTo(old);
            from = into;
        }
    }

    @Test
    void aFileThatBothReadIsTheSameToBoth() throws Exception {
        H2Jars.rich(H2Jars.NEW, folder.resolve("a"));
        assertThat(fingerprint(H2Jars.NEWEST, "a")).isEqualTo(fingerprint(H2Jars.NEW, "a"));
    }

    @Test
    void itIsTheSameForTheSameStatementsInEveryVersion() throws Exception {
        Fingerprint first = null;
        for (String version : new String[] {H2Jars.OLD, H2Jars.MIDDLE, H2Jars.NEWEST}) {
            H2Jars.rich(version, folder.resolve(version));
            String array = version.equals(H2Jars.OLD) ? "ARRAY" : "VARCHAR(20) ARRAY";
            H2Jars.sql(
                    version,
                    folder.resolve(version),
                    "CREATE TABLE LISTS(ID INT PRIMARY KEY, L " + array
                            + ", J JSON, G GEOMETRY, M ENUM('good', 'bad'));INSERT INTO LISTS VALUES (1, ARRAY['a',"
                            + " NULL, 'ü'], JSON '{\"a\": [1, true]}', 'POINT (1 2)', 'bad'), (2, NULL, NULL, NULL,"
                            + " NULL);");
            Fingerprint is = fingerprint(version, version);
            first = first == null ? is : first;
            assertThat(is).as(version).isEqualTo(first);
        }
    }

    @Test
    void itTellsEveryChange() throws Exception {
        H2Jars.rich(H2Jars.NEWEST, folder.resolve("rich"));
        Database database = open(H2Jars.NEWEST, "a");
        Map<Fingerprint, String> seen = new HashMap<>();
        for (String change : List.of(
                "SELECT 1",
                "UPDATE PERSON SET BALANCE = 12.5001 WHERE ID = 1",
                "UPDATE PERSON SET NOTE = NOTE || '.' WHERE ID = 1",
                "UPDATE PERSON SET PHOTO = X'00' WHERE ID = 2",
                "UPDATE PERSON SET CODE = NULL WHERE ID = 3",
                "UPDATE PERSON SET SEEN_AT = TIMESTAMP WITH TIME ZONE '2020-02-29 23:00:00.5+05:00' WHERE ID = 1",
                "DELETE FROM WITHOUT_KEY WHERE A = 1 FETCH FIRST ROW ONLY",
                "INSERT INTO EMPTY_ONE VALUES (NULL)",
                "ALTER TABLE EMPTY_ONE ALTER COLUMN A RENAME TO B",
                "DROP VIEW ACTIVE_PEOPLE",
                "ALTER TABLE \"Other Schema\".\"odd \"\"name\"\" ü\" ALTER COLUMN TWICE INT",
                "ALTER SEQUENCE \"Tickets\" RESTART WITH 1015",
                "ALTER TABLE PERSON ALTER COLUMN ID RESTART WITH 77")) {
            Files.copy(folder.resolve("rich.mv.db"), folder.resolve("a.mv.db"), StandardCopyOption.REPLACE_EXISTING);
            H2Jars.sql(H2Jars.NEWEST, folder.resolve("a"), change);
            assertThat(seen.putIfAbsent(database.fingerprint(), change))
                    .as(change)
                    .isNull();
        }
    }

    @Test
    void itDoesNotTellTheOrderOfRows() throws Exception {
        H2Jars.sql(H2Jars.NEWEST, folder.resolve("a"), "CREATE TABLE T(A INT); INSERT INTO T VALUES (1), (2), (2)");
        H2Jars.sql(H2Jars.NEWEST, folder.resolve("b"), "CREATE TABLE T(A INT); INSERT INTO T VALUES (2), (1), (2)");
        assertThat(fingerprint(H2Jars.NEWEST, "b")).isEqualTo(fingerprint(H2Jars.NEWEST, "a"));
    }
}
