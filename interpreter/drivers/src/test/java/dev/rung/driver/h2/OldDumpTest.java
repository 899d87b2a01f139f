package dev.rung.driver.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdOutputStream;
import dev.rung.driver.support.Disk;
import dev.rung.driver.support.World;
import dev.rung.engine.driver.Data.Fingerprint;
import dev.rung.engine.driver.Database;
import dev.rung.engine.driver.Progress;
import dev.rung.engine.driver.Trouble;
import dev.rung.model.expression.Value;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What H2 1.4 dumps in a way that H2 2 refuses or takes for something else, brought over for real. */
class OldDumpTest {
    private static final String ODD = """
        CREATE SCHEMA "Other S";
        CREATE DOMAIN "Mood 2" AS ENUM('x', 'y, ''z''') DEFAULT 'x';
        CREATE TABLE T(
            ID BIGINT AUTO_INCREMENT PRIMARY KEY, A INT, "b B" INT, S VARCHAR(100), NOTE CLOB, PHOTO BLOB,
            SUMM INT AS A + "b B", UP VARCHAR(100) AS UPPER(S) NOT NULL, "Comp ""Q"", AS" BIGINT AS "b B" * 2,
            LEN INT AS LENGTH(NOTE) COMMENT 'computed (AS);', LONGER CLOB AS NOTE || '; --', HIDDEN INT INVISIBLE DEFAULT 7,
            SIZED DECIMAL(10, 3) AS A / 3.0, THEN_ON TIMESTAMP AS DATEADD('DAY', A, TIMESTAMP '2000-01-01 00:00:00'),
            M ENUM('good', 'it''s, bad', 'ugly') DEFAULT 'ugly' NOT NULL, D "Mood 2",
            WORST BOOLEAN AS M = 'ugly', NEXT_M ENUM('a', 'b') AS CASE WHEN A > 2 THEN 'b' ELSE 'a' END);
        CREATE INDEX IX_UP ON T(UP, SUMM);
        ALTER TABLE T ADD CONSTRAINT CK CHECK (SUMM < 100000 AND M <> 'ugly' OR ID > 0);
        CREATE VIEW V AS SELECT ID, SUMM, "Comp ""Q"", AS" FROM T WHERE M = 'ugly';
        CREATE TABLE "Other S"."T; 2"(A INT PRIMARY KEY, C INT AS A * 2, CONSTRAINT UQ UNIQUE(C));
        CREATE TABLE REFS(X INT, FOREIGN KEY (X) REFERENCES "Other S"."T; 2"(C));
        INSERT INTO T(A, "b B", S, NOTE, PHOTO, M, D) SELECT X, X * 3, '(''str; ü😀, ' || X,
            CASE MOD(X, 10) WHEN 0 THEN NULL WHEN 1 THEN REPEAT('long note ä😀''; ', 1500) ELSE 'short ' || X END,
            CASE MOD(X, 20) WHEN 0 THEN HASH('SHA256', STRINGTOUTF8('' || X), 1) END,
            CASE MOD(X, 3) WHEN 0 THEN 'good' WHEN 1 THEN 'it''s, bad' ELSE 'ugly' END,
            CASE MOD(X, 3) WHEN 0 THEN 'x' WHEN 1 THEN 'y, ''z''' END
            FROM SYSTEM_RANGE(1, 500);
        INSERT INTO "Other S"."T; 2"(A) SELECT X FROM SYSTEM_RANGE(1, 500);
        INSERT INTO REFS VALUES (4), (1000);
        """;

    @TempDir
    Path folder;

    private Database open(String version) throws Exception {
        return open(version, "a");
    }

    private Database open(String version, String file) throws Exception {
        return World.open(Database.class, new H2Driver(), "app", folder, "file", file, "jar", H2Jars.jar(version));
    }

    private Path base() {
        return folder.resolve("a");
    }

    private List<String> names() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void computedEnumeratedAndInvisibleColumnsComeAlong() throws Exception {
        H2Jars.sql(H2Jars.OLD, base(), ODD);
        Fingerprint old = open(H2Jars.OLD).fingerprint();
        Path first = H2Jars.dump(H2Jars.OLD, base());
        Database leapt = open(H2Jars.NEWEST, "leapt");
        leapt.importFrom(first, Progress.NONE);
        assertThat(leapt.fingerprint()).as("in one leap").isEqualTo(old);
        Database middle = open(H2Jars.MIDDLE);
        middle.importFrom(first, Progress.NONE);
        assertThat(middle.fingerprint()).as("to the middle").isEqualTo(old);
        Path second = H2Jars.dump(H2Jars.MIDDLE, base());
        Database app = open(H2Jars.NEWEST);
        app.importFrom(second, Progress.NONE);
        assertThat(app.fingerprint()).as("and on from there").isEqualTo(old);
        H2Jars.sql(
                H2Jars.NEWEST,
                base(),
                "INSERT INTO T(A, \"b B\", S, M) VALUES (5, 6, 'new', 'it''s, bad'); UPDATE T SET A = -1 WHERE ID = 7");
        assertThat(app.value(
                        "SELECT SUMM || UP || \"Comp \"\"Q\"\", AS\" || M || NEXT_M || HIDDEN || ID FROM T WHERE S ="
                                + " 'new'",
                        List.of()))
                .as("and they go on computing")
                .isEqualTo(new Value.Text("11NEW12it's, badb7501"));
        assertThat(app.value("SELECT SUMM FROM T WHERE ID = 7", List.of())).isEqualTo(new Value.Whole(20));
    }

    @Test
    void aDumpInAnyPackingIsMadeReadable() throws Exception {
        H2Jars.sql(H2Jars.OLD, base(), ODD);
        Database app = open(H2Jars.NEWEST);
        Fingerprint old = open(H2Jars.OLD).fingerprint();
        Path plain = H2Jars.dump(H2Jars.OLD, base());
        Path packed = folder.resolve("zstd.sql");
        try (OutputStream out = new ZstdOutputStream(Files.newOutputStream(packed))) {
            Files.copy(plain, out);
        }
        H2Jars.sql(
                H2Jars.OLD,
                base(),
                "SCRIPT TO '" + folder.resolve("zip.sql") + "' COMPRESSION ZIP; SCRIPT COLUMNS TO '"
                        + folder.resolve("gzip.sql") + "' COMPRESSION GZIP");
        for (String dump : List.of("zstd.sql", "zip.sql", "gzip.sql")) {
            app.importFrom(folder.resolve(dump), Progress.NONE);
            assertThat(app.fingerprint()).as(dump).isEqualTo(old);
        }
    }

    /** H2 1.4 takes the blanks off a CHAR, H2 2 does not. */
    @Test
    void aValueThatH2ComputesOtherwiseIsTold() throws Exception {
        H2Jars.sql(
                H2Jars.OLD,
                base(),
                "CREATE TABLE T(CODE CHAR(8), L INT AS LENGTH(CODE)); INSERT INTO T(CODE) VALUES ('a')");
        Fingerprint old = open(H2Jars.OLD).fingerprint();
        Database app = open(H2Jars.NEWEST);
        app.importFrom(H2Jars.dump(H2Jars.OLD, base()), Progress.NONE);
        assertThat(app.value("SELECT L FROM T", List.of())).isEqualTo(new Value.Whole(8));
        assertThat(app.fingerprint()).isNotEqualTo(old);
    }

    @Test
    void whatH2CannotComputeIsNamedAndLeavesTheOldFile() throws Exception {
        H2Jars.sql(
                H2Jars.OLD,
                base(),
                "CREATE TABLE T(CODE CHAR(4), D INT AS CAST(RIGHT(CODE, 1) AS INT)); INSERT INTO T(CODE) SELECT 2000 -"
                        + " X FROM SYSTEM_RANGE(1, 1900)");
        Path dump = H2Jars.dump(H2Jars.OLD, base());
        String before = Disk.digest(folder.resolve("a.mv.db"));
        List<String> names = names();
        assertThatThrownBy(() -> open(H2Jars.NEWEST).importFrom(dump, Progress.NONE))
                .isInstanceOf(Trouble.class)
                .hasMessage("H2 says about `app`: Data conversion error converting \" \" (at INSERT INTO"
                        + " \"PUBLIC\".\"T\")");
        assertThat(Disk.digest(folder.resolve("a.mv.db"))).isEqualTo(before);
        assertThat(names()).isEqualTo(names);
    }
}
