package dev.rung.driver.h2;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rung.engine.driver.Trouble;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OldScriptTest {
    private static InputStream stream(String script) {
        return new ByteArrayInputStream(script.getBytes(UTF_8));
    }

    private static boolean needed(String script) throws IOException {
        return OldScript.needsRewriting(new SqlReader(stream(script)));
    }

    private static String rewritten(String script) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        OldScript.rewrite(new SqlReader(stream(script)), out, read -> {});
        return out.toString(UTF_8);
    }

    /** What is before the rows comes out as it went in, so only they are looked at. */
    private static String rows(String table, String insert) throws Exception {
        String out = rewritten(table + insert);
        assertThat(needed(table + insert)).isTrue();
        assertThat(out).startsWith(table);
        return out.substring(table.length()).strip();
    }

    @Test
    void theValueOfAComputedColumnIsLeftToH2() throws Exception {
        String table = """
            CREATE CACHED TABLE "Old Books"."odd ""T"" ü, (x" COMMENT 'not a list (AS, it looks'(
                "A" INT DEFAULT CAST('1' AS INTEGER),
                "b ""B"", AS" DECIMAL(10, 2) AS ("A" * 2) NOT NULL COMMENT 'AS; (',
                "N" VARCHAR(20) COMMENT ' AS '
            );
            ALTER TABLE "Old Books"."odd ""T"" ü, (x" ADD CONSTRAINT "AS" CHECK(("A" + 1) < 5) NOCHECK;
            """;
        String insert = """
            -- 2 +/- SELECT COUNT(*) FROM "Old Books"."odd ""T"" ü, (x";
            INSERT INTO "Old Books"."odd ""T"" ü, (x" VALUES
            (1, 2.00, 'it''s; (1, 2),'),
            (ARRAY [1, 2], 4.00, STRINGDECODE('\\u00e4'',(')), (NULL, CAST(1 AS NUMERIC(4, 2)), U 'ü');
            """;
        assertThat(rows(table, insert)).isEqualTo("""
            INSERT INTO "Old Books"."odd ""T"" ü, (x"("A", "b ""B"", AS", "N") VALUES
            (1, DEFAULT, 'it''s; (1, 2),'),
            (ARRAY [1, 2], DEFAULT, STRINGDECODE('\\u00e4'',(')),
            (NULL, DEFAULT, U 'ü');\
            """);
    }

    @Test
    void theValueOfAnEnumStandsForItself() throws Exception {
        String table = """
            CREATE DOMAIN "Mood 2" AS ENUM('x', 'y') DEFAULT 'y';
            CREATE MEMORY TABLE "PUBLIC"."T"("ID" INT, "M" ENUM('good', 'it''s, bad') NOT NULL, "D" "Mood 2",
                "C" ENUM('a', 'b') AS CASE WHEN ("ID" > 2) THEN 'a' ELSE 'b' END);
            """;
        assertThat(rows(table, "INSERT INTO \"PUBLIC\".\"T\" VALUES\n(0, 0, 1, 1),\n(1, 1, NULL, 0);"))
                .isEqualTo("""
                    INSERT INTO "PUBLIC"."T"("ID", "M", "D", "C") VALUES
                    (0, 'good', 'y', DEFAULT),
                    (1, 'it''s, bad', NULL, DEFAULT);\
                    """);
        assertThatThrownBy(() -> rewritten(table + "INSERT INTO \"PUBLIC\".\"T\" VALUES(0, 2, 1, 1);"))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("at the place 2, but there are only 2");
    }

    @Test
    void columnsAreNamedWhereOneIsInvisible() throws Exception {
        assertThat(rows(
                        "CREATE CACHED TABLE \"PUBLIC\".\"T\"(\"A\" INT INVISIBLE , \"B\" INT);",
                        "INSERT INTO \"PUBLIC\".\"T\" VALUES(1, 2);"))
                .isEqualTo("INSERT INTO \"PUBLIC\".\"T\"(\"A\", \"B\") VALUES\n(1, 2);");
    }

    /** As earlier versions of 1.4 and SCRIPT COLUMNS write. */
    @Test
    void namesWithoutQuotesAndNamedColumnsAreUnderstood() throws Exception {
        String table =
                "CREATE CACHED TABLE IF NOT EXISTS PUBLIC.T(\n    ID INT,\n    C INT AS (ID * 2),\n    E INT\n);";
        assertThat(rows(table, "INSERT INTO PUBLIC.T(E, c, ID) VALUES\n(1, 2, 3);"))
                .isEqualTo("INSERT INTO \"PUBLIC\".\"T\"(\"E\", \"C\", \"ID\") VALUES\n(1, DEFAULT, 3);");
        assertThat(rows(table, "INSERT INTO T(ID) VALUES (3);"))
                .isEqualTo("INSERT INTO \"PUBLIC\".\"T\"(\"ID\") VALUES\n(3);");
        assertThatThrownBy(() -> rewritten(table + "INSERT INTO T(X) VALUES (3);"))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("fills a column \"X\" of the table \"PUBLIC\".\"T\"");
        assertThatThrownBy(() -> rewritten(table + "INSERT INTO T VALUES (3);"))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("a row of 1 values for the table \"PUBLIC\".\"T\" with 3 columns");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                ";",
                "-- nothing; CREATE TABLE T(C INT AS 1)",
                "/* CREATE TABLE T(C INT AS 1); */ SET X 1;",
                "// CREATE TABLE T(C INT AS 1);\nSET X 1",
                "CREATE FORCE VIEW \"V\"(\"A\") AS\nSELECT (1) AS \"A\";",
                "CREATE FORCE VIEW \"TABLE\"(\"A\") AS\nSELECT 1 AS \"A\";",
                "CREATE FORCE LINKED TABLE \"PUBLIC\".\"L\"('', 'jdbc:h2:x', 'sa', '', 'T AS U');",
                "CREATE FORCE ALIAS \"F\" AS $$ CREATE TABLE T(C INT AS 1); $ $$;",
                "CREATE TABLE T(C INT DEFAULT (SELECT MAX(1) AS X), D VARCHAR DEFAULT ' AS ', CHECK (C AS 1));",
                "CREATE DOMAIN \"D\" AS INT DEFAULT 1; CREATE TABLE T(A D);",
                "INSERT INTO T VALUES ('ü''; ', \"x\"\"y\");\r\n--end",
                "INSERT INTO",
                "CREATE TABLE",
                "CREATE TABLE T",
                "CREATE DOMAIN D AS ENUM",
                "CREATE TABLE T(A INT",
                "INSERT INTO T VALUES ('never ends",
                "CREATE ALIAS A AS $$ never ends $"
            })
    void everythingElseComesOutAsItWentIn(String script) throws Exception {
        assertThat(needed(script)).isFalse();
        assertThat(rewritten(script)).isEqualTo(script);
    }

    @Test
    void otherTablesAreLeftAloneToTheByte() throws Exception {
        String computed = "CREATE TABLE \"PUBLIC\".\"T\"(\"A\" INT, \"C\" INT AS \"A\");\n";
        String others = "INSERT INTO SYSTEM_LOB_STREAM  VALUES(0, 0, STRINGDECODE('a\\u00e4;'), NULL);  \r\n\t"
                + "INSERT INTO \"S\".\"T\" VALUES (1, 2);\nINSERT INTO \"PUBLIC\".\"T\" SELECT 1, 2;\n"
                + "INSERT INTO \"PUBLIC\".\"T\"";
        assertThat(rewritten(computed + others)).isEqualTo(computed + others);
        byte[] notUtf8 = {'S', 'E', 'T', ' ', '\'', (byte) 0xff, (byte) 0xc3, '\'', (byte) 0x80, ';', 0};
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        OldScript.rewrite(new SqlReader(new ByteArrayInputStream(notUtf8)), out, read -> {});
        assertThat(out.toByteArray()).isEqualTo(notUtf8);
    }

    @Test
    void whatIsLongerThanABufferStaysWhole() throws Exception {
        String table = "CREATE TABLE \"PUBLIC\".\"T\"(\"A\" VARCHAR, \"C\" INT AS LENGTH(\"A\"));\n";
        for (int length = 65_400; length < 65_560; length++) {
            String text = "'" + "x".repeat(length) + "''--'";
            String out = rewritten(table + "INSERT INTO \"PUBLIC\".\"T\" VALUES\n(" + text + ", 7);/**/--x");
            String wanted =
                    table + "INSERT INTO \"PUBLIC\".\"T\"(\"A\", \"C\") VALUES\n(" + text + ", DEFAULT);/**/--x";
            assertThat(out.replace("x".repeat(65_000), "…")).isEqualTo(wanted.replace("x".repeat(65_000), "…"));
        }
    }
}
