package dev.rung.runbooks.h2server;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A database of H2 1.4 as years of use leave it: many rows, large objects, sequences far along, names in quotes, text
 * from all over the world, keys that point at each other, rows twice where there is no key, columns that are computed,
 * with indexes, constraints, keys and views over them.
 */
final class OldData {
    private OldData() {}

    /** @param file without its ending */
    static void fill(Path jar, Path file, int rows) throws IOException {
        H2Site.run(jar, file, schema() + content(rows));
    }

    private static String schema() {
        return """
            CREATE SCHEMA "Old Books";
            CREATE SEQUENCE "Old Books"."Ticket No" START WITH 100000 INCREMENT BY 10;
            CREATE SEQUENCE LEGACY_SEQ START WITH 1 CACHE 50;
            CREATE TABLE CUSTOMER(
                ID BIGINT AUTO_INCREMENT PRIMARY KEY,
                CODE CHAR(12) NOT NULL,
                NAME VARCHAR(200) NOT NULL,
                MAIL VARCHAR_IGNORECASE(100),
                BORN DATE,
                CREDIT DECIMAL(19, 4) DEFAULT 0,
                RATING DOUBLE,
                ACTIVE BOOLEAN DEFAULT TRUE,
                TOKEN UUID,
                NOTE CLOB,
                NOTE_LENGTH BIGINT AS LENGTH(NOTE),
                SIGNED_NOTE CLOB AS NOTE || '; signed ' || ID,
                SEARCHED VARCHAR_IGNORECASE(400) AS TRIM(NAME) || ' ' || COALESCE(MAIL, '-'),
                PHOTO BLOB,
                CHECK (CREDIT >= -1000000)
            );
            CREATE TABLE BOOKING(
                ID BIGINT AUTO_INCREMENT PRIMARY KEY,
                CUSTOMER_ID BIGINT NOT NULL,
                AMOUNT DECIMAL(19, 2) NOT NULL,
                GROSS DECIMAL(21, 4) AS AMOUNT * 1.19 NOT NULL,
                BOOKED TIMESTAMP NOT NULL,
                AT_PLACE TIMESTAMP WITH TIME ZONE,
                TEXT VARCHAR(120),
                LABEL VARCHAR(130) AS UPPER(TEXT) || '; (it''s computed)' COMMENT 'computed AS (told), here',
                "Year ""booked""\" INT AS YEAR(BOOKED),
                HASH BINARY(32),
                CONSTRAINT FK_CUSTOMER FOREIGN KEY (CUSTOMER_ID) REFERENCES CUSTOMER(ID)
            );
            CREATE INDEX IX_BOOKED ON BOOKING(BOOKED);
            CREATE INDEX IX_LABEL ON BOOKING("Year ""booked""\", LABEL);
            ALTER TABLE BOOKING ADD CONSTRAINT CK_GROSS CHECK (GROSS < 1000000);
            CREATE TABLE "Old Books"."select"(
                "from" INT PRIMARY KEY,
                "to, ""AS""\" BIGINT AS "from" * 2 + 1,
                "Größe" REAL,
                "a ""b""\" VARCHAR(50)
            );
            ALTER TABLE "Old Books"."select" ADD CONSTRAINT "Old Books"."UQ to" UNIQUE("to, ""AS""\");
            CREATE TABLE "Old Books".POINTER(P BIGINT);
            ALTER TABLE "Old Books".POINTER ADD CONSTRAINT "Old Books".FK_TO
                FOREIGN KEY (P) REFERENCES "Old Books"."select"("to, ""AS""\");
            CREATE DOMAIN STATE AS ENUM('open', 'paid, late', 'it''s lost');
            CREATE TABLE CLAIM(
                ID INT AUTO_INCREMENT PRIMARY KEY,
                STATE STATE,
                URGENCY ENUM('low', 'high') DEFAULT 'low' NOT NULL,
                SETTLED BOOLEAN AS STATE = 'paid, late',
                SECRET INT INVISIBLE DEFAULT 7
            );
            CREATE INDEX IX_URGENCY ON CLAIM(URGENCY, STATE);
            CREATE TABLE AUDIT(AT TIMESTAMP, WHAT VARCHAR(100));
            CREATE TABLE NEVER_USED(ID INT PRIMARY KEY, V LONGVARCHAR);
            CREATE VIEW BALANCE AS
                SELECT C.CODE, SUM(B.AMOUNT) AS TOTAL FROM CUSTOMER C JOIN BOOKING B ON B.CUSTOMER_ID = C.ID GROUP BY C.CODE;
            CREATE VIEW YEARS AS
                SELECT "Year ""booked""\" AS Y, COUNT(*) AS N, SUM(GROSS) AS GROSS FROM BOOKING GROUP BY "Year ""booked""\";
            CREATE VIEW "Old Books"."lost" AS SELECT ID, SETTLED, URGENCY FROM CLAIM WHERE STATE = 'it''s lost';
            """;
    }

    private static String content(int rows) {
        int customers = Math.max(10, rows / 100);
        return """
            INSERT INTO CUSTOMER(CODE, NAME, MAIL, BORN, CREDIT, RATING, ACTIVE, TOKEN, NOTE, PHOTO)
                SELECT 'C' || X,
                    CASE MOD(X, 5) WHEN 0 THEN 'Zoë Müller ' WHEN 1 THEN '株式会社 ' WHEN 2 THEN 'O''Neill ' WHEN 3 THEN '' ELSE 'emoji 😀 ' END || X,
                    'User' || X || '@Example.org', DATEADD('DAY', MOD(X * 37, 40000), DATE '1900-01-01'),
                    MOD(X * 7919, 1000000) / 10000.0000, 1.0 / X, MOD(X, 7) <> 0,
                    CASE WHEN MOD(X, 3) = 0 THEN NULL ELSE '00000000-0000-4000-8000-' || LPAD(X, 12, '0') END,
                    CASE MOD(X, 50) WHEN 0 THEN REPEAT('long note ä😀 ', 2000) WHEN 1 THEN '' WHEN 2 THEN NULL ELSE 'short ' || X END,
                    CASE MOD(X, 100) WHEN 0 THEN X'%s' ELSE NULL END
                FROM SYSTEM_RANGE(1, %d);
            INSERT INTO BOOKING(CUSTOMER_ID, AMOUNT, BOOKED, AT_PLACE, TEXT, HASH)
                SELECT MOD(X, %d) + 1, MOD(X * 104729, 10000000) / 100.00 - 50000,
                    DATEADD('SECOND', X * 61, TIMESTAMP '2005-01-01 00:00:00.123456'),
                    CASE WHEN MOD(X, 4) = 0 THEN NULL ELSE TIMESTAMP WITH TIME ZONE '2010-06-30 23:59:59.5+05:30' END,
                    'booking ' || X, HASH('SHA256', STRINGTOUTF8('' || X), 1)
                FROM SYSTEM_RANGE(1, %d);
            INSERT INTO "Old Books"."select"("from", "Größe", "a ""b""\") SELECT X, X / 3.0, 'row "' || X || '"' FROM SYSTEM_RANGE(-50, 50);
            INSERT INTO "Old Books".POINTER VALUES (-99), (1), (101), (NULL);
            INSERT INTO CLAIM(STATE, URGENCY, SECRET)
                SELECT CASE MOD(X, 4) WHEN 0 THEN 'open' WHEN 1 THEN 'paid, late' WHEN 2 THEN 'it''s lost' END,
                    CASE MOD(X, 3) WHEN 0 THEN 'high' ELSE 'low' END, X
                FROM SYSTEM_RANGE(1, 1000);
            INSERT INTO AUDIT SELECT TIMESTAMP '2015-01-01 00:00:00', 'the same twice' FROM SYSTEM_RANGE(1, 1000);
            DELETE FROM BOOKING WHERE MOD(ID, 97) = 0;
            UPDATE CUSTOMER SET NOTE = NULL WHERE MOD(ID, 77) = 0;
            SELECT NEXT VALUE FOR "Old Books"."Ticket No";
            SELECT NEXT VALUE FOR LEGACY_SEQ;
            """.formatted("00ff10a5".repeat(8000), customers, customers, rows);
    }
}
